package dev.layers.internal.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"chat~", "chat.jar~", "chat.tmp", "chat.jar.part", "chat.jar.crdownload", "chat.bak"})
    void unfinished_isKnownByItsEnd(String name) {
        assertThat(ArtifactNames.isUnfinished(name)).isTrue();
        assertThat(ArtifactNames.isHidden(name)).isFalse();
    }

    @Test
    void hidden_isKnownByItsDot() {
        assertThat(ArtifactNames.isHidden(".chat.jar")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "chat.jar", "chat.tmp.jar", "bak"})
    void otherNames_areThoseOfArtifacts(String name) {
        assertThat(ArtifactNames.isUnfinished(name)).isFalse();
        assertThat(ArtifactNames.isHidden(name)).isFalse();
    }
}
