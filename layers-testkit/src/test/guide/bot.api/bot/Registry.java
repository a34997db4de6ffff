package bot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mistake: mutable statics in a contract hold whatever modules put there. */
// @start region="registry"
public final class Registry {
    private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();

    private Registry() {}

    public static void add(Runnable listener) {
        LISTENERS.add(listener);
    }
}
// @end
