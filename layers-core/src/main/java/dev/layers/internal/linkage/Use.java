package dev.layers.internal.linkage;

import java.util.List;

/** What a class does with a type or member, by internal names; no use is anything but text. */
sealed interface Use {
    /** The JVM, or reflection, meets the name of a type. */
    record OfType(String name, Manner manner) implements Use {}

    /**
     * A method is called, or a handle of it is made.
     *
     * @param isOfInterface whether the class file takes its owner for an interface
     */
    record OfMethod(String owner, MemberSignature signature, Call call, boolean isOfInterface) implements Use {}

    /** A field is read or written. */
    record OfField(String owner, MemberSignature signature, boolean isStatic, boolean isWritten) implements Use {}

    /**
     * A lambda or method reference is made.
     *
     * @param interfaces the functional interface and the markers
     * @param methods those that it implements
     */
    record OfLambda(List<String> interfaces, List<MemberSignature> methods) implements Use {}

    /** In which way a type is used. */
    enum Manner {
        /** In a descriptor, which is not resolved. */
        NAMED,
        /** Resolved, which has it loaded and its access checked. */
        RESOLVED,
        /** Resolved and instantiated. */
        CREATED
    }

    /** In which way a method is called. */
    enum Call {
        /** On an object, or as the constructor of a super class. */
        INSTANCE,
        /** On no object. */
        STATIC,
        /** The one of a super type, whatever overrides it. */
        SUPER,
        /** As a constructor of a new object. */
        CREATION
    }
}
