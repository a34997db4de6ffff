package dev.layers.internal.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A directory in memory; each file has a content and a stamp that changes when the content is written. */
final class FakeDirectory implements Sights {
    final Path path = Path.of("/plugins");
    final Map<Path, String> contents = new HashMap<>();
    final Map<Path, Integer> stamps = new HashMap<>();
    int looks;
    int readings;
    int identity = 1;

    @Nullable
    IOException failure;

    private int writes;

    Path file(String name) {
        return path.resolve(name);
    }

    /** Writes, which the stamp tells. */
    Path write(String name, String content) {
        contents.put(file(name), content);
        return touch(name);
    }

    /** Writes without a trace in the stamp. */
    Path rewrite(String name, String content) {
        contents.put(file(name), content);
        return file(name);
    }

    Path touch(String name) {
        stamps.put(file(name), ++writes);
        return file(name);
    }

    Path delete(String name) {
        contents.remove(file(name));
        stamps.remove(file(name));
        return file(name);
    }

    /** Moves content and stamp, as a rename does. */
    void move(String from, String to) {
        contents.put(file(to), contents.remove(file(from)));
        stamps.put(file(to), stamps.remove(file(from)));
    }

    @Override
    public Place root() throws IOException {
        if (failure != null) {
            throw failure;
        }
        return Place.root(path, identity);
    }

    @Override
    public Set<Path> children() throws IOException {
        Set<Path> found = new HashSet<>(contents.keySet());
        found.removeIf(child -> naming(child) != Naming.ARTIFACT);
        return found;
    }

    @Override
    public Naming naming(Path child) {
        String name = child.getFileName().toString();
        if (name.startsWith(".")) {
            return name.startsWith("..") ? Naming.HIDDEN_WAY : Naming.NOTHING;
        }
        return name.endsWith(".jar") ? Naming.ARTIFACT : Naming.NOTHING;
    }

    @Override
    public Sight look(Path child, Consumer<Place> entering) {
        looks++;
        Integer stamp = stamps.get(child);
        if (stamp == null) {
            return Sight.absent();
        }
        Stamp seen = new Stamp(contents.get(child).length(), FileTime.fromMillis(stamp), null, null);
        return Sight.of(Sight.Kind.JAR, new TreeMap<>(Map.of("", seen)));
    }

    @Override
    public String digest(Path child, Sight sight) {
        readings++;
        return "digest of " + contents.get(child);
    }
}
