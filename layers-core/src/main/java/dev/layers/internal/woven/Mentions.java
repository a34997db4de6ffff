package dev.layers.internal.woven;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which parts of the JDK the classes of one generation name; what none of them names need not be searched. */
public final class Mentions {
    private volatile boolean everything;
    private final Set<Subject> subjects = ConcurrentHashMap.newKeySet();

    private Mentions(boolean everything) {
        this.everything = everything;
    }

    /** Returns mentions of nothing yet. */
    public static Mentions none() {
        return new Mentions(false);
    }

    /** Returns mentions of all there is, for code that nobody looks into. */
    public static Mentions everything() {
        return new Mentions(true);
    }

    /** Returns whether some class names something of {@code subject}. */
    public boolean contains(Subject subject) {
        return everything || subjects.contains(subject);
    }

    /** Adds the subject of a type by its internal name, {@code java/util/Timer}, if it has one. */
    public void add(String type) {
        Subject.of(type).ifPresent(subjects::add);
    }

    /** Returns whether there is code that nobody looked into. */
    public boolean isEverything() {
        return everything;
    }

    /** Adds all there is, for a class that nobody can look into. */
    public void addEverything() {
        everything = true;
    }
}
