package dev.layers.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceReferenceTest {
    private static final ServiceKey POLITE = new ServiceKey("acme.Greeter", "acme.chat.Polite");

    private final Switch line = new Switch();
    private final Gate gate = new Gate();
    private final AtomicReference<List<Thread>> inside = new AtomicReference<>(List.of());
    private final Greeter reference = reference(POLITE);

    /** What the host and the module share. */
    public interface Greeter {
        String greet(String name) throws IOException;

        default String greetAll() throws IOException {
            return greet("all");
        }

        default String shout() {
            return "quiet";
        }
    }

    @BeforeEach
    void turnOn() {
        turnTo(gate, new Greeter() {
            @Override
            public String greet(String name) {
                inside.set(gate.callers());
                return "Hello " + name;
            }

            @Override
            public String shout() {
                return "LOUD";
            }
        });
    }

    @Test
    void call_reachesTheProviderInsideTheGate() throws IOException {
        String greeting = reference.greet("Ann");

        assertThat(greeting).isEqualTo("Hello Ann");
        assertThat(inside.get()).containsExactly(Thread.currentThread());
        assertThat(gate.callers()).isEmpty();
    }

    @Test
    void defaultMethod_isThatOfTheProvider() throws IOException {
        assertThat(reference.shout()).isEqualTo("LOUD");
        assertThat(reference.greetAll()).isEqualTo("Hello all");
    }

    @Test
    void call_followsTheSwitch() throws IOException {
        turnTo(new Gate(), name -> "Hi " + name);

        assertThat(reference.greet("Ann")).isEqualTo("Hi Ann");
    }

    @Test
    void checkedException_comesUnwrappedAndEndsTheCall() {
        turnTo(gate, name -> {
            throw new IOException("no voice");
        });

        assertThatThrownBy(() -> reference.greet("Ann"))
                .isInstanceOf(IOException.class)
                .hasMessage("no voice");
        assertThat(gate.callers()).isEmpty();
    }

    @Test
    void error_comesUnwrapped() {
        turnTo(gate, name -> {
            throw new NoClassDefFoundError("acme/Missing");
        });

        assertThatThrownBy(() -> reference.greet("Ann"))
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessage("acme/Missing");
    }

    @Test
    void closedGate_isToldInTheWordsOfTheCreator() {
        gate.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> reference.greet("Ann"))
                .withMessage("'acme.chat.Polite' takes no calls");
    }

    @Test
    void missingProvider_isToldInTheWordsOfTheCreator() {
        Greeter rude = reference(new ServiceKey("acme.Greeter", "acme.chat.Rude"));

        assertThatIllegalStateException()
                .isThrownBy(() -> rude.greet("Ann"))
                .withMessage("'acme.chat.Rude' takes no calls");
    }

    @Test
    void reference_equalsItselfAlone() {
        Greeter other = reference(POLITE);

        assertThat(reference.equals(reference)).isTrue();
        assertThat(reference.equals(other)).isFalse();
        assertThat(reference.equals(null)).isFalse();
        assertThat(reference).hasSameHashCodeAs(reference);
        assertThat(reference.hashCode()).isEqualTo(System.identityHashCode(reference));
    }

    @Test
    void identity_needsNoProvider() {
        line.turnOff();

        assertThat(reference).hasToString("reference to acme.chat.Polite").isEqualTo(reference);
        assertThat(reference.hashCode()).isEqualTo(System.identityHashCode(reference));
    }

    private void turnTo(Gate next, Greeter provider) {
        line.turnTo(new Targets(next, Map.of(POLITE, provider)));
    }

    private Greeter reference(ServiceKey key) {
        return ServiceReference.create(
                Greeter.class,
                line,
                key,
                () -> "reference to " + key.provider(),
                () -> new IllegalStateException("'" + key.provider() + "' takes no calls"));
    }
}
