package dev.layers.internal.snapshot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A multi-release archive as the running version sees it. */
final class VersionedContents implements Contents {
    /** What lies here is the same for all versions. */
    private static final String META_INF = "META-INF/";

    private static final String VERSIONS = "META-INF/versions/";
    private static final int FIRST_VERSION = 9;

    private final Contents all;
    private final Map<String, String> actualNames = new LinkedHashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();

    private VersionedContents(Contents all) {
        this.all = all;
    }

    /** Returns {@code all} seen by {@code running}; versions above it are left out. */
    static Contents of(Contents all, int running) {
        VersionedContents versioned = new VersionedContents(all);
        for (String name : all.names()) {
            versioned.add(name, running);
        }
        return versioned;
    }

    @Override
    public Set<String> names() {
        return actualNames.keySet();
    }

    @Override
    public byte @Nullable [] read(String name) throws DamagedEntry {
        String actual = actualNames.get(name);
        return actual == null ? null : all.read(actual);
    }

    @Override
    public byte @Nullable [] look(String name) throws DamagedEntry {
        String actual = actualNames.get(name);
        return actual == null ? null : all.look(actual);
    }

    @Override
    public void verify(String name) throws DamagedEntry {
        String actual = actualNames.get(name);
        if (actual != null) {
            all.verify(actual);
        }
    }

    @Override
    public void close() {
        all.close();
    }

    private void add(String name, int running) {
        if (!name.startsWith(VERSIONS)) {
            offer(name, name, 0);
            return;
        }
        int slash = name.indexOf('/', VERSIONS.length());
        int version = slash < 0 ? -1 : version(name.substring(VERSIONS.length(), slash));
        if (version >= FIRST_VERSION && version <= running && !name.startsWith(META_INF, slash + 1)) {
            offer(name.substring(slash + 1), name, version);
        }
    }

    private void offer(String name, String actual, int version) {
        if (versions.getOrDefault(name, -1) < version) {
            versions.put(name, version);
            actualNames.put(name, actual);
        }
    }

    private static int version(String text) {
        return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : -1;
    }
}
