package dev.layers.benchmarks;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The module that benchmarks load: it provides a {@code UnaryOperator} and has a number of classes beside it. */
public final class Modules {
    static final String NAME = "bench.module";
    static final String PACKAGE = "bench/module/";

    private static final String LEAVING = "private final ThreadLocal<String> local = new ThreadLocal<>();"
            + "public void hook(Thread thread) { Runtime.getRuntime().addShutdownHook(thread); }";

    private Modules() {}

    /** Compiles a module of {@code classes} classes; calling its operator loads {@code touched} of them. */
    static Path compile(int classes, int touched) {
        return compile(classes, touched, classes);
    }

    /** Compiles a module whose operator loads all of {@code classes} classes; every tenth has a thread-local and a hook. */
    static Path compileWoven(int classes) {
        return compile(classes, classes, 10);
    }

    private static Path compile(int classes, int touched, int leaving) {
        ModuleSource source = ModuleSource.module(
                "module " + NAME + " { provides java.util.function.UnaryOperator with bench.module.Operator; }");
        StringBuilder touch = new StringBuilder();
        for (int number = 1; number < classes; number++) {
            source = source.type(type(number, number % leaving == 0 ? LEAVING : ""));
            if (number < touched) {
                touch.append("length += new Type").append(number).append("().length(text);");
            }
        }
        source = source.type("package bench.module; public class Operator"
                + " implements java.util.function.UnaryOperator<String> { public String apply(String text)"
                + " { int length = 0; " + touch + " return text + length; } }");
        return source.toJar(directory().resolve("module.jar"));
    }

    /** Compiles a plain jar that provides a {@link Calculator}. */
    public static Path calculator() {
        return ModuleSource.plain()
                .service("dev.layers.benchmarks.Calculator", "bench.Sum")
                .type("package bench; import dev.layers.benchmarks.Calculator;"
                        + " public class Sum implements Calculator {"
                        + " private final Listener kept = new Heard();"
                        + " public int add(int one, int other) { return one + other; }"
                        + " public String greet(String name) { return name; }"
                        + " public boolean take(Listener listener) { return listener != null; }"
                        + " public Listener same() { return kept; }"
                        + " public Listener fresh() { return new Heard(); }"
                        + " static class Heard implements Listener { public void hear() {} } }")
                .dependsOn(ownClasses())
                .toJar(directory().resolve("calculator.jar"));
    }

    /** A class of ordinary size: some fields, some methods. */
    private static String type(int number, String more) {
        StringBuilder text = new StringBuilder("package bench.module; public class Type" + number + " {");
        for (int member = 0; member < 10; member++) {
            text.append("private String field")
                    .append(member)
                    .append(" = \"value ")
                    .append(number * member)
                    .append("\";")
                    .append("public int method")
                    .append(member)
                    .append("(String text) { return field")
                    .append(member)
                    .append(".length() + text.indexOf(\"")
                    .append(number)
                    .append("\"); }");
        }
        return text.append(more)
                .append("public int length(String text) { return method1(text) + method2(text); } }")
                .toString();
    }

    private static Path ownClasses() {
        try {
            return Path.of(Modules.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("layers-benchmark");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
