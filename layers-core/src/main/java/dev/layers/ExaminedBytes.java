package dev.layers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers which bytes were examined against the contract of this manager and found to be good, by their digest. */
final class ExaminedBytes {
    /** A digest is 64 characters: ten thousand are about a megabyte. */
    static final int KEPT = 10_000;

    /** In the order of their last use. */
    private final Map<String, Boolean> digests = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KEPT;
        }
    });

    boolean contain(String digest) {
        // unlike containsKey, this counts as a use
        return digests.get(digest) != null;
    }

    void add(String digest) {
        digests.put(digest, true);
    }
}
