package dev.layers.docs.read;

import static dev.layers.docs.read.Reading.moduleAt;
import static dev.layers.docs.read.Reading.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.docs.ModuleSource;
import dev.layers.docs.findings.Findings;
import dev.layers.docs.findings.Rule;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.MemberUse;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.read.Inputs.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleReaderTest {
    private static final String WANTED = "name a modular jar, a directory of classes or a directory of jars";

    @TempDir
    private Path temporary;

    @Test
    void modularJar_isReadWithItsExportedTypes() throws Exception {
        Path jar = fonts("fonts.jar");

        DocumentedModule module = moduleAt(jar);

        assertThat(module.name()).isEqualTo("org.acme.fonts");
        assertThat(module.version()).contains("3.1");
        assertThat(names(module)).containsExactly("org.acme.fonts.Font", "org.acme.fonts.Fonts");
    }

    @Test
    void explodedModule_isReadLikeItsJar() throws Exception {
        Path jar = fonts("fonts.jar");
        Path classes = temporary.resolve("fonts/classes");

        DocumentedModule module = moduleAt(classes);

        assertThat(module).isEqualTo(moduleAt(jar));
    }

    @Test
    void directoryOfJarsAndExplodedModules_isReadLikeAModulePath() throws Exception {
        Path path = Files.createDirectories(temporary.resolve("path"));
        Files.move(fonts("fonts.jar"), path.resolve("fonts.jar"));
        Files.move(module("exploded", "module org.acme.exploded {}").classes(), path.resolve("exploded"));
        Files.writeString(path.resolve("notes.txt"), "no module");

        ModuleSet set = Reading.of(path);

        assertThat(names(set)).containsExactly("org.acme.exploded", "org.acme.fonts");
        assertThat(set.troubles()).isEmpty();
    }

    @Test
    void typesOfQualifiedExports_areRead() throws Exception {
        Path jar = module("qualified", "@SuppressWarnings(\"module\") module one { exports org.one to two; }")
                .file("org/one/One.java", "package org.one; public class One {}")
                .jar("one.jar");

        assertThat(names(moduleAt(jar))).containsExactly("org.one.One");
    }

    @Test
    void hiddenTypes_areLeftOut() throws Exception {
        Path jar = module("hidden", "module one { exports org.one; }")
                .file("org/one/One.java", """
                        package org.one;

                        public class One {
                            protected static class Seen {}
                            private static class Unseen {}
                            static class Inside { public static class Deep {} }
                            Runnable anonymous = new Runnable() { public void run() {} };
                        }
                        """)
                .file("org/one/Two.java", "package org.one; class Two { public static class Deep {} }")
                .file("org/one/internal/Three.java", "package org.one.internal; public class Three {}")
                .jar("one.jar");

        assertThat(names(moduleAt(jar))).containsExactly("org.one.One", "org.one.One$Seen");
    }

    @Test
    void providers_areReadWithoutExport_andSoAreTypesThatTheyName() throws Exception {
        Path jar = module("providers", "module one { provides Runnable with org.one.internal.Job; }")
                .file("org/one/internal/Job.java", """
                        package org.one.internal;

                        public class Job implements Runnable {
                            public void run() {}
                            public Plan plan() { return new Plan(); }
                        }
                        """)
                .file("org/one/internal/Plan.java", """
                        package org.one.internal;

                        public class Plan { public Step[] steps() { return new Step[0]; } }
                        """)
                .file("org/one/internal/Step.java", "package org.one.internal; class Step {}")
                .file("org/one/internal/Unnamed.java", "package org.one.internal; public class Unnamed {}")
                .jar("one.jar");

        assertThat(names(moduleAt(jar)))
                .containsExactly("org.one.internal.Job", "org.one.internal.Plan", "org.one.internal.Step");
    }

    @Test
    void automaticModule_exportsEveryPackage() throws Exception {
        Path jar = ModuleSource.in(temporary)
                .file("org/old/Old.java", "package org.old; public class Old {}")
                .file("org/old/internal/Older.java", "package org.old.internal; public class Older {}")
                .jar("old-times-1.0.jar");

        DocumentedModule module = moduleAt(jar);

        assertThat(module.descriptor().toNameAndVersion()).isEqualTo("old.times@1.0");
        assertThat(module.kind()).isEqualTo("automatic");
        assertThat(names(module)).containsExactly("org.old.Old", "org.old.internal.Older");
    }

    @Test
    void automaticModule_isCalledAsItsManifestSays() throws Exception {
        Path manifest = Files.writeString(temporary.resolve("manifest"), "Automatic-Module-Name: org.old\n");
        Path jar = ModuleSource.in(temporary)
                .file("org/old/Old.java", "package org.old; public class Old {}")
                .jar("1.jar", "--manifest", manifest.toString());

        assertThat(moduleAt(jar).name()).isEqualTo("org.old");
    }

    @Test
    void classesWithoutDescriptor_areAnAutomaticModuleNamedByTheirDirectory() throws Exception {
        Path classes = ModuleSource.in(temporary.resolve("x"))
                .file("org/old/Old.java", "package org.old; public class Old {}")
                .classes();
        Path named = Files.move(classes, temporary.resolve("old-times"));

        DocumentedModule module = moduleAt(named);

        assertThat(module.name()).isEqualTo("old.times");
        assertThat(module.kind()).isEqualTo("automatic");
        assertThat(names(module)).containsExactly("org.old.Old");
    }

    @Test
    void classesWithoutDescriptor_areCalledAsTheirManifestSays() throws Exception {
        Path classes = ModuleSource.in(temporary)
                .file("org/old/Old.java", "package org.old; public class Old {}")
                .classes();
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(classes.resolve("META-INF/MANIFEST.MF"), "Automatic-Module-Name: org.old\n");

        assertThat(moduleAt(classes).name()).isEqualTo("org.old");
    }

    @Test
    void packagesUsed_areThoseOfCodeSignaturesAnnotationsAndServices() throws Exception {
        Path jar = module(
                        "user",
                        "module one { requires java.sql; requires java.logging; requires java.xml; uses java.nio.file.spi.FileSystemProvider; }")
                .file("org/one/One.java", """
                        package org.one;

                        @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS)
                        @interface One {
                            class Code { Object code() { return java.util.logging.Level.ALL; } }
                            class Generic { java.util.List<? extends java.sql.Connection> connections; }
                            class Arrays { Object array() { return new javax.xml.transform.Source[0]; } }
                            class Text { String text = "java.net.URI"; }
                        }
                        """)
                .jar("one.jar");

        assertThat(moduleAt(jar).content().packagesUsed())
                .containsExactly(
                        "java.lang",
                        "java.lang.annotation",
                        "java.nio.file.spi",
                        "java.sql",
                        "java.util",
                        "java.util.logging",
                        "javax.xml.transform");
    }

    @Test
    void typesExposed_areThoseThatOthersCannotSeeThroughThisModule() throws Exception {
        Path fonts = fonts("fonts.jar");
        Path jar = module("exposing", "module pdf { requires org.acme.fonts; requires java.sql; exports org.pdf; }")
                .file("org/pdf/Pdf.java", """
                        package org.pdf;

                        public class Pdf extends org.pdf.internal.Base {
                            public Pdf(java.util.List<? extends org.acme.fonts.Font> fonts) {}
                            protected org.acme.fonts.Font font;
                            public void save() throws java.sql.SQLException {}
                            private org.pdf.internal.Secret secret;
                            public String text() { return ""; }
                        }
                        """)
                .file("org/pdf/internal/Base.java", "package org.pdf.internal; public class Base {}")
                .file("org/pdf/internal/Secret.java", "package org.pdf.internal; public class Secret {}")
                .option("--module-path", fonts.toString())
                .jar("pdf.jar");

        assertThat(moduleAt(jar).content().typesExposed())
                .isEqualTo(Map.of(
                        "java.sql.SQLException", "org.pdf.Pdf.save",
                        "org.acme.fonts.Font", "org.pdf.Pdf.font",
                        "org.pdf.internal.Base", "org.pdf.Pdf"));
    }

    @Test
    void membersUsed_areThoseOfOtherModulesWithoutTheJdk() throws Exception {
        Path fonts = fonts("fonts.jar");
        Path jar = module("linking", "module pdf { requires org.acme.fonts; }")
                .file("org/pdf/Pdf.java", """
                        package org.pdf;

                        class Pdf {
                            int all(org.acme.fonts.Fonts fonts) {
                                java.util.function.Function<String, org.acme.fonts.Font> find = fonts::find;
                                System.out.println(own());
                                return find.apply("x").size;
                            }

                            int own() { return 1; }
                        }
                        """)
                .option("--module-path", fonts.toString())
                .jar("pdf.jar");

        assertThat(moduleAt(jar).content().membersUsed())
                .containsExactly(
                        new MemberUse("org.acme.fonts.Font", "size", "I"),
                        new MemberUse("org.acme.fonts.Fonts", "find", "(Ljava/lang/String;)Lorg/acme/fonts/Font;"));
    }

    @Test
    void modulesOfTheImage_areKnownByTheirDescriptors() throws Exception {
        ModuleSet set = Reading.of(fonts("fonts.jar"));

        assertThat(set.known()).extracting(DocumentedModule::name).contains("java.base", "java.logging");
        assertThat(set.known())
                .allSatisfy(module -> assertThat(module.content().types()).isEmpty());
        assertThat(names(set)).containsExactly("org.acme.fonts");
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
    void modulesOfTheModulePath_areKnownAndNotDocumented() throws Exception {
        Path user = module("user", "module user {}").jar("user.jar");

        ModuleSet set = read(user, fonts("fonts.jar"));

        assertThat(names(set)).containsExactly("user");
        assertThat(set.known())
                .filteredOn(module -> module.name().equals("org.acme.fonts"))
                .singleElement()
                .satisfies(module -> assertThat(module.content().types()).isEmpty());
        assertThat(set.troubles()).isEmpty();
    }

    @Test
    void modulesThatAreGiven_goBeforeThoseOfTheModulePath() throws Exception {
        Path fonts = fonts("fonts.jar");

        ModuleSet set = read(fonts, fonts);

        assertThat(names(set)).containsExactly("org.acme.fonts");
        assertThat(set.known()).extracting(DocumentedModule::name).doesNotContain("org.acme.fonts");
        assertThat(set.troubles()).isEmpty();
    }

    @Test
    void moduleThatIsOnTheModulePathOnly_isNotMissing() throws Exception {
        Path fonts = fonts("fonts.jar");
        Path user = module("user", "module user { requires org.acme.fonts; }")
                .option("--module-path", fonts.toString())
                .jar("user.jar");

        assertThat(Findings.of(Reading.of(user)).of(Rule.MISSING_MODULE)).hasSize(1);
        assertThat(Findings.of(read(user, fonts)).of(Rule.MISSING_MODULE)).isEmpty();
    }

    private static ModuleSet read(Path path, Path modulePath) throws Exception {
        return ModuleReader.read(new Inputs(List.of(path), List.of(modulePath), Image.LEFT_OUT));
    }

    private static void assertRefused(Path path, String message) {
        assertThatThrownBy(() -> Reading.of(path))
                .isInstanceOf(ArtifactException.class)
                .hasMessage(message);
    }

    private Path fonts(String jar) throws IOException {
        return module("fonts", "module org.acme.fonts { exports org.acme.fonts; }")
                .file("org/acme/fonts/Font.java", "package org.acme.fonts; public class Font { public int size; }")
                .file("org/acme/fonts/Fonts.java", """
                        package org.acme.fonts;

                        public interface Fonts { Font find(String name); }
                        """)
                .option("--module-version", "3.1")
                .jar(jar);
    }

    private ModuleSource module(String directory, String descriptor) throws IOException {
        return ModuleSource.in(temporary.resolve(directory)).file("module-info.java", descriptor);
    }
}
