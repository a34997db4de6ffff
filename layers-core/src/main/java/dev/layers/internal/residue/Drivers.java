package dev.layers.internal.residue;

import dev.layers.internal.woven.GuestLoader;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Deregisters JDBC drivers; only a class of the module is shown them. */
final class Drivers implements Search {
    @Override
    @SuppressWarnings("unchecked")
    public void run(Owner owner, Residue residue) throws IOException, ReflectiveOperationException {
        if (owner.loader() instanceof GuestLoader guests) {
            var inside = (Consumer<BiConsumer<String, @Nullable Throwable>>)
                    Guest.of(DriverGuest.class, guests).instance();
            inside.accept((driver, failure) -> tell(driver, failure, residue));
        }
    }

    @Override
    public boolean isVain(Owner owner) {
        return !owner.hasSeen("java.sql.DriverManager");
    }

    private static void tell(String driver, @Nullable Throwable failure, Residue residue) {
        String what = "JDBC driver '" + driver + "'";
        if (failure == null) {
            residue.undone(what + " was deregistered");
        } else {
            residue.failed(what, "deregistered", failure);
        }
    }
}
