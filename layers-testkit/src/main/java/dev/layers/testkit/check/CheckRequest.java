package dev.layers.testkit.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be checked.
 *
 * @param plugin the jar or directory
 * @param libraries its private libraries
 * @param contract where the interfaces are that it shares with its host
 * @param services the names of those that it provides
 * @param uses those that the host lends it
 * @param calls the names of the methods that are called
 * @param repeat how many times it is loaded
 * @param limits how long it waits
 */
record CheckRequest(
        Path plugin,
        List<Path> libraries,
        List<Path> contract,
        List<String> services,
        Uses uses,
        List<String> calls,
        int repeat,
        Limits limits) {
    CheckRequest {
        libraries = List.copyOf(libraries);
        contract = List.copyOf(contract);
        services = List.copyOf(services);
        calls = List.copyOf(calls);
    }

    /**
     * What the host lends, by the names of types.
     *
     * @param classes those whose classes are known, in the order of the command line
     * @param stubs those that do nothing
     */
    record Uses(Map<String, String> classes, List<String> stubs) {
        Uses {
            classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
            stubs = List.copyOf(stubs);
        }
    }

    /**
     * How long a check waits.
     *
     * @param start the longest time for a start, and for the hooks of an unload
     * @param call the longest time for each call
     * @param patience the longest wait for what holds a plug-in and ends by itself
     */
    record Limits(Duration start, Duration call, Duration patience) {}
}
