package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.layers.internal.woven.Belongings;
import dev.layers.internal.woven.Mentions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Ledger ledger = new Ledger("chat#1", new Belongings("chat#1", Mentions.none()));
    private final List<String> closed = new ArrayList<>();

    @Test
    void resources_areClosedOnceLastRegisteredFirst() {
        ledger.add(() -> closed.add("first"));
        ledger.add(() -> closed.add("second"));

        int count = ledger.shut();
        ledger.closeAll();
        ledger.closeAll();

        assertThat(count).isEqualTo(2);
        assertThat(closed).containsExactly("second", "first");
        assertThat(ledger.failures()).isEmpty();
    }

    @Test
    void failure_isToldAndStopsNothing() {
        ledger.add(() -> closed.add("first"));
        ledger.add(new Failing());

        ledger.closeAll();

        assertThat(closed).containsExactly("first");
        assertThat(ledger.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .startsWith("closing 'dev.layers.LedgerTest$Failing' failed: java.io.IOException: no space at ")
                        .contains("dev.layers.LedgerTest$Failing.close(LedgerTest.java:"));
    }

    @Test
    void errors_stopNothingEither() {
        ledger.add(() -> closed.add("first"));
        ledger.add(() -> {
            throw new NoClassDefFoundError("acme/Missing");
        });

        ledger.closeAll();

        assertThat(closed).containsExactly("first");
        assertThat(ledger.failures()).hasSize(1);
    }

    @Test
    void resourceThatIsRegisteredWhileClosing_isClosedIfTheLedgerIsOpen() {
        ledger.add(() -> ledger.add(() -> closed.add("late")));

        ledger.closeAll();

        assertThat(closed).containsExactly("late");
    }

    @Test
    void shutLedger_takesNoMore() {
        int count = ledger.shut();

        assertThat(count).isZero();
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.add(() -> {}))
                .withMessage("Module 'chat#1' is unloaded; close the resource yourself");
    }

    private static final class Failing implements AutoCloseable {
        @Override
        public void close() throws IOException {
            throw new IOException("no space");
        }
    }
}
