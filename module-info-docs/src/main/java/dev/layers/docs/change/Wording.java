package dev.layers.docs.change;

import japicmp.model.JApiCompatibilityChangeType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a change of a type is called, and whom it breaks. */
final class Wording {
    static final String ABSTRACT_ADDED = "added, and abstract";

    private static final Pattern SUBJECT = Pattern.compile("^(CLASS|METHOD|FIELD|CONSTRUCTOR)_(?=.)");

    private static final Pattern TYPES = Pattern.compile("(TYPE|COVARIANT)_CHANGED$");

    private static final Set<JApiCompatibilityChangeType> ABSTRACT = Set.of(
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_TO_CLASS,
            JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE);

    private static final Set<JApiCompatibilityChangeType> FELT_BY_PROVIDERS = Set.of(
            JApiCompatibilityChangeType.CLASS_NOW_NOT_EXTENDABLE,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_TO_CLASS,
            JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE,
            JApiCompatibilityChangeType.METHOD_NOW_ABSTRACT,
            JApiCompatibilityChangeType.METHOD_NOW_FINAL);

    private Wording() {}

    /** Returns what happened; the types before and after are told where it happened to them. */
    static String of(JApiCompatibilityChangeType change, String types) {
        if (isAbstractAdded(change)) {
            return ABSTRACT_ADDED;
        }
        String words = SUBJECT.matcher(change.name())
                .replaceFirst("")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return TYPES.matcher(change.name()).find() ? words + types : words;
    }

    static boolean isAbstractAdded(JApiCompatibilityChangeType change) {
        return ABSTRACT.contains(change);
    }

    static Party partyOf(JApiCompatibilityChangeType change) {
        return FELT_BY_PROVIDERS.contains(change) ? Party.PROVIDERS : Party.CALLERS;
    }
}
