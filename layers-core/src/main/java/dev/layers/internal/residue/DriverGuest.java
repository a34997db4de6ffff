package dev.layers.internal.residue;

import java.sql.Driver;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Deregisters every driver of the class loader that defines it, and tells its class and why that failed, if it did. */
public final class DriverGuest implements Consumer<BiConsumer<String, @Nullable Throwable>> {
    /** For whoever defined this class. */
    public DriverGuest() {}

    @Override
    @SuppressWarnings("ReferenceEquality") // loaders are told apart by identity
    public void accept(BiConsumer<String, @Nullable Throwable> listener) {
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass().getClassLoader() == DriverGuest.class.getClassLoader()) {
                deregister(driver, listener);
            }
        }
    }

    private static void deregister(Driver driver, BiConsumer<String, @Nullable Throwable> listener) {
        Throwable failure = null;
        try {
            DriverManager.deregisterDriver(driver);
        } catch (Throwable thrown) {
            failure = thrown;
        }
        listener.accept(driver.getClass().getName(), failure);
    }
}
