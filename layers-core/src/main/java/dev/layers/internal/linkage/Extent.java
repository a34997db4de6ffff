package dev.layers.internal.linkage;

/**
 * Where the parts of a class file lie, by the lengths that it states; a reader of constants alone does not see that its
 * end is cut off.
 *
 * @param methods where the methods begin
 * @param attributes where the attributes of the class begin
 */
record Extent(int methods, int attributes) {
    /**
     * Returns where fields, methods and attributes lie, which fill the file exactly behind its {@code header}.
     *
     * @throws IndexOutOfBoundsException if they do not
     */
    static Extent of(BigEndian file, int header) {
        int interfaces = header + 6;
        int fields = interfaces + 2 + 2 * file.twoBytes(interfaces);
        int methods = endOfMembers(file, fields);
        int attributes = endOfMembers(file, methods);
        int reached = endOfAttributes(file, attributes);
        if (reached != file.length()) {
            throw new IndexOutOfBoundsException(file.length() + " bytes instead of " + reached);
        }
        return new Extent(methods, attributes);
    }

    private static int endOfMembers(BigEndian file, int start) {
        int at = start + 2;
        for (int count = file.twoBytes(start); count > 0; count--) {
            at = endOfAttributes(file, at + 6);
        }
        return at;
    }

    /** Returns where the attributes end whose count is at {@code start}. */
    static int endOfAttributes(BigEndian file, int start) {
        int at = start + 2;
        for (int count = file.twoBytes(start); count > 0; count--) {
            int length = file.fourBytes(at + 2);
            at += 6;
            if (length < 0 || length > file.length() - at) {
                throw new IndexOutOfBoundsException("an attribute of " + length + " bytes at " + at);
            }
            at += length;
        }
        return at;
    }
}
