package dev.layers.internal.woven;

import java.util.Optional;

/** What is told of things that nothing takes back. */
public final class Notices {
    private Notices() {}

    /**
     * Remembers what the generation that is running does.
     *
     * @param text a sentence, which ends with "and stays" when it is told
     */
    public static void note(String text) {
        Belongings.current().ifPresent(owner -> {
            Notice notice = new Notice(text);
            owner.undoings().forget(notice::equals);
            owner.undoings().add(notice);
        });
    }

    /** One of them, however often it was done. */
    private record Notice(String what) implements Undoing {
        @Override
        public Optional<String> undo() throws Irreversible {
            throw new Irreversible(what + " and stays");
        }
    }
}
