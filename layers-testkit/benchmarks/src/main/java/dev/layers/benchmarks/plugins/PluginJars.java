package dev.layers.benchmarks.plugins;

import dev.layers.testkit.ModuleSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.BundleActivator;

/**
 * Plug-ins that differ in their names alone: compiled once, for each of them the name is written over the one in the bytes, which is as
 * long. Each provides a {@code UnaryOperator}, whose call loads all other classes, 50 at the most.
 */
public final class PluginJars {
    private static final String STEM = "set.m0000";
    private static final int TOUCHED = 50;

    private final Path directory;
    private final byte[] modular;
    private final byte[] bundle;

    private PluginJars(Path directory, byte[] modular, byte[] bundle) {
        this.directory = directory;
        this.modular = modular;
        this.bundle = bundle;
    }

    /**
     * Compiles plug-ins.
     *
     * @param directory where their jars will be
     * @param classes how many classes each has
     */
    public static PluginJars of(Path directory, int classes) throws IOException {
        ModuleSource module = ModuleSource.module(
                "module " + STEM + " { provides java.util.function.UnaryOperator with " + STEM + ".Operator; }");
        byte[] modular = classes(module, classes, "", "")
                .service("java.util.function.UnaryOperator", STEM + ".Operator")
                .resource("META-INF/extensions.idx", STEM + ".Operator\n")
                .manifest("Plugin-Id", STEM)
                .manifest("Plugin-Version", "1.0.0")
                .bytes();
        byte[] bundle = classes(
                        ModuleSource.plain().dependsOn(library(BundleActivator.class)),
                        classes,
                        ", org.osgi.framework.BundleActivator",
                        "public void start(org.osgi.framework.BundleContext context) {"
                                + " context.registerService(java.util.function.UnaryOperator.class, this, null); }"
                                + " public void stop(org.osgi.framework.BundleContext context) {}")
                .manifest("Bundle-ManifestVersion", "2")
                .manifest("Bundle-SymbolicName", STEM)
                .manifest("Bundle-Version", "1.0.0")
                .manifest("Bundle-Activator", STEM + ".Operator")
                .manifest("Import-Package", "org.osgi.framework")
                .bytes();
        return new PluginJars(directory, modular, bundle);
    }

    /** Writes plug-ins, numbered from nought. */
    public List<PluginJar> write(int plugins) throws IOException {
        List<PluginJar> jars = IntStream.range(0, plugins).mapToObj(this::jar).toList();
        for (PluginJar jar : jars) {
            write(jar);
        }
        return jars;
    }

    /** Writes the files of a plug-in once more, as a deployment of another version does: by a rename over the former ones. */
    public void write(PluginJar jar) throws IOException {
        replace(jar.modular(), named(modular, jar.name()));
        replace(jar.bundle(), named(bundle, jar.name()));
        Path root = jar.repository().resolve(jar.name().replace('.', '/') + "/main");
        replace(root.resolve(jar.name() + ".jar"), Files.readAllBytes(jar.modular()));
        replace(
                root.resolve("module.xml"),
                ("<module xmlns='urn:jboss:module:1.9' name='" + jar.name() + "' version='1.0'>"
                                + "<resources><resource-root path='" + jar.name() + ".jar'/></resources></module>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the directory that has all plug-ins as modules, and nothing else. */
    public Path modules() {
        return directory.resolve("modules");
    }

    private PluginJar jar(int number) {
        String name = String.format("set.m%04d", number);
        return new PluginJar(
                name,
                modules().resolve(name + ".jar"),
                directory.resolve("bundles").resolve(name + ".jar"),
                directory.resolve("repository"));
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.write(file.resolveSibling(file.getFileName() + ".fresh"), bytes);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] named(byte[] jar, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(jar.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(renamed(entry.getName(), name)));
                String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                out.write(renamed(text, name).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toByteArray();
    }

    private static String renamed(String text, String name) {
        return text.replace(STEM, name).replace(STEM.replace('.', '/'), name.replace('.', '/'));
    }

    private static ModuleSource classes(ModuleSource module, int classes, String interfaces, String members) {
        ModuleSource source = module;
        StringBuilder touch = new StringBuilder();
        for (int number = 1; number < classes; number++) {
            source = source.type(type(number));
            if (number < TOUCHED) {
                touch.append("length += new Type").append(number).append("().length(text); ");
            }
        }
        return source.type("package " + STEM + "; public class Operator"
                + " implements java.util.function.UnaryOperator<String>" + interfaces + " { " + members
                + " public String apply(String text) { int length = 0; " + touch + " return text + length; } }");
    }

    /** A class of ordinary size: some fields, some methods. */
    private static String type(int number) {
        StringBuilder text = new StringBuilder("package " + STEM + "; public class Type" + number + " {");
        for (int member = 0; member < 10; member++) {
            text.append(String.format(
                    "private String field%1$d = \"value %2$d\"; public int method%1$d(String text) {"
                            + " return field%1$d.length() + text.indexOf(\"%2$d\"); }",
                    member, number * member));
        }
        return text.append("public int length(String text) { return method1(text) + method2(text); } }")
                .toString();
    }

    private static Path library(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
