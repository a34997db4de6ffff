package dev.layers.internal.linkage;

/**
 * Where in a class something is used.
 *
 * @param member the method or field, none for the class itself; a method if its descriptor is one
 * @param isGuarded whether a handler catches what is thrown if the thing is missing
 */
record Place(MemberSignature member, boolean isGuarded) {
    /** The class itself. */
    static final String CLASS = "";

    /** Returns how a finding in {@code file} names the place. */
    String where(ClassFile file) {
        if (member.name().equals(CLASS)) {
            return file.where();
        }
        boolean isMethod = member.descriptor().startsWith("(");
        return file.where(isMethod ? TypeNames.method(file.name(), member) : TypeNames.field(file.name(), member));
    }

    /** Returns the one that decides: what is not caught in one place is not caught. */
    Place or(Place other) {
        return isGuarded && !other.isGuarded ? other : this;
    }
}
