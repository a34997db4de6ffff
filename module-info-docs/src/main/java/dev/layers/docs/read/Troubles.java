package dev.layers.docs.read;

import dev.layers.docs.model.Trouble;
import java.util.ArrayList;
import java.util.List;

/** What cannot be read at one place: the first of it in full, the rest as a number. */
final class Troubles {
    private static final int MOST = 20;

    private final String place;
    private final List<Trouble> told = new ArrayList<>();
    private int untold;

    Troubles(String place) {
        this.place = place;
    }

    void add(String found) {
        add(new Trouble(place, found));
    }

    void add(String entry, String found) {
        add(new Trouble(place + "!/" + entry, found));
    }

    private void add(Trouble trouble) {
        if (told.size() < MOST) {
            told.add(trouble);
        } else {
            untold++;
        }
    }

    List<Trouble> all() {
        List<Trouble> all = new ArrayList<>(told);
        if (untold > 0) {
            all.add(new Trouble(
                    place, untold + " more of its files could not be read; build it again or leave it out"));
        }
        return all;
    }
}
