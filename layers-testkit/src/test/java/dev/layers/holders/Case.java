package dev.layers.holders;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A module that something keeps, and what has to be told of that.
 *
 * @param name its name, also that of the module
 * @param code what it does
 * @param held what is told
 */
record Case(String name, Code code, Held held) {
    private static final int ANY = 99;

    /**
     * The text of a module.
     *
     * @param body the statements of its one method
     * @param members what else is in its class
     */
    record Code(String body, String members, Jdks jdks) {}

    /** The releases of the JDK for which something is so. */
    record Jdks(int first, int last) {
        boolean isForThisJdk() {
            int running = Runtime.version().feature();
            return first <= running && running <= last;
        }
    }

    /**
     * What is told.
     *
     * @param hold the word for how it is held, or that it is collected
     * @param notes what else is told
     */
    record Held(String hold, List<Path> paths, List<String> notes) {}

    /**
     * A path that is told.
     *
     * @param steps some of its steps
     */
    record Path(String cause, String advice, String root, List<String> steps, Jdks jdks) {}

    /** Returns a module that is collected. */
    static Case collected(String name, String body) {
        return new Case(name, new Code(body, "", new Jdks(0, ANY)), new Held("COLLECTED", List.of(), List.of()));
    }

    Case members(String text) {
        return new Case(name, new Code(code.body, text, code.jdks), held);
    }

    /** Returns this one for some JDKs only. */
    Case between(int first, int last) {
        return new Case(name, new Code(code.body, code.members, new Jdks(first, last)), held);
    }

    /** It is held strongly, too, by what starts there. */
    Case by(String root, String cause, String advice, String... steps) {
        return by(0, ANY, new String[] {root, cause, advice}, steps);
    }

    /** On JDK 17 it is held by that too. */
    Case by17(String root, String cause, String advice, String... steps) {
        return by(0, 17, new String[] {root, cause, advice}, steps);
    }

    private Case by(int first, int last, String[] texts, String... steps) {
        Path path = new Path(texts[1], texts[2], texts[0], List.of(steps), new Jdks(first, last));
        List<Path> all = new ArrayList<>(held.paths);
        all.add(path);
        return new Case(name, code, new Held("STRONG", all, held.notes));
    }

    /** It is held in that way. */
    Case held(String hold, String... notes) {
        return new Case(name, code, new Held(hold, held.paths, List.of(notes)));
    }

    /** Returns the paths for the JDK that runs. */
    Stream<Path> paths() {
        return held.paths.stream().filter(path -> path.jdks.isForThisJdk());
    }

    @Override
    public String toString() {
        return name;
    }
}
