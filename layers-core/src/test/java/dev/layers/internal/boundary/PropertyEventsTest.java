package dev.layers.internal.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.ChatContract;
import dev.layers.internal.reference.Crossing;
import java.util.EventObject;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyEventsTest {
    private final Customs customs = new Customs();
    private final Border border = customs.border("chat#1");

    private static final class Secret {}

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void event_isMadeAnewWithWhatCrosses(boolean isInward) throws ReflectiveOperationException {
        ChatContract.Listener listener = text -> {};
        EventObject event = event("source", "mood", null, listener);

        EventObject crossed = pass(event, isInward);

        assertThat(crossed).isExactlyInstanceOf(event.getClass()).isNotSameAs(event);
        assertThat(crossed.getSource()).isEqualTo("source");
        assertThat(value(crossed, "getPropertyName")).isEqualTo("mood");
        assertThat(value(crossed, "getOldValue")).isNull();
        assertThat(value(crossed, "getNewValue"))
                .isInstanceOf(Crossing.class)
                .isInstanceOf(ChatContract.Listener.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sourceThatCannotCross_isTheNameOfItsClass(boolean isInward) throws ReflectiveOperationException {
        EventObject crossed = pass(event(new Secret(), "mood", List.of("a"), 1), isInward);

        assertThat(crossed.getSource()).isEqualTo(Secret.class.getName());
        assertThat(value(crossed, "getOldValue")).isEqualTo(List.of("a"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void valueThatCannotCross_isRefused(boolean isInward) throws ReflectiveOperationException {
        EventObject event = event("source", "mood", null, new Secret());

        assertThatThrownBy(() -> pass(event, isInward))
                .hasMessageStartingWith("Value of class 'dev.layers.internal.boundary.PropertyEventsTest$Secret' cannot"
                        + " cross in argument 1 of 'dev.layers.internal.boundary.Customs$Counter.object(Object)': ");
    }

    private EventObject pass(EventObject event, boolean isInward) {
        Side side = isInward ? border.inward() : border.outward();
        return (EventObject) Objects.requireNonNull(customs.pass("object", event, side));
    }

    /** By name, since the module under test does not read that of the event. */
    private static EventObject event(Object source, String name, Object oldValue, Object newValue)
            throws ReflectiveOperationException {
        return (EventObject) Class.forName(PropertyEvents.EVENT)
                .getConstructor(Object.class, String.class, Object.class, Object.class)
                .newInstance(source, name, oldValue, newValue);
    }

    private static Object value(EventObject event, String method) throws ReflectiveOperationException {
        return event.getClass().getMethod(method).invoke(event);
    }
}
