package dev.layers.benchmarks.systems;

import dev.layers.testkit.ModuleSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Plug-ins as they were compiled for a system. Those whose names differ in their digits alone are compiled once: the name of each is
 * written over that in the bytes, which is as long.
 */
final class Compiled {
    private final Contender contender;
    private final Path kept;
    private final List<Path> former = new ArrayList<>();

    /** Takes the system and where compiled plug-ins are kept, for others too. */
    Compiled(Contender contender, Path kept) {
        this.contender = contender;
        this.kept = kept;
    }

    /** Returns the archive of a plug-in; those that it requires are compiled before. */
    byte[] archive(PluginShape shape) throws IOException {
        PluginShape stem = shape.named(shape.name().replaceAll("[0-9]", "0"));
        Path file = kept.resolve(
                contender.packaging(stem) + "-" + stem.name() + "-" + stem.classes() + "-" + stem.isStarted() + ".jar");
        if (!Files.exists(file)) {
            Files.createDirectories(kept);
            compile(stem, file);
        }
        if (!former.contains(file)) {
            former.add(file);
        }
        byte[] compiled = Files.readAllBytes(file);
        return stem.equals(shape) ? compiled : renamed(compiled, stem.name(), shape.name());
    }

    private void compile(PluginShape shape, Path file) {
        ModuleSource source = contender.source(shape);
        if (!shape.requires().isEmpty()) {
            source = source.dependsOn(former.toArray(Path[]::new));
        }
        source.toJar(file);
    }

    private static byte[] renamed(byte[] archive, String from, String to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(archive.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(renamed(entry.getName(), from, to)));
                String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                out.write(renamed(text, from, to).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toByteArray();
    }

    private static String renamed(String text, String from, String to) {
        return text.replace(from, to).replace(from.replace('.', '/'), to.replace('.', '/'));
    }
}
