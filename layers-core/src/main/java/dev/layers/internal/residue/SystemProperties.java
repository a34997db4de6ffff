package dev.layers.internal.residue;

import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Removes system properties that hold something of the module, also inside containers of the JDK. */
final class SystemProperties implements Search {
    @Override
    public void run(Owner owner, Residue residue) {
        Properties properties = System.getProperties();
        if (owner.owns(properties)) {
            System.setProperties(plain(properties));
            residue.undone("system properties of " + properties.getClass().getName() + " were replaced by a copy");
            return;
        }
        Contents contents = new Contents(owner);
        // the keys may be of the module, and are not compared here
        for (Map.Entry<Object, Object> property : List.copyOf(properties.entrySet())) {
            contents.find(property.getKey())
                    .or(() -> contents.find(property.getValue()))
                    .ifPresent(found -> remove(property.getKey(), found, residue));
        }
    }

    /** Another map than the JDK's may answer what it likes. */
    @Override
    public boolean isVain(Owner owner) {
        Properties properties = System.getProperties();
        return properties.getClass().equals(Properties.class)
                && properties.entrySet().stream()
                        .allMatch(property ->
                                property.getKey() instanceof String && property.getValue() instanceof String);
    }

    private static void remove(Object key, String found, Residue residue) {
        String what = "system property " + name(key);
        try {
            System.getProperties().remove(key);
            residue.undone(what + " held an " + found + " and was removed");
        } catch (Throwable thrown) {
            residue.failed(what, "removed", thrown);
        }
    }

    /** To ask other keys for a text would run code of the module. */
    private static String name(Object key) {
        return key instanceof String text
                ? "'" + text + "'"
                : "with a key of " + key.getClass().getName();
    }

    private static Properties plain(Properties properties) {
        Properties copy = new Properties();
        properties.stringPropertyNames().forEach(name -> copy.setProperty(name, properties.getProperty(name)));
        return copy;
    }
}
