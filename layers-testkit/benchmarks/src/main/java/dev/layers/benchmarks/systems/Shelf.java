package dev.layers.benchmarks.systems;

import dev.layers.testkit.ModuleSource;
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
    private final List<PluginShape> shapes;
    private final List<byte[]> compiled = new ArrayList<>();
    private final Path directory;
    private final List<Plugin> laidOut = new ArrayList<>();
    private int layouts;

    private Shelf(List<PluginShape> shapes, Path directory) {
        this.shapes = List.copyOf(shapes);
        this.directory = directory;
    }

    /**
     * Returns a shelf with plug-ins for a system.
     *
     * @param contender the system
     * @param shapes what they consist of, each after those that it requires
     * @param kept where compiled plug-ins are kept; those that are there already are not compiled again
     * @param directory where they will be laid out
     */
    public static Shelf of(Contender contender, List<PluginShape> shapes, Path kept, Path directory)
            throws IOException {
        Shelf shelf = new Shelf(shapes, Files.createDirectories(directory));
        List<Path> jars = new ArrayList<>();
        for (PluginShape shape : shapes) {
            Path jar = kept.resolve(contender.packaging(shape) + "-" + shape.name() + "-" + shape.classes() + "-"
                    + shape.isStarted() + ".jar");
            if (!Files.exists(jar)) {
                Files.createDirectories(kept);
                ModuleSource source = contender.source(shape);
                if (!shape.requires().isEmpty()) {
                    source = source.dependsOn(jars.toArray(Path[]::new));
                }
                source.toJar(jar);
            }
            jars.add(jar);
            shelf.compiled.add(Files.readAllBytes(jar));
        }
        return shelf;
    }

    /** Lays the plug-ins out, as new files with bytes that were never seen. */
    public List<Plugin> layOutUnseen() throws IOException {
        return layOut(layouts + 1);
    }

    /** Lays the plug-ins out, as new files with the same bytes as ever. */
    public List<Plugin> layOutSeen() throws IOException {
        return layOut(0);
    }

    private List<Plugin> layOut(int mark) throws IOException {
        clear();
        layouts++;
        for (int number = 0; number < shapes.size(); number++) {
            PluginShape shape = shapes.get(number);
            Path jar = directory.resolve(shape.name() + "-" + layouts + ".jar");
            Files.write(jar, marked(compiled.get(number), mark));
            laidOut.add(new Plugin(shape, jar));
        }
        return List.copyOf(laidOut);
    }

    /** Takes away what is laid out. */
    public void clear() throws IOException {
        for (Plugin plugin : laidOut) {
            Files.delete(plugin.jar());
        }
        laidOut.clear();
    }

    /** Gives the archive a comment, whose length are its last two bytes as long as it has none. */
    private static byte[] marked(byte[] jar, int mark) {
        byte[] marked = Arrays.copyOf(jar, jar.length + Integer.BYTES);
        marked[jar.length - 2] = Integer.BYTES;
        ByteBuffer.wrap(marked).putInt(jar.length, mark);
        return marked;
    }
}
