package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
    private static final LayerEvent EVENT = new LayerEvent.LoadFailed("chat.jar", "odd");

    @Test
    void everyListener_isToldInOrder() {
        List<String> told = new ArrayList<>();
        Announcer announcer =
                new Announcer(List.of(event -> told.add("first " + event), event -> told.add("second " + event)));

        announcer.announce(EVENT);

        assertThat(told).containsExactly("first " + EVENT, "second " + EVENT);
    }

    @Test
    void listenerThatFails_keepsTheOthersFromNothing() {
        List<LayerEvent> told = new ArrayList<>();
        Announcer announcer = new Announcer(List.of(AnnouncerTest::fail, told::add));

        announcer.announce(EVENT);

        assertThat(told).containsExactly(EVENT);
    }

    private static void fail(LayerEvent event) {
        throw new IllegalStateException("a listener that fails, as this test wants it to");
    }
}
