package acme;

import dev.layers.module.ModuleLifecycle;

/** Serves only with a database. */
// @start region="hooks"
public final class Hooks implements ModuleLifecycle {
    private final Database database = new Database();

    @Override
    public void probe() throws Exception {
        database.ping();        // after all start hooks, before any call; a failure fails the load
    }
}
// @end
