package dev.layers.internal.layer;

import dev.layers.fixture.Patience;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** Names of loaders that were collected. */
class LoaderNamesIT {
    private final LoaderNames names = new LoaderNames();

    @Test
    void nameOfACollectedLoader_isFreeAgain() {
        WeakReference<ClassLoader> first = new WeakReference<>(claim());

        Patience.untilCollected(first);

        // a reference is cleared first and queued a little later
        Patience.until("its name is free", () -> claim().getName().equals("chat#1"));
    }

    private ClassLoader claim() {
        return names.claim("chat#1", name -> new ClassLoader(name, null) {});
    }
}
