package dev.layers.others;

import dev.layers.LayerManager;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.launch.Framework;
import org.pf4j.Plugin;

/** The plug-ins that the pages for people from elsewhere show, made of the sources that stand there. */
final class ShownPlugins {
    private static final Path SOURCES = Path.of("src/test/guide");

    private ShownPlugins() {}

    /** Writes the plug-in for Layers, which greets with {@code word}. */
    static Path layers(Path jar, String word) {
        return services(source("layers", word)).toJar(jar);
    }

    /** Writes the plug-in for PF4J, which greets with {@code word}. */
    static Path pf4j(Path jar, String word) {
        return plugin(word).toJar(jar);
    }

    /** Writes the plug-in for PF4J with what Layers needs besides: the name of its service. */
    static Path both(Path jar, String word) {
        return plugin(word).service(Greeter.class.getName(), "acme.Hello").toJar(jar);
    }

    /** Writes the bundle, which greets with {@code word}. */
    static Path bundle(Path jar, String word) {
        return source("osgi", word)
                .manifest("Bundle-ManifestVersion", "2")
                .manifest("Bundle-SymbolicName", "chat")
                .manifest("Bundle-Activator", "acme.Hello")
                .manifest("Import-Package", "dev.layers.others,org.osgi.framework")
                .toJar(jar);
    }

    private static ModuleSource plugin(String word) {
        return source("pf4j", word)
                .resource("META-INF/extensions.idx", "acme.Hello\n")
                .manifest("Plugin-Id", "chat")
                .manifest("Plugin-Version", "1.0.0")
                .manifest("Plugin-Class", "acme.Chat");
    }

    private static ModuleSource services(ModuleSource source) {
        return source.service(Greeter.class.getName(), "acme.Hello")
                .service("dev.layers.module.ModuleLifecycle", "acme.Chat");
    }

    private static ModuleSource source(String directory, String word) {
        ModuleSource source = ModuleSource.plain()
                .dependsOn(
                        Libraries.of(Greeter.class),
                        Libraries.of(LayerManager.class),
                        Libraries.of(Plugin.class),
                        Libraries.of(Framework.class));
        for (Path file : files(SOURCES.resolve(directory).resolve("acme"))) {
            source = source.type(text(file).replace("Hello \"", word + " \""));
        }
        return source;
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
