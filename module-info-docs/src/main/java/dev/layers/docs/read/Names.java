package dev.layers.docs.read;

import java.util.Arrays;
import java.util.List;

/** Names as class files write them, and as pages do. */
final class Names {
    private static final String CLASS = ".class";

    private Names() {}

    /** Returns {@code java.util.Map$Entry} for {@code java/util/Map$Entry}. */
    static String binary(String internal) {
        return internal.replace('/', '.');
    }

    static List<String> binary(String[] internal) {
        return Arrays.stream(internal).map(Names::binary).toList();
    }

    /** Returns {@code java.lang.Deprecated} for {@code Ljava/lang/Deprecated;}. */
    static String ofDescriptor(String descriptor) {
        return binary(descriptor.substring(1, descriptor.length() - 1));
    }

    /** Returns whether a package can be called so; a module cannot have others. */
    static boolean isPackage(String name) {
        return Arrays.stream(name.split("\\.", -1)).allMatch(Names::isIdentifier);
    }

    private static boolean isIdentifier(String word) {
        return !word.isEmpty()
                && Character.isJavaIdentifierStart(word.codePointAt(0))
                && word.codePoints().allMatch(Character::isJavaIdentifierPart);
    }

    static String resource(String type) {
        return type.replace('.', '/') + CLASS;
    }

    static boolean isClass(String resource) {
        return resource.endsWith(CLASS);
    }

    static String ofResource(String resource) {
        return binary(resource.substring(0, resource.length() - CLASS.length()));
    }
}
