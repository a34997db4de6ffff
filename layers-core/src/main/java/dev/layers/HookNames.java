package dev.layers;

import dev.layers.module.ModuleLifecycle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The names by which the hooks of one generation find what their namesakes gave. */
final class HookNames {
    private HookNames() {}

    /** Returns the name of each of {@code hooks}: that of its class, and a number if an earlier one has the same. */
    static List<String> of(Collection<ModuleLifecycle> hooks) {
        List<String> names = new ArrayList<>();
        for (ModuleLifecycle hook : hooks) {
            names.add(free(hook.getClass().getName(), names));
        }
        return List.copyOf(names);
    }

    private static String free(String type, List<String> taken) {
        String name = type;
        for (int number = 2; taken.contains(name); number++) {
            name = type + " " + number;
        }
        return name;
    }
}
