package dev.layers.internal.residue;

import java.util.ArrayList;
import java.util.List;

/**
 * What the defaults of the JVM were when a generation was defined.
 *
 * <p>Who set an object of the JDK cannot be told: only what is the module's by its class is set back.
 */
public final class EarlierDefaults implements Search {
    private final List<EarlierDefault> all;

    private EarlierDefaults(List<EarlierDefault> all) {
        this.all = all;
    }

    /** Takes note of those that cost nothing to read. */
    public static EarlierDefaults cheap() {
        List<EarlierDefault> all = new ArrayList<>();
        for (DefaultPlace place : DefaultPlace.values()) {
            all.add(place.isCostly() ? EarlierDefault.unread(place) : EarlierDefault.read(place));
        }
        return new EarlierDefaults(all);
    }

    /** Takes note of all, for a generation whose changes nobody sees as they are made. */
    public static EarlierDefaults whole() {
        List<EarlierDefault> all = new ArrayList<>();
        for (DefaultPlace place : DefaultPlace.values()) {
            all.add(EarlierDefault.read(place));
        }
        return new EarlierDefaults(all);
    }

    @Override
    public void run(Owner owner, Residue residue) {
        for (EarlierDefault one : all) {
            one.restore(owner, residue);
        }
    }

    /** To ask for the time zone has it copy itself. */
    @Override
    public boolean isVain(Owner owner) {
        if (owner.hasSeen("java.util.TimeZone")) {
            return false;
        }
        for (EarlierDefault one : all) {
            if (one.isOf(owner)) {
                return false;
            }
        }
        return true;
    }
}
