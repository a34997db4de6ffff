package dev.layers.internal.watch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What keeps a directory from being followed; each trouble is told once while it stands. */
final class Troubles {
    private final Receiver receiver;
    private final Set<Path> overdue = new TreeSet<>();
    private Optional<String> ofDirectory = Optional.empty();
    private Optional<String> latest = Optional.empty();

    Troubles(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Takes why the directory cannot be looked at. */
    void ofDirectory(String reason) {
        String trouble = reason + "; nothing in it is loaded, reloaded or unloaded until that is over";
        if (!Optional.of(trouble).equals(ofDirectory)) {
            ofDirectory = Optional.of(trouble);
            tell(trouble);
        }
    }

    void endOfDirectory() {
        boolean isEnd = ofDirectory.isPresent();
        ofDirectory = Optional.empty();
        if (isEnd) {
            tellEnd();
        }
    }

    /** Takes that an artifact was not at rest for the longest time. */
    void of(Path child, Terms terms) {
        overdue.add(child);
        tell("'" + child.getFileName() + "' has been changing for "
                + terms.longest().toMillis() + " ms and was never at rest for "
                + terms.quiet().toMillis()
                + " ms; it is taken when it is at rest, so write it elsewhere and move it here");
    }

    void endOf(Path child) {
        if (overdue.remove(child)) {
            tellEnd();
        }
    }

    /** Returns what was told last, if anything stands. */
    Optional<String> standing() {
        return ofDirectory.isPresent() ? ofDirectory : overdue.isEmpty() ? Optional.empty() : latest;
    }

    private void tell(String trouble) {
        latest = Optional.of(trouble);
        receiver.troubled(trouble);
    }

    private void tellEnd() {
        if (ofDirectory.isEmpty() && overdue.isEmpty()) {
            receiver.recovered();
        }
    }
}
