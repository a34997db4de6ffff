package dev.layers.internal.woven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    private final Defaults defaults = new Defaults();
    private final Slot slot = new Slot();
    private final Map<Belongings, @Nullable Object> held = new HashMap<>();
    private final Belongings lower = new Belongings("lower#1", Mentions.none());
    private final Belongings upper = new Belongings("upper#1", Mentions.none());
    private final Belongings top = new Belongings("top#1", Mentions.none());

    @Test
    void setting_bringsBackWhatWasThere() {
        set(lower, "lower");

        boolean isRestored = restore(lower);

        assertThat(isRestored).isTrue();
        assertThat(slot.current()).isEqualTo("host");
        assertThat(defaults.isEmpty()).isTrue();
    }

    @Test
    void settingTwice_bringsBackWhatWasThereBeforeBoth() {
        set(lower, "lower");
        set(lower, "again");

        restore(lower);

        assertThat(slot.current()).isEqualTo("host");
    }

    @Test
    void settingThatWasTakenBackByItself_isForgotten() {
        set(lower, "lower");
        set(lower, "host");

        assertThat(defaults.isEmpty()).isTrue();
        assertThat(restore(lower)).isFalse();
    }

    @Test
    void settingBelowAnother_leavesAndNeverComesBack() {
        set(lower, "lower");
        set(upper, "upper");

        boolean isLowerRestored = restore(lower);
        Object between = slot.current();
        restore(upper);

        assertThat(isLowerRestored).isFalse();
        assertThat(between).isEqualTo("upper");
        assertThat(slot.current()).isEqualTo("host");
    }

    @Test
    void settingInTheMiddle_leavesTheOthers() {
        set(lower, "lower");
        set(upper, "upper");
        set(top, "top");

        restore(upper);
        restore(top);

        assertThat(slot.current()).isEqualTo("lower");
    }

    @Test
    void settingOfTheHostSince_isLeft() {
        set(lower, "lower");
        slot.write("host again");

        boolean isRestored = restore(lower);

        assertThat(isRestored).isFalse();
        assertThat(slot.current()).isEqualTo("host again");
        assertThat(defaults.isEmpty()).isTrue();
    }

    @Test
    void settingOfTheHostInBetween_comesBack() {
        set(lower, "lower");
        slot.write("host again");
        set(upper, "upper");

        restore(lower);
        restore(upper);

        assertThat(slot.current()).isEqualTo("host again");
    }

    @Test
    void settingOnTopAgain_leavesTheOneBetweenAlone() {
        set(lower, "lower");
        set(upper, "upper");
        set(lower, "lower again");

        restore(upper);
        restore(lower);

        assertThat(slot.current()).isEqualTo("host");
        assertThat(defaults.isEmpty()).isTrue();
    }

    @Test
    void settings_runNoOthersCodeUnderTheLock() {
        CompletableFuture<Void> other = new CompletableFuture<>();
        ReadableDefault asking = new Slot() {
            @Override
            public void write(@Nullable Object changed) {
                super.write(changed);
                CompletableFuture.runAsync(() -> set(upper, "upper"), task -> new Thread(task).start())
                        .orTimeout(10, TimeUnit.SECONDS)
                        .whenComplete((done, late) -> complete(other, late))
                        .exceptionally(late -> null)
                        .join();
            }
        };

        defaults.set(asking, lower, "lower");

        assertThat(other).isCompletedWithValue(null);
    }

    @Test
    void setting_tellsWhatIsToComeBack() {
        set(lower, "lower");
        set(upper, "upper");

        Supplier<@Nullable Object> back = defaults.setting("upper").orElseThrow();
        Object before = back.get();
        restore(upper);
        Object between = back.get();
        restore(lower);

        assertThat(before).isEqualTo("upper");
        assertThat(between).isEqualTo("lower");
        assertThat(back.get()).isEqualTo("host");
        assertThat(defaults.setting("upper")).isEmpty();
    }

    private static void complete(CompletableFuture<Void> other, @Nullable Throwable late) {
        if (late == null) {
            other.complete(null);
        } else {
            other.completeExceptionally(late);
        }
    }

    private void set(Belongings owner, String value) {
        held.put(owner, defaults.set(slot, owner, value).after());
    }

    private boolean restore(Belongings owner) {
        return defaults.restore(slot, owner, held.get(owner));
    }

    private static class Slot implements ReadableDefault {
        private @Nullable Object value = "host";

        @Override
        public String title() {
            return "the default";
        }

        @Override
        public @Nullable Object current() {
            return value;
        }

        @Override
        public void write(@Nullable Object changed) {
            value = changed;
        }
    }
}
