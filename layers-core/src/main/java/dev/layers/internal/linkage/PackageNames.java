package dev.layers.internal.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Recognises the names of types of some packages in the constants of class files.
 *
 * <p>It searches all constants as one text, for which the JVM has its own instructions, and looks closer where
 * something is found. It may find what only looks like a name; what it does not find is not there.
 */
final class PackageNames {
    /** Before the first text come a tag and a length. */
    private static final int FIRST = 3;

    /** The names as the bytes of class files, a character for each. */
    private final Set<String> names;

    /** What all names begin with, followed by slashes; no two of them begin alike. */
    private final List<String> roots;

    private final int longest;

    /** Takes names with slashes. */
    PackageNames(Collection<String> packages) {
        names = packages.stream()
                .filter(name -> !name.isEmpty())
                .map(name -> new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .collect(Collectors.toUnmodifiableSet());
        longest = names.stream().mapToInt(String::length).max().orElse(0);
        roots = names.stream()
                .filter(name -> names.stream().noneMatch(other -> name.startsWith(other + "/")))
                .map(name -> name + "/")
                .sorted()
                .toList();
    }

    /** Returns whether {@code constants} hold the name or the descriptor of such a type. */
    boolean areIn(String constants) {
        for (String root : roots) {
            for (int at = constants.indexOf(root, FIRST); at >= 0; at = constants.indexOf(root, at + 1)) {
                if (isName(constants, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Tells where in {@code constants} the names of such types begin. */
    void find(String constants, IntConsumer places) {
        for (String root : roots) {
            for (int at = constants.indexOf(root, FIRST); at >= 0; at = constants.indexOf(root, at + 1)) {
                if (isName(constants, at)) {
                    places.accept(at);
                }
            }
        }
    }

    private boolean isName(String constants, int at) {
        return isStart(constants, at) && names.contains(packageAt(constants, at));
    }

    /** A name begins in a descriptor after an L, or in a constant of its own after tag and length. */
    private static boolean isStart(String constants, int at) {
        return constants.charAt(at - 1) == 'L' || constants.charAt(at - 3) == ConstantPool.UTF_8;
    }

    /** The next constant begins with a tag, which is no character of a name. */
    private String packageAt(String constants, int start) {
        int slash = start;
        for (int at = start; at < constants.length() && isOfName(constants.charAt(at)); at++) {
            if (constants.charAt(at) == '/') {
                slash = at;
            }
            if (slash - start > longest) {
                // looking further for each beginning in a long text would take the square of its length
                break;
            }
        }
        return constants.substring(start, slash);
    }

    private static boolean isOfName(char character) {
        return character >= ' ' && character != ';' && character != '<';
    }
}
