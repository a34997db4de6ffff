package dev.layers.benchmarks;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A directory of modules that differ: each provides a {@code UnaryOperator}, whose call loads all of its other classes. */
record ModuleSet(Path directory, int modules, Size size) {
    /**
     * How large each module is.
     *
     * @param classes how many classes it has, beside those of libraries
     * @param libraries how many libraries it brings, of five classes each
     */
    record Size(int classes, int libraries) {}

    private static final int TOUCHED = 50;

    /** Compiles the modules, unless that was done before. */
    void make() {
        IntStream.range(0, modules)
                .parallel()
                .filter(number -> !Files.exists(jar(number)))
                .forEach(this::compile);
    }

    /** Returns what each module is loaded from: its jar, or the directory of its jar and its libraries. */
    List<Path> artifacts() {
        return IntStream.range(0, modules).mapToObj(this::artifact).toList();
    }

    static String name(int number) {
        return "set.m" + number;
    }

    private Path artifact(int number) {
        return size.libraries() == 0 ? jar(number) : directory.resolve(name(number));
    }

    private Path jar(int number) {
        Path parent = size.libraries() == 0 ? directory : directory.resolve(name(number));
        return parent.resolve(name(number) + ".jar");
    }

    private void compile(int number) {
        String name = name(number);
        create(artifact(number).getParent());
        if (size.libraries() > 0) {
            create(artifact(number));
        }
        StringBuilder requires = new StringBuilder();
        StringBuilder touch = new StringBuilder();
        List<Path> libraries = IntStream.range(0, size.libraries())
                .mapToObj(library -> compileLibrary(number, library))
                .toList();
        for (int library = 0; library < size.libraries(); library++) {
            String other = name + ".l" + library;
            requires.append("requires ").append(other).append("; ");
            touch.append("length += new ").append(other).append(".Type0().length(text); ");
        }
        ModuleSource source = ModuleSource.module("module " + name + " { " + requires
                        + "provides java.util.function.UnaryOperator with " + name + ".Operator; }")
                .dependsOn(libraries.toArray(Path[]::new));
        for (int type = 1; type < size.classes(); type++) {
            source = source.type(type(name, type));
            if (type <= TOUCHED) {
                touch.append("length += new Type").append(type).append("().length(text); ");
            }
        }
        source.type("package " + name + "; public class Operator"
                        + " implements java.util.function.UnaryOperator<String> { public String apply(String text)"
                        + " { int length = 0; " + touch + " return text + length; } }")
                .toJar(jar(number));
    }

    private Path compileLibrary(int number, int library) {
        String name = name(number) + ".l" + library;
        ModuleSource source = ModuleSource.module("module " + name + " { exports " + name + "; }");
        for (int type = 0; type < 5; type++) {
            source = source.type(type(name, type));
        }
        return source.toJar(artifact(number).resolve(name + ".jar"));
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A class of ordinary size: some fields, some methods. */
    private static String type(String packageName, int number) {
        StringBuilder text = new StringBuilder("package " + packageName + "; public class Type" + number + " {");
        for (int member = 0; member < 10; member++) {
            text.append(String.format(
                    "private String field%1$d = \"value %2$d\"; public int method%1$d(String text) {"
                            + " return field%1$d.length() + text.indexOf(\"%2$d\"); }",
                    member, number * member));
        }
        return text.append("public int length(String text) { return method1(text) + method2(text); } }")
                .toString();
    }
}
