package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.preflight.Origin;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
    private static final Origin ORIGIN = new Origin("chat.jar", "", List.of());
    private static final LayerEvent EVENT = new LayerEvent.LoadFailed(ORIGIN, "odd", Optional.empty());

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

    @Test
    void refusal_isToldWithItsReport() {
        List<LayerEvent> told = new ArrayList<>();
        PreflightReport report = new PreflightReport(
                ORIGIN, Optional.empty(), List.of(Rule.ARTIFACT_MISSING.at("chat.jar", "nothing is there")));

        new Announcer(List.of(told::add)).announceFailure(ORIGIN, new PreflightException(report));

        assertThat(told)
                .containsExactly(new LayerEvent.LoadFailed(
                        ORIGIN,
                        "L001 chat.jar: nothing is there; wanted a module jar, a directory of classes or a directory of"
                                + " jars; correct the path",
                        Optional.of(report)));
    }

    @Test
    void failureAfterPreflight_isToldWithItsMessage() {
        List<LayerEvent> told = new ArrayList<>();

        new Announcer(List.of(told::add)).announceFailure(ORIGIN, new ModuleStartException("odd", null));

        assertThat(told).containsExactly(EVENT);
    }

    private static void fail(LayerEvent event) {
        throw new IllegalStateException("a listener that fails, as this test wants it to");
    }
}
