package dev.layers.internal.layer;

import java.net.URL;

/** Writes places of artifacts in one way, as URLs in text, whoever tells them. */
final class Locations {
    private Locations() {}

    /** Returns the place of the artifact that has a resource called {@code name} at {@code url}. */
    static String of(URL url, String name) {
        String text = url.toExternalForm();
        String root = text.endsWith(name) ? text.substring(0, text.length() - name.length()) : text;
        return normal(root.replaceFirst("META-INF/versions/\\d+/$", ""));
    }

    /** Returns the one form of {@code location}: {@code file:/lib/chat.jar}. */
    static String normal(String location) {
        return location.replaceFirst("^jar:", "").replaceFirst("!?/*$", "").replaceFirst("^file:/+", "file:/");
    }

    /** Returns the last name in it. */
    static String fileName(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
