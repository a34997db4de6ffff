package dev.layers.internal.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The joints, by what they are looked up by. */
final class JointTable {
    private final ClassLoader substitutes;
    private final Set<String> types = new HashSet<>();
    private final int[] hashes;
    private final Map<String, String> substitutions = new HashMap<>();
    private final Map<String, String> extensions = new HashMap<>();
    private final Map<String, List<Joint>> calls = new HashMap<>();
    private final Map<Joint.Redirection, Overloads> overloads = new ConcurrentHashMap<>();

    /** Makes a table; {@code substitutes} has the classes that it names, each looked at once something is redirected to it. */
    JointTable(List<Joint> joints, ClassLoader substitutes) {
        this.substitutes = substitutes;
        for (Joint joint : joints) {
            types.add(joint.type());
            String method = method(joint);
            if (method != null) {
                calls.computeIfAbsent(joint.type() + "." + method, first -> new ArrayList<>(1))
                        .add(joint);
            }
            if (joint instanceof Joint.Substitution substitution) {
                substitutions.put(substitution.type(), substitution.substitute());
            } else if (joint instanceof Joint.Extension extension) {
                extensions.put(extension.type(), extension.substitute());
            }
        }
        this.hashes = hashes(types);
    }

    private static int[] hashes(Set<String> types) {
        int[] hashes = new int[types.size()];
        int count = 0;
        for (String type : types) {
            hashes[count++] = type.hashCode();
        }
        Arrays.sort(hashes);
        return hashes;
    }

    /** Returns whether a type whose name has this hash code may have joints. */
    boolean mayHave(int hash) {
        return Arrays.binarySearch(hashes, hash) >= 0;
    }

    /** Returns whether a type has joints. */
    boolean has(String type) {
        return types.contains(type);
    }

    /** Returns whether a call of a method, or of some overload of it, is woven. */
    boolean isJoint(String owner, String method) {
        return method.equals("<init>") ? isSubstituted(owner) : calls.containsKey(owner + "." + method);
    }

    /** Returns whether another class takes the place of {@code type}. */
    boolean isSubstituted(String type) {
        return substitutions.containsKey(type);
    }

    /** Returns what takes the place of a class, itself if nothing does. */
    String substitute(String type) {
        return substitutions.getOrDefault(type, type);
    }

    /** Returns what is extended in place of a class, itself if nothing is. */
    String above(String type) {
        return extensions.getOrDefault(type, substitute(type));
    }

    /** Returns what happens to calls of a method. */
    List<Joint> calls(String owner, String method) {
        return types.contains(owner) ? calls.getOrDefault(owner + "." + method, List.of()) : List.of();
    }

    /** Returns the descriptor of what a call is redirected to. */
    Optional<String> redirected(Joint.Redirection joint, String descriptor, boolean isStatic) {
        return overloads
                .computeIfAbsent(joint, absent -> new Overloads(absent, substitutes))
                .of(descriptor, isStatic);
    }

    /** Returns the name of the method whose calls it is about, null if it is about none. */
    static @Nullable String method(Joint joint) {
        if (joint instanceof Joint.Redirection redirection) {
            return redirection.method();
        }
        if (joint instanceof Joint.Capture capture) {
            return capture.method();
        }
        if (joint instanceof Joint.Notice notice) {
            return notice.method();
        }
        return joint instanceof Joint.Showing showing ? showing.method() : null;
    }
}
