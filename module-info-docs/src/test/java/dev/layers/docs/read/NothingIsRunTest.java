package dev.layers.docs.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.ModuleSource;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.model.Trouble;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another JVM reads a module whose classes would be heard if they ran, and tells which classes it loads. */
class NothingIsRunTest {
    private static final String LOADED = "-Xlog:class+load";

    @TempDir
    private Path temporary;

    private Path jar;
    private Path sources;

    @BeforeEach
    void makeTheModule() throws Exception {
        jar = ModuleSource.in(temporary)
                .file("module-info.java", """
                        @org.loud.Loud.Mark
                        module org.loud {
                            exports org.loud;
                            uses org.loud.Loud.Service;
                            provides org.loud.Loud.Service with org.loud.Loud.Provider;
                        }
                        """)
                .file("org/loud/Loud.java", """
                        package org.loud;

                        @Loud.Mark
                        public class Loud {
                            static { System.out.println("Loud is heard"); }
                            public @interface Mark {}
                            public interface Service {}
                            public static class Provider implements Service {
                                static { System.out.println("Provider is heard"); }
                            }
                            public static void main(String[] arguments) {}
                        }
                        """)
                .jar("loud.jar", "--main-class", "org.loud.Loud");
        sources = new JarText()
                .entry("org/loud/Loud.java", "package org.loud; /** Loud. */ public class Loud {}")
                .at(temporary.resolve("loud-sources.jar"));
    }

    @Test
    void classThatIsRun_isHeardAndSeen() throws Exception {
        String output = run(List.of(LOADED), "-cp", jar.toString(), "org.loud.Loud");

        assertThat(output).contains("Loud is heard").containsPattern("org\\.loud\\.Loud source: ");
    }

    @Test
    void moduleThatIsRead_isNeitherHeardNorSeen() throws Exception {
        String output = run(
                List.of(LOADED),
                "-cp",
                OtherJvm.ownPath(Reader.class),
                Reader.class.getName(),
                jar.toString(),
                sources.toString());

        assertThat(output)
                .contains("read: org.loud.Loud Loud.")
                .containsPattern("dev\\.layers\\.docs\\.read\\.ModuleReader source: ")
                .doesNotContain("is heard")
                .doesNotContainPattern("org\\.loud\\.\\S* source: ");
    }

    @Test
    void sourcesWithoutTheCompiler_areLeftOut() throws Exception {
        String output = run(
                List.of("--limit-modules", "java.base"),
                "-cp",
                OtherJvm.ownPath(Reader.class),
                Reader.class.getName(),
                jar.toString(),
                sources.toString());

        assertThat(output.lines())
                .contains("read: org.loud.Loud ")
                .contains("trouble: " + sources
                        + ": not read, module 'jdk.compiler' is not in the running JDK; run with a"
                        + " JDK that has it, or with '--add-modules jdk.compiler'");
    }

    private String run(List<String> options, String... arguments) throws Exception {
        return OtherJvm.in(temporary).run(options, arguments);
    }

    /** The main class of the other JVM. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) throws Exception {
            ModuleSet set = ModuleReader.read(
                    new Inputs(Stream.of(arguments).map(Path::of).toList(), Inputs.Image.LEFT_OUT));
            set.modules().stream()
                    .flatMap(module -> module.content().types().stream())
                    .forEach(type -> System.out.println(
                            "read: " + type.name() + " " + type.summary().orElse("")));
            set.troubles().stream().map(Reader::text).forEach(System.out::println);
        }

        private static String text(Trouble trouble) {
            return "trouble: " + trouble.place() + ": " + trouble.found();
        }
    }
}
