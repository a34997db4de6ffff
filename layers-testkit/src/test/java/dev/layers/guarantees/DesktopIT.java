package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desktop of the JDK keeps the class loader that it is first used with, unless the host's was first. */
class DesktopIT {
    private static final String IMAGES = "javax.imageio.ImageIO.getReaderFormatNames();";
    private static final String EVENTS = "java.awt.EventQueue.invokeAndWait(() -> {});";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {IMAGES, EVENTS})
    @DisplayName("Control: without Layers, a module that uses the desktop first is kept by it")
    void bareLayer_thatUsesTheDesktop_isKept(String use) throws Exception {
        Path jar = module(use);

        List<String> lines = run("bare", jar);

        assertThat(lines).contains("collected: false");
    }

    @ParameterizedTest
    @ValueSource(strings = {IMAGES, EVENTS})
    @DisplayName("A module that uses the desktop first is collected")
    void module_thatUsesTheDesktop_isCollected(String use) throws Exception {
        Path jar = module(use);

        List<String> lines = run("layers", jar);

        assertThat(lines).contains("collected: true");
    }

    private List<String> run(String kind, Path jar) throws Exception {
        return new ForkedJvm(directory, directory)
                .run(DesktopHost.class, List.of("-Djava.awt.headless=true"), kind, jar);
    }

    private Path module(String use) {
        return ModuleSource.module(
                        "module chat { requires java.desktop; provides java.util.function.UnaryOperator with acme.Chat; }")
                .type("""
                        package acme;
                        public class Chat implements java.util.function.UnaryOperator<String> {
                            public String apply(String text) {
                                Thread current = Thread.currentThread();
                                ClassLoader before = current.getContextClassLoader();
                                current.setContextClassLoader(Chat.class.getClassLoader());
                                try {
                                    %s
                                    return text;
                                } catch (Exception impossible) {
                                    throw new IllegalStateException(impossible);
                                } finally {
                                    current.setContextClassLoader(before);
                                }
                            }
                        }
                        """.formatted(use.contains("invoke") ? use : "if (text.isEmpty()) throw new Exception(); " + use))
                .toJar(directory.resolve("chat.jar"));
    }
}
