package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.module.HandedOver;
import dev.layers.preflight.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GivenStateTest {
    private static final GenerationName TAKER = new GenerationName("chat", 8);

    private final List<LayerEvent> events = new ArrayList<>();
    private final List<Optional<HandedOver>> seen = new ArrayList<>();
    private final Environment environment = LayerManager.builder(ServiceContract.builder()
                    .provides(StateContract.Service.class)
                    .build())
            .listener(events::add)
            .environment();
    private final Origin origin = new Origin("chat.jar", "", List.of());

    @Test
    void value_comesWithItsGiver() {
        HandedOver handed = look(state(RefusedState.START_FRESH, List.of("a"))).orElseThrow();

        assertThat((Object) handed.value(List.class)).isEqualTo(List.of("a"));
        assertThat(handed.version()).hasValue("1.5");
        assertThat(handed.generation()).isEqualTo(7);
        assertThat(handed).hasToString("value handed over by 'acme.Chat' of 'chat#7'");
        assertThat(events).isEmpty();
    }

    @Test
    void value_isANewCopyEachTime() {
        HandedOver handed = look(state(RefusedState.START_FRESH, new ArrayList<>(List.of("a"))))
                .orElseThrow();

        handed.value(List.class).clear();

        assertThat((Object) handed.value(List.class)).isEqualTo(List.of("a"));
    }

    @Test
    void valueOfAnotherType_isRefusedInWords() {
        HandedOver handed = look(state(RefusedState.START_FRESH, 5)).orElseThrow();

        assertThat(handed.value(int.class)).isEqualTo(5);
        assertThat(handed.value(Number.class)).isEqualTo(5);
        assertThatThrownBy(() -> handed.value(String.class))
                .isInstanceOf(ClassCastException.class)
                .hasMessage("Module 'chat': 'acme.Chat' of 'chat#7' handed over a 'java.lang.Integer', asked for as"
                        + " 'java.lang.String'; ask for a type that it has, or look at its version first");
    }

    @Test
    void value_isForTheHookOfThatNameAlone_andUntilTheStartIsOver() {
        HandOver state = state(RefusedState.START_FRESH, 5);

        Supplier<Optional<HandedOver>> own = state.load(taking -> {
            Supplier<Optional<HandedOver>> asking = taking.of("acme.Chat");
            seen.add(taking.of("acme.Other").get());
            seen.add(asking.get());
            taking.end(TAKER);
            return asking;
        });

        assertThat(seen.get(0)).isEmpty();
        assertThat(seen.get(1)).isPresent();
        assertThat(own.get()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void startThatFailsWithIt_isTriedOnceMoreWithout() {
        String made = state(RefusedState.START_FRESH, 5).load(taking -> {
            Optional<HandedOver> handed = taking.of("acme.Chat").get();
            seen.add(handed);
            taking.end(TAKER);
            handed.ifPresent(value -> {
                throw new ModuleStartException("Module 'chat': no", null);
            });
            return "made";
        });

        assertThat(made).isEqualTo("made");
        assertThat(seen).hasSize(2);
        assertThat(seen.get(1)).isEmpty();
        assertThat(events)
                .containsExactly(new LayerEvent.StateLost(new GenerationName("chat", 7), origin, "Module 'chat': no"));
    }

    @Test
    void startThatFailsWithItWhereItMustNotBeLost_fails() {
        assertThatThrownBy(() -> failing(state(RefusedState.FAIL, 5), true))
                .isInstanceOf(ModuleStartException.class)
                .hasMessage("Module 'chat': no");

        assertThat(seen).hasSize(1);
        assertThat(events).isEmpty();
    }

    @Test
    void startThatFailsWithoutALookAtIt_fails() {
        assertThatThrownBy(() -> failing(state(RefusedState.START_FRESH, 5), false))
                .isInstanceOf(ModuleStartException.class)
                .hasMessage("Module 'chat': no");

        assertThat(seen).hasSize(1);
        assertThat(events).isEmpty();
    }

    @Test
    void state_canBeTakenAgainAfterAFailure() {
        HandOver state = state(RefusedState.FAIL, new ArrayList<>(List.of("a")));
        assertThatThrownBy(() -> failing(state, true)).isInstanceOf(ModuleStartException.class);

        assertThat((Object) look(state).orElseThrow().value(List.class)).isEqualTo(List.of("a"));
    }

    @Test
    void valueWithoutAHookOfItsName_isLost() {
        state(RefusedState.START_FRESH, 5).load(taking -> {
            taking.of("acme.Other");
            taking.end(TAKER);
            seen.add(Optional.empty());
            assertThat(taking.refusal()).isNull();
            return TAKER;
        });

        assertThat(seen).hasSize(1);
        assertThat(events)
                .containsExactly(new LayerEvent.StateLost(
                        new GenerationName("chat", 7),
                        origin,
                        "Module 'chat': 'chat#8' has no hook named 'acme.Chat' to take what that of the generation before"
                                + " handed over; keep the names of hooks that hand over"));
    }

    @Test
    void valueWithoutAHookOfItsNameWhereItMustNotBeLost_isAReasonToFail() {
        state(RefusedState.FAIL, 5).load(taking -> {
            taking.end(TAKER);
            assertThat(taking.refusal())
                    .isInstanceOf(ReloadRefusedException.class)
                    .hasMessageStartingWith("Module 'chat': 'chat#8' has no hook named 'acme.Chat'");
            return TAKER;
        });
    }

    @Test
    void nothing_isTakenAsNothing() {
        assertThat(look(HandOver.nothing())).isEmpty();
        assertThat(events).isEmpty();
    }

    private HandOver state(RefusedState refusedState, Object value) {
        Giver giver = new Giver(environment, new GenerationName("chat", 7), origin, Optional.of("1.5"), refusedState);
        return new GivenState(giver, Map.of("acme.Chat", value));
    }

    private Optional<HandedOver> look(HandOver state) {
        return state.load(taking -> {
            Optional<HandedOver> handed = taking.of("acme.Chat").get();
            taking.end(TAKER);
            return handed;
        });
    }

    private void failing(HandOver state, boolean isLooking) {
        state.load(taking -> {
            Supplier<Optional<HandedOver>> asking = taking.of("acme.Chat");
            seen.add(isLooking ? asking.get() : Optional.empty());
            taking.end(TAKER);
            throw new ModuleStartException("Module 'chat': no", null);
        });
    }
}
