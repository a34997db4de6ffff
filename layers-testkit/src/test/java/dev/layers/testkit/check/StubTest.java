package dev.layers.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StubTest {
    /** What a host may lend. */
    interface Lent {
        int number();

        char letter();

        boolean isThere();

        String text();

        Optional<String> maybe();

        List<String> list();

        Map<String, String> map();

        int[] numbers();

        Object other(String name);

        void work();
    }

    @Test
    void calls_areAnsweredWithTheLeast() {
        Lent stub = (Lent) Stub.of(Lent.class);

        stub.work();

        assertThat(stub.number()).isZero();
        assertThat(stub.letter()).isEqualTo('\0');
        assertThat(stub.isThere()).isFalse();
        assertThat(stub.text()).isEmpty();
        assertThat(stub.maybe()).isEmpty();
        assertThat(stub.list()).isEmpty();
        assertThat(stub.map()).isEmpty();
        assertThat(stub.numbers()).isEmpty();
        assertThat(stub.other("name")).isNull();
    }

    @Test
    void stub_isAnObject() {
        Object stub = Stub.of(Lent.class);

        assertThat(stub).isEqualTo(stub).isNotEqualTo(Stub.of(Lent.class)).hasSameHashCodeAs(stub);
        assertThat(stub).hasToString("stub of dev.layers.testkit.check.StubTest$Lent");
    }
}
