package dev.layers.testkit.check;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Thrown when the JVM that was to run a plug-in came to nothing. */
final class NoResultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String wanted;
    private final String advice;

    private NoResultException(String found, String wanted, String advice) {
        super(found);
        this.wanted = wanted;
        this.advice = advice;
    }

    static NoResultException notStarted(IOException failed) {
        return new NoResultException(
                "the JVM of the check could not be started: " + failed.getMessage(),
                "a process of its own for the plug-in",
                "allow this process to start another, and leave memory for it");
    }

    static NoResultException ended(int code) {
        return new NoResultException(
                "the JVM ended with exit code " + code + " before the check did",
                "a JVM that lives until the verdict",
                "have the plug-in not end the JVM; what was said last is on standard error");
    }

    /** Returns that nothing is known of what was asked for. */
    CheckResult result(CheckRequest request, long millis) {
        String plugin = String.valueOf(request.plugin().getFileName());
        return new CheckResult(
                CheckVerdict.UNCONFIRMED,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new CheckFinding(Round.VERDICT, plugin, String.valueOf(getMessage()), wanted, advice)),
                new CheckResult.Run(plugin, request.repeat(), 0, millis));
    }
}
