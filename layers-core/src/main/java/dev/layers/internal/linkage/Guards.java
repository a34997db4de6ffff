package dev.layers.internal.linkage;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;

/** Which parts of a method lie in a {@code try} that catches linkage errors by their names. */
final class Guards {
    private static final int TYPE = 1;
    private static final int METHOD = 2;
    private static final int FIELD = 4;

    private final Map<Label, int[]> changes = new HashMap<>();
    private final int[] active = new int[8];

    /** Takes an entry of the exception table. */
    void add(Label start, Label end, @Nullable String caught) {
        int kinds = caught == null ? 0 : kinds(caught);
        if (kinds != 0) {
            changes.computeIfAbsent(start, none -> new int[8])[kinds]++;
            changes.computeIfAbsent(end, none -> new int[8])[kinds]--;
        }
    }

    /** Goes on to a label of the code. */
    void reach(Label label) {
        int[] change = changes.isEmpty() ? null : changes.get(label);
        if (change != null) {
            for (int kinds = 0; kinds < active.length; kinds++) {
                active[kinds] += change[kinds];
            }
        }
    }

    boolean isTypeGuarded() {
        return isActive(TYPE);
    }

    boolean isMethodGuarded() {
        return isActive(METHOD);
    }

    boolean isFieldGuarded() {
        return isActive(FIELD);
    }

    private boolean isActive(int kind) {
        for (int kinds = 0; kinds < active.length; kinds++) {
            if ((kinds & kind) != 0 && active[kinds] > 0) {
                return true;
            }
        }
        return false;
    }

    private static int kinds(String caught) {
        return switch (caught) {
            case "java/lang/LinkageError" -> TYPE | METHOD | FIELD;
            case "java/lang/IncompatibleClassChangeError" -> METHOD | FIELD;
            case "java/lang/NoClassDefFoundError" -> TYPE;
            case "java/lang/NoSuchMethodError" -> METHOD;
            case "java/lang/NoSuchFieldError" -> FIELD;
            default -> 0;
        };
    }
}
