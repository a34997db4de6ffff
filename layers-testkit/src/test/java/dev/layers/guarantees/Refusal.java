package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.layers.PreflightException;
import dev.layers.preflight.Finding;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches what is refused before any code of it has run. */
final class Refusal {
    private Refusal() {}

    /** Returns the only error for which {@code operation} is refused, which is all that its message tells. */
    static Finding of(ThrowingCallable operation) {
        PreflightException refused = catchThrowableOfType(PreflightException.class, operation);
        assertThat(refused).as("refusal").isNotNull().hasNoCause();
        List<Finding> errors = refused.report().errors();
        assertThat(errors).hasSize(1);
        assertThat(refused).hasMessage(errors.get(0).text());
        return errors.get(0);
    }
}
