package dev.layers.internal.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BorderDeliveryTest {
    private final Customs customs = new Customs();
    private final Border border = customs.border("chat#1");
    private final List<String> heard = new ArrayList<>();
    private final CompletableFuture<Object> ofHost = new CompletableFuture<>();
    private final CompletableFuture<Object> ofModule = new CompletableFuture<>();

    @Test
    void stageOfTheHost_completesInTheModuleWhileItTakesNoCalls() {
        CompletableFuture<Object> inside = pass(ofHost, border.inward());
        customs.gate.set(false);

        ofHost.complete("a");

        assertThat(inside).isCompletedWithValue("a");
    }

    @Test
    void stageOfTheModule_isCancelledWhileItTakesNoCalls() {
        CompletableFuture<Object> outside = pass(ofModule, border.outward());
        customs.gate.set(false);

        outside.cancel(true);

        assertThat(ofModule).isCancelled();
    }

    @Test
    void delivery_isACallThatMayCallAgain() {
        customs.gate.set(false);

        boolean delivered =
                border.inward().deliver(() -> heard.add(border.inward().isOpen() ? "open" : "closed"));

        assertThat(delivered).isTrue();
        assertThat(heard).containsExactly("open");
        assertThat(border.inward().isOpen()).isFalse();
        assertThat(customs.maker.made).hasValue(1);
    }

    @Test
    void deliveryThatFails_isDeliveredOnceAndToldToNobody() {
        boolean delivered = border.inward().deliver(() -> {
            heard.add("begun");
            throw new StackOverflowError();
        });

        assertThat(delivered).isTrue();
        assertThat(heard).containsExactly("begun");
        assertThat(border.shut(Deadline.in(Duration.ZERO))).isTrue();
    }

    @Test
    void shutting_comesToItsDeadlineWhileSomethingIsDelivered() {
        border.inward().deliver(() -> heard.add("shut: " + border.shut(Deadline.in(Duration.ZERO))));

        assertThat(heard).containsExactly("shut: false");
        assertThat(border.isShut()).isFalse();
    }

    @Test
    void stageOfTheHostThatCompletesLate_failsInTheModuleAtTheEnd() {
        CompletableFuture<Object> inside = pass(ofHost, border.inward());
        assertThat(border.shut(Deadline.in(Duration.ZERO))).isTrue();

        ofHost.complete("a");

        assertThat(inside).isNotDone();
        assertThat(border.end()).isEmpty();
        assertThatThrownBy(inside::join).hasRootCauseMessage("CompletableFuture is gone");
    }

    @Test
    void stageOfTheModule_completesOutsideAfterDeliveriesWereShut() {
        CompletableFuture<Object> outside = pass(ofModule, border.outward());
        border.shut(Deadline.in(Duration.ZERO));

        ofModule.complete("a");

        assertThat(outside).isCompletedWithValue("a");
    }

    @Test
    void end_shutsWhateverIsUnderWay() {
        border.inward().deliver(border::end);

        assertThat(border.isShut()).isTrue();
        assertThat(border.inward().deliver(() -> heard.add("late"))).isFalse();
        assertThat(heard).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private CompletableFuture<Object> pass(CompletableFuture<Object> stage, Side side) {
        return (CompletableFuture<Object>) Objects.requireNonNull(customs.pass("object", stage, side));
    }
}
