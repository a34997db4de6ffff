package dev.layers.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {
    @ParameterizedTest
    @CsvSource({
        "jar:file:/lib/chat.jar!/module-info.class, module-info.class, file:/lib/chat.jar",
        "jar:file:/lib/chat.jar!/META-INF/versions/17/module-info.class, module-info.class, file:/lib/chat.jar",
        "file:/classes/META-INF/services/bot.Command, META-INF/services/bot.Command, file:/classes",
    })
    void resource_tellsWhereItsArtifactIs(URL url, String name, String location) {
        assertThat(Locations.of(url, name)).isEqualTo(location);
    }

    @ParameterizedTest
    @CsvSource({
        "file:///lib/chat.jar, file:/lib/chat.jar",
        "file:/classes/, file:/classes",
        "jar:file:/lib/chat.jar!/, file:/lib/chat.jar",
        "jrt:/chat, jrt:/chat",
    })
    void location_hasOneForm(String told, String normal) {
        assertThat(Locations.normal(told)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({"file:/lib/chat.jar, chat.jar", "jrt:/chat, chat"})
    void fileName_isTheLastOne(String location, String name) {
        assertThat(Locations.fileName(location)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "chat.jar, chat",
        "chat-bot-1.0.jar, chat.bot",
        "classes, classes",
        "1.jar, linked",
    })
    void plainName_isWhatTheJdkDerives(String file, String name) {
        assertThat(PlainNames.derived(file)).isEqualTo(name);
    }
}
