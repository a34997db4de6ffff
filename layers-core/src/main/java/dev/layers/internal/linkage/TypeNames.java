package dev.layers.internal.linkage;

import java.util.ArrayList;
import java.util.List;

/** Turns the names of class files into those of source text. */
final class TypeNames {
    /** Of the JVM (JVMS 4.3.2). */
    private static final int MOST_DIMENSIONS = 255;

    private static final String TOO_MANY_DIMENSIONS = "[".repeat(MOST_DIMENSIONS + 1);

    /** A class file can have names of 65,535 characters; no source has any of this length. */
    private static final int LONGEST = 200;

    private TypeNames() {}

    /**
     * Checks that arrays in a descriptor have no more dimensions than the JVM lets them have.
     *
     * @throws IllegalArgumentException if they have
     */
    static void checkDimensions(String descriptor) {
        if (descriptor.contains(TOO_MANY_DIMENSIONS)) {
            throw new IllegalArgumentException("more than " + MOST_DIMENSIONS + " dimensions");
        }
    }

    /** Returns the package of an internal name, with slashes; empty if it has none. */
    static String packageOf(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? "" : name.substring(0, slash);
    }

    static boolean isOfJdk(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }

    /** Returns the name of a package or type with dots, {@code acme.Chat}, however long it is. */
    static String dotted(String name) {
        return name.replace('/', '.');
    }

    /** Returns {@code acme.Chat}. */
    static String type(String name) {
        return cut(dotted(name));
    }

    /** Returns {@code acme.Chat.say(String, int)}, or {@code acme.Chat(String)} for a constructor. */
    static String method(String owner, MemberSignature signature) {
        String parameters = "(" + parameters(signature) + ")";
        if (signature.isConstructor()) {
            return type(owner) + parameters;
        }
        return signature.name().equals("<clinit>")
                ? type(owner) + ", static initializer"
                : type(owner) + "." + cut(signature.name()) + parameters;
    }

    /** Returns {@code acme.Chat.name}. */
    static String field(String owner, MemberSignature signature) {
        return type(owner) + "." + cut(signature.name());
    }

    /** Returns the types of the parameters, separated by commas. */
    static String parameters(MemberSignature signature) {
        List<String> types = types(signature.descriptor());
        return cut(String.join(", ", types.subList(0, Math.max(0, types.size() - 1))));
    }

    /** Returns the type of a field, or the one that a method returns. */
    static String result(MemberSignature signature) {
        List<String> types = types(signature.descriptor());
        return cut(types.isEmpty() ? signature.descriptor() : types.get(types.size() - 1));
    }

    /** Returns whether a type is in a package that is the JDK's on any JVM. */
    static boolean isInJava(String name) {
        return name.startsWith("java/");
    }

    /** Returns the internal names of the classes in a descriptor, those of the JDK left out. */
    static List<String> inDescriptor(String descriptor) {
        int at = descriptor.indexOf('L');
        if (at < 0) {
            return List.of();
        }
        List<String> names = new ArrayList<>(2);
        while (at >= 0) {
            int end = descriptor.indexOf(';', at);
            if (end > at && !descriptor.startsWith("java/", at + 1)) {
                names.add(descriptor.substring(at + 1, end));
            }
            at = end < 0 ? -1 : descriptor.indexOf('L', end);
        }
        return names;
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    }

    private static List<String> types(String descriptor) {
        List<String> types = new ArrayList<>();
        int at = 0;
        while (at < descriptor.length()) {
            int end = endOfType(descriptor, at);
            if (descriptor.charAt(at) != '(' && descriptor.charAt(at) != ')') {
                types.add(source(descriptor.substring(at, end)));
            }
            at = end;
        }
        return types;
    }

    private static int endOfType(String descriptor, int start) {
        int at = start;
        while (at < descriptor.length() - 1 && descriptor.charAt(at) == '[') {
            at++;
        }
        int semicolon = descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) : at;
        return semicolon < 0 ? descriptor.length() : semicolon + 1;
    }

    private static String source(String descriptor) {
        int dimensions = 0;
        while (descriptor.startsWith("[", dimensions)) {
            dimensions++;
        }
        return element(descriptor.substring(dimensions)) + "[]".repeat(dimensions);
    }

    /** Types of {@code java.lang} stand without their package, as in source text. */
    private static String element(String descriptor) {
        if (descriptor.startsWith("L") && descriptor.endsWith(";")) {
            String name = dotted(descriptor.substring(1, descriptor.length() - 1));
            return name.startsWith("java.lang.") && name.indexOf('.', 10) < 0 ? name.substring(10) : name;
        }
        return switch (descriptor) {
            case "Z" -> "boolean";
            case "B" -> "byte";
            case "C" -> "char";
            case "D" -> "double";
            case "F" -> "float";
            case "I" -> "int";
            case "J" -> "long";
            case "S" -> "short";
            case "V" -> "void";
            default -> descriptor;
        };
    }
}
