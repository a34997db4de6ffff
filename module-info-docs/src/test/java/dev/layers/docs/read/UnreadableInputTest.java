package dev.layers.docs.read;

import static dev.layers.docs.read.Reading.assertTrouble;
import static dev.layers.docs.read.Reading.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.ModuleSource;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.model.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside each input that cannot be read lies a good one, which is read all the same. */
class UnreadableInputTest {
    private static final String REST = "; build it again or leave it out";
    private static final String ONE = "org/one/One.class";
    private static final int MAJOR_VERSION = 7;
    private static final int FUTURE = 250;
    private static final int TOO_LARGE = (16 << 20) + 1;

    @TempDir
    private Path temporary;

    private Path good;

    @BeforeEach
    void makeTheGoodOne() throws Exception {
        good = ModuleSource.in(temporary.resolve("good"))
                .file("module-info.java", "module good { exports org.good; }")
                .file("org/good/Good.java", "package org.good; public class Good {}")
                .jar("good.jar");
    }

    @Test
    void jarThatIsNoZip_isLeftOut() throws Exception {
        Path jar = Files.writeString(temporary.resolve("x.jar"), "no zip");

        assertLeftOut(jar, "no module can be read (zip END header not found)" + REST);
    }

    @Test
    void emptyFile_isLeftOut() throws Exception {
        Path jar = Files.createFile(temporary.resolve("x.jar"));

        assertLeftOut(jar, "no module can be read (zip file is empty)" + REST);
    }

    @Test
    void truncatedJar_isLeftOut() throws Exception {
        byte[] bytes = one().bytes();
        Path jar = Files.write(temporary.resolve("x.jar"), Arrays.copyOf(bytes, bytes.length / 2));

        assertLeftOut(jar, "no module can be read (zip END header not found)" + REST);
    }

    @Test
    void jarWithACorruptDescriptor_isLeftOut() throws Exception {
        Path jar = one().entry("module-info.class", "no class").at(temporary.resolve("x.jar"));

        assertLeftOut(jar, "no module can be read (Bad magic number)" + REST);
    }

    @Test
    void descriptorOfANewerJdk_isLeftOut() throws Exception {
        JarText one = one();
        one.content("module-info.class")[MAJOR_VERSION] = (byte) FUTURE;

        assertLeftOut(
                one.at(temporary.resolve("x.jar")),
                "no module can be read (Unsupported major.minor version 250.0)" + REST);
    }

    @Test
    void explodedModuleWithACorruptDescriptor_isLeftOut() throws Exception {
        Path directory = Files.createDirectories(temporary.resolve("x"));
        Files.writeString(directory.resolve("module-info.class"), "no class");

        assertLeftOut(directory, "no module can be read (Bad magic number)" + REST);
    }

    @Test
    void jarWhoseNameGivesNoModuleName_isLeftOut() throws Exception {
        Path jar = new JarText().entry("a/A.txt", "text").at(temporary.resolve("1.jar"));

        assertLeftOut(jar, "no module can be read (1: Invalid module name: '1' is not a Java identifier)" + REST);
    }

    @Test
    void directoryOfClassesWhoseNameGivesNoModuleName_isLeftOut() throws Exception {
        Path classes = Files.createDirectories(temporary.resolve("1/org"));
        Files.writeString(classes.resolve("A.class"), "no class");

        assertLeftOut(
                temporary.resolve("1"),
                "no module can be read (1: Invalid module name: '1' is not a Java identifier)" + REST);
    }

    @Test
    void automaticModuleWithAClassInTheUnnamedPackage_isLeftOut() throws Exception {
        Path jar = new JarText().entry("One.class", one().content(ONE)).at(temporary.resolve("x.jar"));

        assertLeftOut(
                jar,
                "no module can be read (One.class found in top-level directory (unnamed package not allowed in module))"
                        + REST);
    }

    @Test
    void automaticModuleWithAProviderThatIsNotThere_isLeftOut() throws Exception {
        Path jar = new JarText()
                .entry("META-INF/services/java.lang.Runnable", "org.gone.Gone")
                .at(temporary.resolve("x.jar"));

        assertLeftOut(jar, "no module can be read (provider 'org.gone.Gone' is not in it)" + REST);
    }

    @Test
    void secondArtifactOfAModule_isLeftOutAndBothAreNamed() throws Exception {
        Path second = Files.copy(good, temporary.resolve("second.jar"));

        assertLeftOut(
                second, "left out, its module 'good' was found in " + good + " already; give one artifact per module");
    }

    @Test
    void emptyDirectory_isTold() throws Exception {
        Path directory = Files.createDirectories(temporary.resolve("empty"));

        assertLeftOut(
                directory,
                "no module-info.class, no jar and no class in it; name a jar, a directory of classes or a directory of"
                        + " jars");
    }

    @Test
    void linkInACircle_isTold() throws Exception {
        Path directory = Files.createDirectories(temporary.resolve("jars"));
        Path link = Files.createSymbolicLink(directory.resolve("x.jar"), directory.resolve("x.jar"));

        ModuleSet set = Reading.of(good, directory);

        assertTrouble(set, link.toString(), "no file, although it is called a jar" + REST);
        assertThat(names(set)).containsExactly("good");
    }

    @Test
    void linkToADirectoryAround_isNotFollowed() throws Exception {
        Path classes = temporary.resolve("good/classes");
        Files.createSymbolicLink(classes.resolve("org/good/loop"), classes);

        ModuleSet set = Reading.of(classes);

        assertThat(set.troubles()).isEmpty();
        assertThat(names(set.modules().get(0))).containsExactly("org.good.Good");
    }

    @Test
    void corruptClass_isLeftOutOfItsModule() throws Exception {
        assertClassLeftOut(one().entry(ONE, "no class, but a text"), "left out, it is no class file" + REST);
    }

    @Test
    void truncatedClass_isLeftOutOfItsModule() throws Exception {
        JarText one = one();
        byte[] bytes = one.content(ONE);

        assertClassLeftOut(
                one.entry(ONE, Arrays.copyOf(bytes, bytes.length / 2)), "left out, it is no whole class file" + REST);
    }

    @Test
    void classOfANewerJdk_isLeftOutOfItsModule() throws Exception {
        JarText one = one();
        one.content(ONE)[MAJOR_VERSION] = (byte) FUTURE;

        assertClassLeftOut(one, "left out, Unsupported class file version 250.0" + REST);
    }

    @Test
    void classUnderAnotherName_isLeftOutOfItsModule() throws Exception {
        JarText one = one();
        byte[] other = one.content("org/one/Other.class");

        assertClassLeftOut(one.entry(ONE, other), "left out, it declares type 'org.one.Other'" + REST);
    }

    @Test
    void classThatIsTooLarge_isLeftOutOfItsModule() throws Exception {
        assertClassLeftOut(one().entry(ONE, new byte[TOO_LARGE]), "left out, larger than 16 MiB" + REST);
    }

    @Test
    void manyCorruptClasses_areToldByNameAndThenByNumber() throws Exception {
        JarText one = one();
        int corrupt = 23;
        for (int number = 0; number < corrupt; number++) {
            one.entry("org/one/X%02d.class".formatted(number), "no class");
        }
        Path jar = one.at(temporary.resolve("x.jar"));

        ModuleSet set = Reading.of(jar);

        assertThat(set.troubles()).hasSize(21);
        assertThat(set.troubles().get(0))
                .isEqualTo(new Trouble(jar + "!/org/one/X00.class", "left out, it is no class file" + REST));
        assertThat(set.troubles().get(20))
                .isEqualTo(new Trouble(
                        jar.toString(), "3 more of its files could not be read; build it again or leave it out"));
    }

    @Test
    void manifestThatIsTooLarge_isLeftOutWithItsJar() throws Exception {
        Path jar = one().entry("META-INF/MANIFEST.MF", new byte[TOO_LARGE]).at(temporary.resolve("x.jar"));

        assertLeftOut(jar, "no module can be read ('META-INF/MANIFEST.MF' is larger than 16 MiB)" + REST);
    }

    @Test
    void descriptorThatIsTooLarge_isLeftOutWithItsJar() throws Exception {
        Path jar = one().entry("module-info.class", new byte[TOO_LARGE]).at(temporary.resolve("x.jar"));

        assertLeftOut(jar, "no module can be read ('module-info.class' is larger than 16 MiB)" + REST);
    }

    @Test
    void entriesThatLeadOutOfTheJar_areNoTypes() throws Exception {
        JarText one = one();
        Path jar = one.entry("../../evil/Evil.class", one.content(ONE))
                .entry("/org/one/Absolute.class", one.content(ONE))
                .at(temporary.resolve("x.jar"));

        ModuleSet set = Reading.of(jar);

        assertThat(set.troubles()).isEmpty();
        assertThat(names(set.modules().get(0))).containsExactly("org.one.One", "org.one.Other");
    }

    @Test
    void packagesThatNoModuleCanHave_areNoTypes() throws Exception {
        JarText one = one();
        Path jar = one.entry("org/<b>one</b>/One.class", one.content(ONE))
                .entry("BOOT-INF/classes/org/one/One.class", one.content(ONE))
                .at(temporary.resolve("x.jar"));

        ModuleSet set = Reading.of(jar);

        assertThat(set.troubles()).isEmpty();
        assertThat(names(set.modules().get(0))).containsExactly("org.one.One", "org.one.Other");
    }

    /** Bytes change at random, always the same ones. */
    @Test
    void jarsWithChangedBytes_endInModulesOrTroubles() throws Exception {
        byte[] whole = one().bytes();
        Random random = new Random(1);
        int troubles = 0;
        for (int round = 0; round < 400; round++) {
            byte[] changed = whole.clone();
            for (int change = 0; change < 3; change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            Path jar = Files.write(temporary.resolve("x.jar"), changed);
            ModuleSet set = Reading.of(jar, good);
            assertThat(names(set)).contains("good");
            troubles += set.troubles().size();
        }
        assertThat(troubles).isGreaterThan(100);
    }

    @Test
    void classesWithChangedBytes_endInTypesOrTroubles() throws Exception {
        JarText one = one();
        byte[] whole = one.content(ONE);
        Random random = new Random(2);
        int troubles = 0;
        for (int round = 0; round < 400; round++) {
            byte[] changed = whole.clone();
            for (int change = 0; change < 3; change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            Path jar = one.entry(ONE, changed).at(temporary.resolve("x.jar"));
            ModuleSet set = Reading.of(jar, good);
            assertThat(names(set)).containsExactly("good", "one");
            troubles += set.troubles().size();
        }
        assertThat(troubles).isGreaterThan(100);
    }

    private void assertClassLeftOut(JarText text, String found) throws Exception {
        Path jar = text.at(temporary.resolve("x.jar"));

        ModuleSet set = Reading.of(good, jar);

        assertTrouble(set, jar + "!/" + ONE, found);
        assertThat(names(set)).containsExactly("good", "one");
        assertThat(names(set.modules().get(1))).containsExactly("org.one.Other");
    }

    private void assertLeftOut(Path path, String found) throws Exception {
        ModuleSet set = Reading.of(good, path);

        assertTrouble(set, path.toString(), found);
        assertThat(names(set)).containsExactly("good");
        assertThat(names(set.modules().get(0))).containsExactly("org.good.Good");
    }

    private JarText one() throws IOException {
        return JarText.of(ModuleSource.in(temporary.resolve("one"))
                .file("module-info.java", "module one { exports org.one; }")
                .file("org/one/One.java", """
                        package org.one;

                        public class One {
                            @Deprecated public java.util.List<? super String> strings(int number) { return null; }
                        }
                        """)
                .file("org/one/Other.java", "package org.one; public class Other {}")
                .jar("one.jar"));
    }
}
