package dev.layers.others;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The message of an assertion that fails, with {@code {}} for what differs from run to run. */
final class Failure {
    private Failure() {}

    static String of(ThrowingCallable assertion) {
        AssertionError failure = catchThrowableOfType(AssertionError.class, assertion);
        if (failure == null) {
            throw new AssertionError("Expected the assertion to fail");
        }
        return failure.getMessage()
                .replace(System.lineSeparator(), "\n")
                .replaceAll("\\d+ collections in [0-9.]+ m?s", "{} collections in {} s");
    }
}
