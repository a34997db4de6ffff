package dev.layers.docs.findings;

import java.util.Collection;
import java.util.List;

/** Names in a sentence. */
final class Quoted {
    private static final int MOST = 5;

    private Quoted() {}

    static String name(String name) {
        return "'" + name + "'";
    }

    /** Returns the names, the first few if there are many. */
    static String names(Collection<String> names) {
        List<String> shown =
                names.stream().sorted().limit(MOST).map(Quoted::name).toList();
        int more = names.size() - shown.size();
        if (more > 0) {
            return String.join(", ", shown) + " and " + more + " more";
        }
        String last = shown.get(shown.size() - 1);
        return shown.size() == 1 ? last : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + last;
    }
}
