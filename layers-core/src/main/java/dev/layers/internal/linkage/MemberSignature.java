package dev.layers.internal.linkage;

import java.util.Objects;

/**
 * Name and descriptor, by which the JVM finds a method or a field.
 *
 * <p>Made while a class file is read, which ends with what is thrown here. Comparable, since a class file can choose
 * names of one hash code.
 */
record MemberSignature(String name, String descriptor) implements Comparable<MemberSignature> {
    MemberSignature {
        // ASM has null for a constant that is none
        Objects.requireNonNull(name, "name");
        TypeNames.checkDimensions(Objects.requireNonNull(descriptor, "descriptor"));
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }

    boolean hasParametersOf(MemberSignature other) {
        int length = descriptor.indexOf(')') + 1;
        return length == other.descriptor.indexOf(')') + 1 && descriptor.regionMatches(0, other.descriptor, 0, length);
    }

    /** Written out, as {@link #hashCode} is: those of a record are linked at their first use, for which a first load would pay. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MemberSignature same && name.equals(same.name) && descriptor.equals(same.descriptor);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + descriptor.hashCode();
    }

    @Override
    public int compareTo(MemberSignature other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? descriptor.compareTo(other.descriptor) : byName;
    }
}
