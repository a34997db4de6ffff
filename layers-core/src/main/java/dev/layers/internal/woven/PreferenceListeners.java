package dev.layers.internal.woven;

import java.util.prefs.NodeChangeListener;
import java.util.prefs.PreferenceChangeListener;
import java.util.prefs.Preferences;

/** What stands for the listener methods of {@code Preferences}, whose nodes live as long as the JVM. */
public final class PreferenceListeners {
    private PreferenceListeners() {}

    /** Stands for the method of the JDK. */
    public static void addPreferenceChangeListener(Preferences node, PreferenceChangeListener listener) {
        node.addPreferenceChangeListener(listener);
        add(node, listener, () -> node.removePreferenceChangeListener(listener));
    }

    /** Stands for the method of the JDK. */
    public static void removePreferenceChangeListener(Preferences node, PreferenceChangeListener listener) {
        node.removePreferenceChangeListener(listener);
        Registration.forget(new Key(node, listener)::equals);
    }

    /** Stands for the method of the JDK. */
    public static void addNodeChangeListener(Preferences node, NodeChangeListener listener) {
        node.addNodeChangeListener(listener);
        add(node, listener, () -> node.removeNodeChangeListener(listener));
    }

    /** Stands for the method of the JDK. */
    public static void removeNodeChangeListener(Preferences node, NodeChangeListener listener) {
        node.removeNodeChangeListener(listener);
        Registration.forget(new Key(node, listener)::equals);
    }

    private static void add(Preferences node, Object listener, Runnable removal) {
        String what = "preference listener " + TypeText.of(listener) + " on '" + node.absolutePath() + "'";
        Registration.add(new Key(node, listener), what, () -> isRemoved(removal));
    }

    private static boolean isRemoved(Runnable removal) {
        try {
            removal.run();
            return true;
        } catch (IllegalStateException | IllegalArgumentException gone) {
            // the node was removed, and its listeners with it
            return false;
        }
    }

    /** Who listens to whom. */
    private record Key(Preferences node, Object listener) {}
}
