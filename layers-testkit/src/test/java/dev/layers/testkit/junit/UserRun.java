package dev.layers.testkit.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** A run of somebody's test class, and what came of its tests. */
record UserRun(EngineExecutionResults results) {
    static UserRun of(Class<?> testClass) {
        return of(testClass, Map.of());
    }

    static UserRun of(Class<?> testClass, Map<String, String> parameters) {
        return new UserRun(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameters(parameters)
                .execute());
    }

    /** Returns the names of tests that succeeded, in their order. */
    List<String> succeeded() {
        return names(results.testEvents().succeeded());
    }

    List<String> failed() {
        return names(results.testEvents().failed());
    }

    List<String> aborted() {
        return names(results.testEvents().aborted());
    }

    /** Returns what the only test, or the only class, that failed threw. */
    Throwable failure() {
        List<Throwable> failures = results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow())
                .toList();
        if (failures.size() != 1) {
            throw new AssertionError("Wanted one failure but found " + failures);
        }
        return failures.get(0);
    }

    private static List<String> names(Events events) {
        return events.stream()
                .map(Event::getTestDescriptor)
                .map(test -> test.getDisplayName())
                .toList();
    }
}
