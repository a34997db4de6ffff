package dev.layers;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
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
            report.verdict().thenAccept(known -> announce(new LayerEvent.Judged(report.generation(), known)));
        }
    }

    /** Tells that what is at {@code source} was refused or did not start. */
    void announceFailure(Source source, LayerException failed) {
        announce(new LayerEvent.LoadFailed(source.artifact().toString(), String.valueOf(failed.getMessage())));
    }

    /** Tells every listener on this thread; one that fails is logged and keeps the others from nothing. */
    void announce(LayerEvent event) {
        logger.log(Level.DEBUG, event::toString);
        tell(event);
    }

    /** Tells what somebody should read who has no listener. */
    void warn(LayerEvent.Dropped event) {
        logger.log(Level.WARNING, event::what);
        tell(event);
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
