package dev.layers.benchmarks.systems;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plug-ins that were compiled for a system, and a directory where they are laid out to be loaded, each time as files of
 * their own.
 */
public final class Shelf {
    private final Contender contender;
    private final List<PluginShape> shapes;
    private final List<byte[]> compiled = new ArrayList<>();
    private final Path directory;
    private final Path plugins;
    private final List<PluginJar> laidOut = new ArrayList<>();
    private int layouts;

    private Shelf(Contender contender, List<PluginShape> shapes, Path directory) throws IOException {
        this.contender = contender;
        this.shapes = List.copyOf(shapes);
        this.directory = directory;
        plugins = Files.createDirectories(directory.resolve("plugins"));
    }

    /**
     * Returns a shelf with plug-ins for a system.
     *
     * @param contender the system
     * @param shapes what they consist of, each after those that it requires
     * @param kept where compiled plug-ins are kept; those that are there already are not compiled again
     * @param directory a directory of its own, where they will be laid out, and where the system may store what it wants
     */
    public static Shelf of(Contender contender, List<PluginShape> shapes, Path kept, Path directory)
            throws IOException {
        Shelf shelf = new Shelf(contender, shapes, directory);
        Compiled compiled = new Compiled(contender, kept);
        for (PluginShape shape : shapes) {
            shelf.compiled.add(compiled.archive(shape));
        }
        return shelf;
    }

    /** Starts the system; one at a time. */
    public PluginSystem start() throws Exception {
        return contender.start(plugins, scratch());
    }

    /** Returns the directory for what the system stores. */
    public Path scratch() {
        return directory.resolve("scratch");
    }

    /** Lays the plug-ins out, as new files with bytes that were never seen. */
    public List<PluginJar> layOutUnseen() throws IOException {
        return layOut(layouts + 1);
    }

    /** Lays the plug-ins out, as new files with the same bytes as ever. */
    public List<PluginJar> layOutSeen() throws IOException {
        return layOut(0);
    }

    private List<PluginJar> layOut(int mark) throws IOException {
        clear();
        layouts++;
        for (int number = 0; number < shapes.size(); number++) {
            PluginShape shape = shapes.get(number);
            Path file = plugins.resolve(shape.name() + "-" + layouts + ".jar");
            Files.write(file, marked(compiled.get(number), mark));
            laidOut.add(new PluginJar(shape, file));
        }
        return List.copyOf(laidOut);
    }

    /** Takes away what is laid out. */
    public void clear() throws IOException {
        for (PluginJar jar : laidOut) {
            Files.delete(jar.file());
        }
        laidOut.clear();
    }

    /** Gives an archive a comment that says the mark; the length of a comment are the last two bytes as long as there is none. */
    public static byte[] marked(byte[] jar, int mark) {
        byte[] marked = Arrays.copyOf(jar, jar.length + Integer.BYTES);
        marked[jar.length - 2] = Integer.BYTES;
        ByteBuffer.wrap(marked).putInt(jar.length, mark);
        return marked;
    }
}
