package dev.layers;

import dev.layers.preflight.Origin;
import dev.layers.preflight.PreflightReport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Tells listeners and the log what happened; the one place that logs. */
final class Announcer {
    private final Logger logger = System.getLogger("dev.layers");
    private final List<Consumer<? super LayerEvent>> listeners;

    Announcer(List<Consumer<? super LayerEvent>> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Tells {@code end}, which is about {@code report}, and then the verdict, when there is one to come. */
    @SuppressWarnings("FutureReturnValueIgnored") // listeners cannot fail it
    void announceEnd(LayerEvent end, UnloadReport report) {
        announce(end);
        if (report.outcome() == UnloadReport.Outcome.RELEASED) {
            report.collected().thenAcceptBoth(announceVerdict(report), (collected, told) -> judged(report, collected));
        }
    }

    /** Tells {@code end} of a generation whose release was told before, and what the verdict is now if it still is there. */
    @SuppressWarnings("FutureReturnValueIgnored") // listeners cannot fail it
    void announceEndAgain(LayerEvent end, UnloadReport report) {
        announce(end);
        announceVerdict(report);
    }

    /** That it is collected is told once, after whatever else was said first. */
    private CompletableFuture<Void> announceVerdict(UnloadReport report) {
        return report.verdict().thenAccept(known -> {
            if (!(known instanceof Verdict.Collected)) {
                judged(report, known);
            }
        });
    }

    private void judged(UnloadReport report, Verdict known) {
        announce(new LayerEvent.Judged(report.generation(), report.origin(), known));
    }

    /** Tells that what was read from {@code origin} was refused or did not start. */
    void announceFailure(Origin origin, LayerException failed) {
        Optional<PreflightReport> refusal =
                failed instanceof PreflightException refused ? Optional.of(refused.report()) : Optional.empty();
        announce(new LayerEvent.LoadFailed(origin, String.valueOf(failed.getMessage()), refusal));
    }

    /** Tells every listener on this thread; one that fails is logged and keeps the others from nothing. */
    void announce(LayerEvent event) {
        logger.log(Level.DEBUG, event::toString);
        tell(event);
    }

    /** Tells what somebody should read who has no listener. */
    void warn(LayerEvent event, String what) {
        logger.log(Level.WARNING, what);
        tell(event);
    }

    /** Logs what failed beside the unload of any module. */
    void warn(String what) {
        logger.log(Level.WARNING, what);
    }

    /** Logs that something of the host's failed, and was done without. */
    void warn(String what, Throwable failed) {
        logger.log(Level.WARNING, what, failed);
    }

    private void tell(LayerEvent event) {
        for (Consumer<? super LayerEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException | Error failed) {
                logger.log(
                        Level.WARNING, "Listener '" + listener.getClass().getName() + "' failed at " + event, failed);
            }
        }
    }
}
