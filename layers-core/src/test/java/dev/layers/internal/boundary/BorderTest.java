package dev.layers.internal.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.ChatContract;
import dev.layers.internal.reference.Crossing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BorderTest {
    private final Customs customs = new Customs();
    private final Border border = customs.border("chat#1");
    private final List<String> heard = new ArrayList<>();
    private final ChatContract.Listener listener = heard::add;

    @Test
    void object_crossesAsTheSameReference() {
        Object first = customs.pass("listener", listener, border.outward());
        Object asObject = customs.pass("object", listener, border.outward());

        assertThat(first).isNotSameAs(listener).isInstanceOf(ChatContract.Listener.class);
        assertThat(asObject).isSameAs(first);
        assertThat(customs.maker.made).hasValue(1);
    }

    @Test
    void reference_saysWhatItIs() {
        assertThat(customs.pass("listener", listener, border.outward()))
                .hasToString("reference to dev.layers.ChatContract$Listener of chat#1");
        assertThat(customs.pass("comparator", Comparator.naturalOrder().reversed(), border.inward()))
                .hasToString("reference to java.util.Comparator of the host");
    }

    @Test
    void referenceThatComesBack_isItsTarget() {
        Object outside = customs.pass("listener", listener, border.outward());

        assertThat(customs.pass("listener", outside, border.inward())).isSameAs(listener);
        assertThat(customs.pass("object", outside, border.inward())).isSameAs(listener);
    }

    @Test
    void reference_isNeverReferredToAtTheSameBorder() {
        Object outside = customs.pass("listener", listener, border.outward());

        assertThat(customs.pass("object", outside, border.outward())).isSameAs(outside);
    }

    @Test
    void referenceOfAnotherGeneration_isReferredToUntilItIsCut() {
        Border other = customs.border("mail#1");
        Object outside = Objects.requireNonNull(customs.pass("listener", listener, other.outward()));

        Object inside = customs.pass("listener", outside, border.inward());
        other.release();

        assertThat(inside).isNotSameAs(outside).isNotSameAs(listener).isInstanceOf(Crossing.class);
        Object stale =
                customs.pass("listener", outside, customs.border("news#1").inward());
        assertThat(stale).isSameAs(outside);
    }

    @Test
    void interfacesOfAnObject_areAllThoseOfItsClass() {
        class Both implements Runnable, ChatContract.Listener {
            @Override
            public void heard(String text) {}

            @Override
            public void run() {}
        }

        assertThat(customs.pass("object", new Both(), border.outward()))
                .isInstanceOf(Runnable.class)
                .isInstanceOf(ChatContract.Listener.class)
                .hasToString("reference to dev.layers.ChatContract$Listener of chat#1");
    }

    @Test
    void objectOfTheJdk_isJudgedByWhatItMayHold() {
        Comparator<String> comparator = Comparator.comparing(text -> text.length());

        Object crossed = customs.pass("object", comparator, border.outward());

        assertThat(crossed).isInstanceOf(Crossing.class).isInstanceOf(Comparator.class);
    }

    @Test
    void exception_crossesAsItsCopy() {
        Object crossed = customs.pass("exception", new IllegalStateException("a"), border.outward());

        assertThat((Throwable) crossed).hasMessage("copy of a");
    }

    @Test
    void knownProvider_crossesAsItsStableReference() {
        ChatContract.Listener stable = text -> {};
        border.known(listener, stable);

        assertThat(customs.pass("listener", listener, border.outward())).isSameAs(stable);
        assertThat(customs.pass("object", stable, border.inward())).isSameAs(listener);
    }

    @Test
    void released_borderCutsBothDirections() {
        ChatContract.Listener outside = (ChatContract.Listener) customs.pass("listener", listener, border.outward());
        ChatContract.Listener inside = (ChatContract.Listener) customs.pass("listener", listener, border.inward());

        assertThat(border.release()).isEmpty();

        assertThatThrownBy(() -> Objects.requireNonNull(outside).heard("a"))
                .hasMessage("reference to dev.layers.ChatContract$Listener of chat#1 is gone");
        assertThatThrownBy(() -> Objects.requireNonNull(inside).heard("a"))
                .hasMessage("reference to dev.layers.ChatContract$Listener of the host is gone");
        assertThat(border.release()).isEmpty();
    }

    @Test
    void lateCrossing_isCut() {
        Border quiet = customs.border("chat#1", Strictness.GUARDED, LateCalls.DO_NOTHING);
        quiet.release();

        ChatContract.Listener late = (ChatContract.Listener) customs.pass("listener", listener, quiet.outward());
        Objects.requireNonNull(late).heard("a");

        assertThat(heard).isEmpty();
        assertThat(quiet.outward().live().size()).isZero();
    }

    @Test
    void callThatDoesNothingLate_failsWhileTheGateIsMerelyClosed() {
        Border quiet = customs.border("chat#1", Strictness.GUARDED, LateCalls.DO_NOTHING);
        ChatContract.Listener outside = (ChatContract.Listener) customs.pass("listener", listener, quiet.outward());

        customs.gate.set(false);
        assertThatThrownBy(() -> Objects.requireNonNull(outside).heard("a"))
                .hasMessage("reference to dev.layers.ChatContract$Listener of chat#1 is gone");
        quiet.release();
        Objects.requireNonNull(outside).heard("b");

        assertThat(heard).isEmpty();
    }

    @Test
    void closedGate_stopsCallsInwardOnly() {
        ChatContract.Listener outside = (ChatContract.Listener) customs.pass("listener", listener, border.outward());
        ChatContract.Listener inside = (ChatContract.Listener) customs.pass("listener", listener, border.inward());

        customs.gate.set(false);

        Objects.requireNonNull(inside).heard("from the module");
        assertThatThrownBy(() -> Objects.requireNonNull(outside).heard("from the host"))
                .hasMessage("reference to dev.layers.ChatContract$Listener of chat#1 is gone");
        assertThat(heard).containsExactly("from the module");
    }

    @Test
    void whatWasLeft_isEndedOnceAndItsFailuresTold() {
        border.inward().leave(() -> {
            throw new IllegalStateException("stuck");
        });
        border.inward().leave(() -> heard.add("forgotten")).forget();
        border.outward().leave(() -> heard.add("ended"));

        assertThat(border.release()).containsExactly("java.lang.IllegalStateException: stuck");
        border.inward().leave(() -> heard.add("late"));

        assertThat(heard).containsExactly("ended", "late");
    }

    @Test
    void manyObjects_keepTheirReferences() {
        List<ChatContract.Listener> listeners = IntStream.range(0, 1000)
                .<ChatContract.Listener>mapToObj(i -> text -> heard.add(text + i))
                .toList();

        List<Object> first = crossed(listeners);
        List<Object> second = crossed(listeners);

        assertThat(first).containsExactlyElementsOf(second);
        assertThat(new HashSet<>(first)).hasSize(1000);
        assertThat(border.outward().live().size()).isEqualTo(1000);
    }

    private List<Object> crossed(List<ChatContract.Listener> listeners) {
        return listeners.stream()
                .map(each -> Objects.requireNonNull(customs.pass("listener", each, border.outward())))
                .toList();
    }
}
