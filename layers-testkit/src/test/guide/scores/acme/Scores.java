package acme;

import bot.Command;
import dev.layers.module.ModuleContext;
import dev.layers.module.ModuleLifecycle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

// @start region="state"
/** Counts how often each name was said, over reloads. */
public final class Scores implements Command, ModuleLifecycle {
    private final Map<String, Long> scores = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("unchecked")
    public void start(ModuleContext context) {
        context.handedOver().ifPresent(from -> scores.putAll(from.value(Map.class)));   // from.version(), from.generation()
    }

    @Override
    public Object handOver() {
        return scores;
    }

    @Override
    public String run(String name) {
        return name + " " + scores.merge(name, 1L, Long::sum);
    }
}
// @end
