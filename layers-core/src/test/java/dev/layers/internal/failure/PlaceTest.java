package dev.layers.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceTest {
    private static final StackTraceElement OBJECTS =
            new StackTraceElement("app", "java.base", "17", "java.util.Objects", "check", "Objects.java", 5);
    private static final StackTraceElement GENERATED =
            new StackTraceElement("dev.layers.generated.Bot", "say", null, -1);
    private static final StackTraceElement INTERNAL =
            new StackTraceElement("dev.layers.internal.reference.Crossing", "enter", "Crossing.java", 40);
    private static final StackTraceElement CHAT =
            new StackTraceElement("chat#1", "acme.chat", "1.0", "acme.Chat", "run", "Chat.java", 30);
    private static final StackTraceElement HOST = new StackTraceElement("bot.Main", "main", "Main.java", 9);

    static List<StackTraceElement> skipped() {
        return List.of(OBJECTS, GENERATED, INTERNAL);
    }

    @ParameterizedTest
    @MethodSource("skipped")
    void place_isBelowFramesOfTheJdkAndOfLayers(StackTraceElement skipped) {
        assertThat(Place.of(new StackTraceElement[] {skipped, CHAT, HOST}))
                .isEqualTo(" at acme.Chat.run(Chat.java:30)");
    }

    @ParameterizedTest
    @MethodSource("skipped")
    void place_isTheTopmostWhereAllAreSkipped(StackTraceElement skipped) {
        String place = Place.of(new StackTraceElement[] {skipped, INTERNAL, OBJECTS});

        assertThat(place).startsWith(" at " + skipped.getClassName() + ".");
    }

    @Test
    void placeOfPublicApi_isNotSkipped() {
        StackTraceElement api = new StackTraceElement("dev.layers.LayerManager", "load", "LayerManager.java", 7);

        assertThat(Place.of(new StackTraceElement[] {INTERNAL, api, CHAT}))
                .isEqualTo(" at dev.layers.LayerManager.load(LayerManager.java:7)");
    }

    @Test
    void placeWithoutFrames_isEmpty() {
        assertThat(Place.of(new StackTraceElement[0])).isEmpty();
    }
}
