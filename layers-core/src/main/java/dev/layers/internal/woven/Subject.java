package dev.layers.internal.woven;

import java.util.List;
import java.util.Optional;

/** A part of the JDK that keeps what it is given, by the beginnings of the internal names of its types. */
@SuppressWarnings("ImmutableEnumChecker") // its list is unmodifiable
public enum Subject {
    /** JDBC. */
    DRIVERS("java/sql/", "javax/sql/"),
    /** JMX. */
    BEANS("javax/management/", "java/lang/management/"),
    /** {@code java.util.logging}. */
    LOGGING("java/util/logging/"),
    /** Resource bundles. */
    BUNDLES("java/util/ResourceBundle"),
    /** The introspector and property editors. */
    INTROSPECTION("java/beans/"),
    /** Security providers. */
    PROVIDERS("java/security/Provider", "java/security/Security"),
    /** Records, whose methods are linked by {@code java.lang.runtime}. */
    RECORDS("java/lang/Record", "java/lang/runtime/ObjectMethods"),
    /** Groups of threads. */
    THREAD_GROUPS("java/lang/ThreadGroup"),
    /** Images, fonts and windows. */
    DESKTOP("javax/imageio/", "java/awt/", "javax/swing/"),
    /** Connections over the network, and JAAS. */
    NETWORK("java/net/", "javax/net/", "javax/security/auth/");

    private final List<String> beginnings;

    Subject(String... beginnings) {
        this.beginnings = List.of(beginnings);
    }

    static Optional<Subject> of(String type) {
        for (Subject subject : values()) {
            if (subject.hasType(type)) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }

    /** A loop, since this is asked for each type that each class names. */
    private boolean hasType(String type) {
        for (String beginning : beginnings) {
            if (type.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
