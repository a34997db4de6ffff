package dev.layers.internal.desired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where sources lie. */
class SourcesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "maven:acme:fonts:1.3, acme/fonts/1.3/fonts-1.3.jar",
        "maven:org.acme.ui:fonts:1.3-SNAPSHOT, org/acme/ui/fonts/1.3-SNAPSHOT/fonts-1.3-SNAPSHOT.jar",
        "maven:org.acme:fonts:1.3:linux-x86_64, org/acme/fonts/1.3/fonts-1.3-linux-x86_64.jar",
        "maven:org.acme:acme.fonts:1.3+b2, org/acme/acme.fonts/1.3+b2/acme.fonts-1.3+b2.jar"
    })
    void coordinates_leadIntoTheRepository(String text, String path) {
        assertThat(Coordinates.parse(text).in(directory)).isEqualTo(directory.resolve(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maven:",
                "maven:a:b",
                "maven:a:b:1:c:d",
                "maven:a::1",
                "maven:a:b:../../x",
                "maven:a..b:c:1",
                "maven:a:b:.."
            })
    void coordinates_thatNameNoJar_areRefused(String text) {
        assertThatThrownBy(() -> Coordinates.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' has ")
                .hasMessageEndingWith("; wanted 'maven:group:artifact:version' or with ':classifier' behind it");
    }

    @Test
    void jar_thatTheRepositoryHas_isFound() throws IOException {
        Path jar = directory.resolve("m2/acme/fonts/1.3/fonts-1.3.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);

        DesiredSource source = sources(Optional.of(directory.resolve("m2"))).find("maven:acme:fonts:1.3");

        assertThat(source).isEqualTo(new DesiredSource("maven:acme:fonts:1.3", jar, Optional.empty()));
    }

    @Test
    void jar_thatTheRepositoryDoesNotHave_comesWithAdvice() {
        DesiredSource source = sources(Optional.of(directory)).find("maven:org.acme:fonts:1.3:linux");

        assertThat(source.absence())
                .contains("'maven:org.acme:fonts:1.3:linux' is not in the local repository: nothing is at "
                        + directory.resolve("org/acme/fonts/1.3/fonts-1.3-linux.jar")
                        + "; run 'mvn dependency:get -Dartifact=org.acme:fonts:1.3:jar:linux', or name another"
                        + " repository");
    }

    @Test
    void repository_isThatOfTheProperty_elseThatOfTheUser() {
        Sources named =
                new Sources(directory, Optional.empty(), Map.of("maven.repo.local", "/m2", "user.home", "/me")::get);
        Sources standard = new Sources(directory, Optional.empty(), Map.of("user.home", "/me")::get);

        assertThat(named.find("maven:a:b:1").path()).isEqualTo(Path.of("/m2/a/b/1/b-1.jar"));
        assertThat(standard.find("maven:a:b:1").path()).isEqualTo(Path.of("/me/.m2/repository/a/b/1/b-1.jar"));
    }

    @Test
    void text_thatIsNoPath_isRefused() {
        assertThatThrownBy(() -> sources(Optional.empty()).find("a\0b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'a\0b' is no path: Nul character not allowed; wanted a path from " + directory + " on");
    }

    private Sources sources(Optional<Path> repository) {
        return new Sources(directory, repository, key -> null);
    }
}
