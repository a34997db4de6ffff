package dev.layers.sample.host;

import dev.layers.GenerationName;
import dev.layers.LayerEvent;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells what happens to modules, as it happens. What the bot was asked for it answers itself; the rest, such as what comes
 * of a change in a watched directory, is told here.
 */
final class Tidings {
    private final Console console;
    /** The thread that asks; events of what it asks for come on it. */
    private final Thread asking = Thread.currentThread();
    /** Generations that nobody asked to unload, until their verdict is told. */
    private final Set<GenerationName> unasked = ConcurrentHashMap.newKeySet();

    Tidings(Console console) {
        this.console = console;
    }

    void tell(LayerEvent event) {
        always(event)
                .or(() -> verdict(event))
                .or(() -> Thread.currentThread().equals(asking) ? Optional.empty() : ofItself(event))
                .ifPresent(console::print);
    }

    private static Optional<String> always(LayerEvent event) {
        if (event instanceof LayerEvent.Loaded loaded) {
            return Optional.of(
                    "loaded " + loaded.generation() + " in " + loaded.took().toMillis() + " ms");
        } else if (event instanceof LayerEvent.Waiting waiting) {
            return Optional.of("  ... waiting for " + waiting.what() + " (" + seconds(waiting.waited()) + ")");
        } else if (event instanceof LayerEvent.RolledBack back) {
            return Optional.of("rolled back: the bytes of " + back.from() + " serve again as " + back.to());
        } else if (event instanceof LayerEvent.Fallen fallen) {
            return Optional.of(fallen.generation() + " is down: " + fallen.reason());
        } else if (event instanceof LayerEvent.StateLost lost) {
            return Optional.of("the state of " + lost.from() + " is lost: " + lost.reason());
        }
        return Optional.empty();
    }

    private Optional<String> verdict(LayerEvent event) {
        return event instanceof LayerEvent.Judged judged && unasked.remove(judged.generation())
                ? Optional.of(judged.generation() + " " + judged.verdict())
                : Optional.empty();
    }

    private Optional<String> ofItself(LayerEvent event) {
        if (event instanceof LayerEvent.Planned planned) {
            return Optional.of("about to " + word(planned) + later(planned.deferred()));
        } else if (event instanceof LayerEvent.Reloaded reloaded) {
            return Optional.of("reloaded " + reloaded.from() + " as " + reloaded.to() + ", sha256 "
                    + reloaded.origin().shortDigest());
        } else if (event instanceof LayerEvent.LoadFailed failed) {
            return Optional.of(failed.reason());
        } else if (event instanceof LayerEvent.Unloaded unloaded) {
            unasked.add(unloaded.report().generation());
            return Optional.of(unloaded.report().text().lines().findFirst().orElse(""));
        } else if (event instanceof LayerEvent.WatchTroubled trouble) {
            return Optional.of(trouble.directory() + ": " + trouble.reason());
        } else if (event instanceof LayerEvent.WatchRecovered recovered) {
            return Optional.of(recovered.directory() + ": watched again");
        }
        return Optional.empty();
    }

    private static String word(LayerEvent.Planned planned) {
        return planned.change().kind().name().toLowerCase(Locale.ROOT) + " "
                + planned.change().module();
    }

    private static String later(Duration deferred) {
        return deferred.isZero() ? "" : ", put off for " + seconds(deferred);
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
