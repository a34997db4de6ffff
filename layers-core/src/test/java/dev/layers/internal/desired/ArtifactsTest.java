package dev.layers.internal.desired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a directory is an artifact. */
class ArtifactsTest {
    @TempDir
    Path directory;

    @Test
    void artifacts_areFoundByNameAndForm() throws Exception {
        write("b.jar", "a.jar", "exploded/module-info.class", "plain/META-INF/services/bot.Command", "jars/c.jar");

        assertThat(Artifacts.in(directory))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("a.jar", "b.jar", "exploded", "jars", "plain");
    }

    @Test
    void whatIsHiddenUnfinishedOrSomethingElse_isLeftAlone() throws Exception {
        write(
                "README.txt",
                "4913",
                ".hidden.jar",
                ".#a.jar",
                "a.jar~",
                "a.jar.tmp",
                "a.jar.part",
                ".a.jar.swp",
                "a.jar.crdownload",
                "chat.tmp/module-info.class",
                "..data/b.jar",
                "docs/index.html",
                "classes/acme/Chat.class");

        assertThat(Artifacts.in(directory)).isEmpty();
    }

    @Test
    void whatIsCalledAJarAndIsNone_isToldWhenItIsRead() throws Exception {
        Files.createSymbolicLink(directory.resolve("dangling.jar"), Path.of("gone.jar"));
        Files.createDirectory(directory.resolve("directory.jar"));

        assertThat(Artifacts.in(directory))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("dangling.jar", "directory.jar");
    }

    @Test
    void directory_thatIsNotThere_isRefused() {
        assertThat(problem(directory.resolve("gone")))
                .isEqualTo("nothing is there; wanted a directory of artifacts; make it, or name another");
    }

    @Test
    void file_isNoDirectory() throws Exception {
        write("a.jar");

        assertThat(problem(directory.resolve("a.jar")))
                .isEqualTo("it is no directory; wanted a directory of artifacts; load a single artifact with load");
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private static String problem(Path directory) {
        return catchThrowableOfType(Misunderstood.class, () -> Artifacts.in(directory))
                .getMessage();
    }
}
