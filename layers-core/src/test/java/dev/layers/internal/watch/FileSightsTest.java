package dev.layers.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSightsTest {
    @TempDir
    Path directory;

    private final List<Path> entered = new ArrayList<>();
    private Sights sights;

    @BeforeEach
    void sights() {
        sights = new FileSights(directory, new Terms.Bounds(20, 1_000, 3));
    }

    @Test
    void children_areJarsAndDirectories_withoutHiddenOnes() throws IOException {
        write("a.jar", "a");
        write("b.jar.tmp", "b");
        write("c.jar~", "c");
        write(".d.jar", "d");
        write("4913", "");
        Files.createDirectory(directory.resolve("e"));
        Files.createDirectory(directory.resolve(".f"));
        Files.createDirectory(directory.resolve("g~"));
        Files.createDirectory(directory.resolve("h.tmp"));

        assertThat(sights.children()).containsExactlyInAnyOrder(directory.resolve("a.jar"), directory.resolve("e"));
        assertThat(sights.naming(directory.resolve(".f"))).isEqualTo(Sights.Naming.HIDDEN_WAY);
        assertThat(sights.naming(directory.resolve(".d.jar"))).isEqualTo(Sights.Naming.NOTHING);
    }

    @Test
    void root_missing_orNoDirectory_isToldAsSuch() throws IOException {
        Path file = write("a.jar", "a");

        assertThatExceptionOfType(NotDirectoryException.class)
                .isThrownBy(() -> new FileSights(file, new Terms.Bounds(1, 1, 1)).root());
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> new FileSights(directory.resolve("no"), new Terms.Bounds(1, 1, 1)).root());
    }

    @Test
    void jar_isOneFile_whoseDigestIsThatOfItsBytes() throws IOException {
        Path jar = write("a.jar", "abc");

        Sight sight = look(jar);

        assertThat(sight.kind()).isEqualTo(Sight.Kind.JAR);
        assertThat(sight.files()).containsOnlyKeys("");
        assertThat(sights.digest(jar, sight))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void touch_isSeen_andIsTheSameContent() throws IOException {
        Path jar = write("a.jar", "abc");
        Sight before = look(jar);

        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));
        Sight after = look(jar);

        assertThat(after).isNotEqualTo(before);
        assertThat(sights.digest(jar, after)).isEqualTo(sights.digest(jar, before));
    }

    @Test
    void rewriteInPlace_withTheSameSizeAndTime_isSeen() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("unix"));
        Path jar = write("a.jar", "abc");
        FileTime time = Files.getLastModifiedTime(jar);
        Object changed = Files.getAttribute(jar, "unix:ctime");
        Sight before = look(jar);
        String digest = sights.digest(jar, before);

        do {
            write("a.jar", "abd");
            Files.setLastModifiedTime(jar, time);
        } while (Files.getAttribute(jar, "unix:ctime").equals(changed));
        Sight after = look(jar);

        assertThat(after.files().get("").size())
                .isEqualTo(before.files().get("").size());
        assertThat(after.files().get("").modified())
                .isEqualTo(before.files().get("").modified());
        assertThat(after).isNotEqualTo(before);
        assertThat(sights.digest(jar, after)).isNotEqualTo(digest);
    }

    @Test
    void replacement_withTheSameSizeAndTime_isSeen() throws IOException {
        Path jar = write("a.jar", "abc");
        Sight before = look(jar);

        Path other = write("b.tmp", "abd");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(jar));
        Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);

        assertThat(look(jar)).isNotEqualTo(before);
    }

    @Test
    void explodedDirectory_isAllItsFiles_andEachOfItsDirectoriesIsEntered() throws IOException {
        Path module = Files.createDirectories(directory.resolve("m/acme/deep"))
                .getParent()
                .getParent();
        write("m/module-info.class", "m");
        write("m/acme/deep/A.class", "a");

        Sight before = look(module);
        String digest = sights.digest(module, before);
        write("m/acme/deep/A.class", "b");
        Sight after = look(module);

        assertThat(before.kind()).isEqualTo(Sight.Kind.EXPLODED);
        assertThat(before.files()).containsOnlyKeys("module-info.class", "acme/deep/A.class");
        assertThat(entered).startsWith(module, module.resolve("acme"), module.resolve("acme/deep"));
        assertThat(sights.digest(module, after)).isNotEqualTo(digest);
    }

    @Test
    void explodedDirectory_fileMovesToAnotherName_isAnotherContent() throws IOException {
        write("m/module-info.class", "m");
        Path a = write("m/A.class", "a");
        Path module = a.getParent();
        String digest = sights.digest(module, look(module));

        Files.move(a, module.resolve("B.class"));

        assertThat(sights.digest(module, look(module))).isNotEqualTo(digest);
    }

    @Test
    void directoryOfJars_isItsJarsAlone() throws IOException {
        write("d/a.jar", "a");
        write("d/b.jar", "b");
        write("d/readme.txt", "r");

        Sight sight = look(directory.resolve("d"));

        assertThat(sight.kind()).isEqualTo(Sight.Kind.DIRECTORY_OF_JARS);
        assertThat(sight.files()).containsOnlyKeys("a.jar", "b.jar");
    }

    @Test
    void emptyDirectory_andOneOfSomethingElse_areNoArtifacts() throws IOException {
        Path logs = write("logs/today.log", "l").getParent();

        assertThat(look(logs).kind()).isEqualTo(Sight.Kind.OTHER);
        assertThat(look(logs).isArtifact()).isFalse();
        assertThat(look(directory.resolve("no.jar"))).isEqualTo(Sight.absent());
    }

    @Test
    void linkInADirectory_isNotFollowed_andTheReasonIsTold() throws IOException {
        Path module = write("m/module-info.class", "m").getParent();
        Files.createSymbolicLink(module.resolve("loop"), module);

        Sight sight = look(module);

        assertThat(sight.kind()).isEqualTo(Sight.Kind.UNREADABLE);
        assertThat(sights.digest(module, sight)).isEqualTo("'loop' is no regular file");
    }

    @Test
    void whatIsLargerThanItsBounds_isLookedAtUpToThem() throws IOException {
        Path many = write("many/module-info.class", "m").getParent();
        for (int number = 0; number < 30; number++) {
            write("many/" + number + ".class", "c");
        }
        Path deep = write("deep/module-info.class", "m").getParent();
        write("deep/1/2/3/4/A.class", "a");
        Path large = write("large.jar", "x".repeat(1_001));

        assertThat(sights.digest(many, look(many))).isEqualTo("it has more than 20 entries");
        assertThat(sights.digest(deep, look(deep))).isEqualTo("it is deeper than 3 names");
        assertThat(sights.digest(large, look(large))).isEqualTo("it has more than 1000 bytes");
    }

    @Test
    void fileVanishesBeforeItIsRead_theReasonIsTheDigest() throws IOException {
        Path jar = write("a.jar", "abc");
        Sight sight = look(jar);

        Files.delete(jar);

        assertThat(sights.digest(jar, sight)).isEqualTo("it cannot be read: nothing is there");
    }

    private Sight look(Path child) {
        return sights.look(child, place -> {
            assertThat(place.child()).isEqualTo(child);
            entered.add(place.directory());
        });
    }

    private Path write(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
