package dev.layers;

import dev.layers.internal.residue.EarlierDefaults;
import dev.layers.internal.residue.TemporaryDirectory;
import dev.layers.internal.woven.Belongings;
import dev.layers.internal.woven.Undoing;
import dev.layers.internal.woven.Undoings;
import java.util.List;
import java.util.Optional;

/** What a generation registered to be closed at unload, its temporary files, and what it found when it came. */
final class Ledger {
    private final String owner;
    private final Undoings endings;
    private final EarlierDefaults defaults;
    private final TemporaryDirectory temporaryDirectory;

    Ledger(String owner, Belongings belongings) {
        this.owner = owner;
        this.endings = belongings.endings();
        this.defaults = belongings.mentions().isEverything() ? EarlierDefaults.whole() : EarlierDefaults.cheap();
        this.temporaryDirectory = new TemporaryDirectory(owner);
    }

    /** Returns what the defaults of the JVM were before. */
    EarlierDefaults defaults() {
        return defaults;
    }

    /** Returns the directory for its files. */
    TemporaryDirectory temporaryDirectory() {
        return temporaryDirectory;
    }

    void add(AutoCloseable resource) {
        if (!endings.offer(new Closing(resource))) {
            throw new IllegalStateException("Module '" + owner + "' is unloaded; close the resource yourself");
        }
    }

    /** Takes no more; returns how many there are to close. */
    int shut() {
        return endings.shut();
    }

    /** Closes everything, last registered first; runs module code. */
    void closeAll() {
        endings.undoAll();
    }

    /** Returns what else has ended so far, a sentence each: that what was registered here is closed goes without saying. */
    List<String> undone() {
        return endings.undone();
    }

    /** Returns what failed so far, a sentence each. */
    List<String> failures() {
        return endings.failures();
    }

    /** The end of one resource. */
    private record Closing(AutoCloseable resource) implements Undoing {
        @Override
        public String what() {
            return "'" + resource.getClass().getName() + "'";
        }

        @Override
        public String attempt() {
            return "closing " + what();
        }

        @Override
        public Optional<String> undo() throws Exception {
            resource.close();
            return Optional.empty();
        }
    }
}
