package dev.layers.internal.desired;

import java.util.regex.Pattern;

/** How the way to a value is written: {@code modules[2].reload.patience}. */
final class Route {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_$-]+");

    private Route() {}

    static String member(String route, String key) {
        if (!WORD.matcher(key).matches()) {
            return route + "['" + key + "']";
        }
        return route.isEmpty() ? key : route + "." + key;
    }

    static String item(String route, int index) {
        return route + "[" + index + "]";
    }
}
