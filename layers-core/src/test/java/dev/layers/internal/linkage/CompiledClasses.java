package dev.layers.internal.linkage;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Class files by their paths, compiled from source text. */
record CompiledClasses(Map<String, byte[]> files) {
    private static final Pattern PACKAGE = Pattern.compile("^package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record)\\s+(\\w+)");

    static CompiledClasses of(String... sources) {
        return against(new CompiledClasses(Map.of()), sources);
    }

    /** Compiles {@code sources} with {@code library} on the class path. */
    static CompiledClasses against(CompiledClasses library, String... sources) {
        try {
            Path work = Files.createTempDirectory("compiled");
            try {
                return compile(work, library, sources);
            } finally {
                delete(work);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    byte[] file(String name) {
        return files.get(name);
    }

    /** Returns these and {@code more}, which win. */
    CompiledClasses and(CompiledClasses more) {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.putAll(more.files);
        return new CompiledClasses(all);
    }

    CompiledClasses without(String name) {
        Map<String, byte[]> rest = new TreeMap<>(files);
        rest.remove(name);
        return new CompiledClasses(rest);
    }

    ClassLoader loader(ClassLoader parent) {
        return new ClassLoader(parent) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = files.get(name.replace('.', '/') + ".class");
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    private static CompiledClasses compile(Path work, CompiledClasses library, String... sources) throws IOException {
        Path libraries = Files.createDirectory(work.resolve("libraries"));
        for (Map.Entry<String, byte[]> file : library.files.entrySet()) {
            Path target = libraries.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        Path classes = work.resolve("classes");
        List<String> arguments = new ArrayList<>(List.of(
                "--release", "17", "-nowarn", "-proc:none", "-cp", libraries.toString(), "-d", classes.toString()));
        for (String source : sources) {
            Path file = work.resolve("source").resolve(fileName(source));
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source).toString());
        }
        compile(arguments);
        return read(classes);
    }

    private static void compile(List<String> arguments) {
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        StringWriter messages = new StringWriter();
        PrintWriter writer = new PrintWriter(messages);
        if (javac.run(writer, writer, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException(messages.toString());
        }
    }

    private static CompiledClasses read(Path classes) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(classes)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return new CompiledClasses(files);
    }

    private static String fileName(String source) {
        Matcher name = PACKAGE.matcher(source.strip());
        Matcher type = TYPE.matcher(source);
        if (!name.find() || !type.find()) {
            throw new IllegalArgumentException("No type in a package: " + source);
        }
        return name.group(1).replace('.', '/') + "/" + type.group(1) + ".java";
    }

    private static void delete(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
