package dev.layers.internal.woven;

import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;

/** What stands for the methods of {@code FlightRecorder} that keep code to run. */
public final class PeriodicEvents {
    private PeriodicEvents() {}

    /** Stands for the method of the JDK. */
    public static void addPeriodicEvent(Class<? extends Event> type, Runnable hook) {
        FlightRecorder.addPeriodicEvent(type, hook);
        Registration.add(
                hook,
                "periodic code of flight recorder event '" + type.getName() + "'",
                () -> FlightRecorder.removePeriodicEvent(hook));
    }

    /** Stands for the method of the JDK. */
    public static boolean removePeriodicEvent(Runnable hook) {
        Registration.forget(hook::equals);
        return FlightRecorder.removePeriodicEvent(hook);
    }
}
