package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {
    private static final String WANTED = "name a modular jar, a directory of classes or a directory of jars";

    @TempDir
    private Path temporary;

    @Test
    void modularJar_isReadWithVersionsAndMainClass() throws Exception {
        Path fonts = ModuleSource.in(temporary.resolve("fonts"))
                .file("module-info.java", "module org.acme.fonts { exports org.acme.fonts; }")
                .file("org/acme/fonts/Fonts.java", "package org.acme.fonts; public interface Fonts {}")
                .option("--module-version", "3.1")
                .jar("fonts.jar");
        Path pdf = ModuleSource.in(temporary.resolve("pdf"))
                .file("module-info.java", """
                        module org.acme.pdf {
                            requires transitive org.acme.fonts;
                            requires java.logging;
                            exports org.acme.pdf to org.acme.fonts;
                            opens org.acme.pdf;
                            uses org.acme.fonts.Fonts;
                            provides org.acme.fonts.Fonts with org.acme.pdf.Main;
                        }
                        """)
                .file("org/acme/pdf/Main.java", """
                        package org.acme.pdf;

                        public class Main implements org.acme.fonts.Fonts {
                            public static void main(String[] arguments) {}
                        }
                        """)
                .option("--module-path", fonts.toString())
                .jar("pdf.jar", "--module-version", "1.2", "--main-class", "org.acme.pdf.Main");

        Pages pages =
                Pages.of(Documentation.of(Artifacts.at(List.of(pdf, fonts)).descriptors()));

        assertThat(pages.texts().get("org.acme.pdf.md")).isEqualTo("""
                        <!-- Written by module-info-docs from module descriptors; changes by hand are lost. -->

                        # Module `org.acme.pdf`

                        - Kind: normal
                        - Version: `1.2`
                        - Main class: `org.acme.pdf.Main`

                        ## Requires

                        | Module | Modifiers | Compiled against |
                        | --- | --- | --- |
                        | `java.logging` |  |  |
                        | [`org.acme.fonts`](org.acme.fonts.md) | transitive | `3.1` |

                        ## Exports

                        | Package | To |
                        | --- | --- |
                        | `org.acme.pdf` | [`org.acme.fonts`](org.acme.fonts.md) |

                        ## Opens

                        | Package | To |
                        | --- | --- |
                        | `org.acme.pdf` | every module |

                        ## Uses

                        | Service |
                        | --- |
                        | `org.acme.fonts.Fonts` |

                        ## Provides

                        | Service | Providers |
                        | --- | --- |
                        | `org.acme.fonts.Fonts` | `org.acme.pdf.Main` |

                        [All modules](index.md)
                        """);
    }

    @Test
    void automaticJar_isReadFromItsNameAndItsPackages() throws Exception {
        Path jar = ModuleSource.in(temporary)
                .file("org/old/Old.java", "package org.old; class Old {}")
                .jar("old-times-1.0.jar");

        ModuleDescriptor module = onlyModule(jar);

        assertThat(module.isAutomatic()).isTrue();
        assertThat(module.toNameAndVersion()).isEqualTo("old.times@1.0");
        assertThat(module.packages()).containsExactly("org.old");
    }

    @Test
    void explodedDirectory_isRead() throws Exception {
        Path classes = module("exploded", "open module org.acme.exploded {}").classes();

        ModuleDescriptor module = onlyModule(classes);

        assertThat(module.name()).isEqualTo("org.acme.exploded");
        assertThat(module.isOpen()).isTrue();
    }

    @Test
    void directoryOfJars_isReadJarByJar() throws Exception {
        Path jars = Files.createDirectories(temporary.resolve("jars"));
        Files.move(module("one", "module one {}").jar("one.jar"), jars.resolve("one.jar"));
        Files.move(module("two", "module two {}").jar("two.jar"), jars.resolve("two.jar"));
        Files.writeString(jars.resolve("notes.txt"), "no jar");

        Artifacts artifacts = Artifacts.at(List.of(jars));

        assertThat(artifacts.descriptors()).extracting(ModuleDescriptor::name).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void missingPath_isRefused() {
        Path missing = temporary.resolve("x.jar");

        assertRefused(missing, missing + ": no file there; " + WANTED);
    }

    @Test
    void fileThatIsNoJarByItsName_isRefused() throws Exception {
        Path notes = Files.writeString(temporary.resolve("notes.txt"), "no jar");

        assertRefused(notes, notes + ": not a jar by its name; " + WANTED);
    }

    @Test
    void directoryOfNothing_isRefused() {
        assertRefused(temporary, temporary + ": no module-info.class and no jar in it; " + WANTED);
    }

    @Test
    void jarThatIsNoZip_isRefused() throws Exception {
        Path jar = Files.writeString(temporary.resolve("x.jar"), "no zip");

        assertRefused(jar, unreadable(jar, "zip END header not found"));
    }

    @Test
    void brokenJarInADirectory_isRefusedByItsOwnPath() throws Exception {
        Path jar = Files.writeString(temporary.resolve("x.jar"), "no zip");

        assertRefused(temporary, unreadable(jar, "zip END header not found"));
    }

    @Test
    void corruptDescriptor_isRefused() throws Exception {
        Files.writeString(temporary.resolve("module-info.class"), "no class");

        assertRefused(temporary, unreadable(temporary, "Bad magic number"));
    }

    @Test
    void corruptDescriptorInAJar_isRefused() throws Exception {
        Path jar = temporary.resolve("broken.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("module-info.class"));
            zip.write("no class".getBytes(StandardCharsets.UTF_8));
        }

        assertRefused(jar, unreadable(jar, "Bad magic number"));
    }

    @Test
    void jarWhoseNameGivesNoModuleName_isRefused() throws Exception {
        Path jar = ModuleSource.in(temporary)
                .file("org/old/Old.java", "package org.old; class Old {}")
                .jar("1.jar");

        assertRefused(jar, unreadable(jar, "1: Invalid module name: '1' is not a Java identifier"));
    }

    @Test
    void twoArtifactsOfOneModule_areRefusedByBothPaths() throws Exception {
        Path first = module("first", "module same {}").jar("first.jar");
        Path second = module("second", "module same {}").classes();

        assertThatThrownBy(() -> Artifacts.at(List.of(first, second)))
                .isInstanceOf(ArtifactException.class)
                .hasMessage(first + " and " + second + ": both are module 'same', one artifact per module is wanted;"
                        + " leave one of them out");
    }

    private ModuleSource module(String directory, String descriptor) throws IOException {
        return ModuleSource.in(temporary.resolve(directory)).file("module-info.java", descriptor);
    }

    private static ModuleDescriptor onlyModule(Path path) throws ArtifactException {
        List<ModuleDescriptor> descriptors = Artifacts.at(List.of(path)).descriptors();
        assertThat(descriptors).hasSize(1);
        return descriptors.get(0);
    }

    private static String unreadable(Path path, String reason) {
        return path + ": no module descriptor could be read (" + reason + "); build it again or leave it out";
    }

    private static void assertRefused(Path path, String message) {
        assertThatThrownBy(() -> Artifacts.at(List.of(path)))
                .isInstanceOf(ArtifactException.class)
                .hasMessage(message);
    }
}
