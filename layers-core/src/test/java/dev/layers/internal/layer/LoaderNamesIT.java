package dev.layers.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** Names of loaders that were collected. */
class LoaderNamesIT {
    private static final int MOST_COLLECTIONS = 50;

    private final LoaderNames names = new LoaderNames();

    @Test
    void nameOfACollectedLoader_isFreeAgain() {
        WeakReference<ClassLoader> first = new WeakReference<>(claim());

        for (int collections = 0; collections < MOST_COLLECTIONS && !first.refersTo(null); collections++) {
            System.gc();
        }

        assertThat(first.refersTo(null)).isTrue();
        assertThat(nameOnceTheQueueWasTold()).isEqualTo("chat#1");
    }

    /** A reference is cleared first and queued a little later. */
    private String nameOnceTheQueueWasTold() {
        String name = claim().getName();
        for (int collections = 0; collections < MOST_COLLECTIONS && !name.equals("chat#1"); collections++) {
            System.gc();
            name = claim().getName();
        }
        return name;
    }

    private ClassLoader claim() {
        return names.claim("chat#1", name -> new ClassLoader(name, null) {});
    }
}
