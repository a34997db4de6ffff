package dev.layers.internal.linkage;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wrong, wherever it is.
 *
 * @param other what does not go with the class
 * @param noun what is wanted, as far as the rule leaves it open
 */
record Fault(Rule rule, String found, Counterpart other, String noun) {
    /** Class files can have any number of defaults. */
    private static final int MOST_NAMED = 16;

    static Fault typeMissing(String name, Counterpart other, List<String> namesakes) {
        return new Fault(Rule.TYPE_MISSING, absent("'" + TypeNames.type(name) + "'", namesakes), other, "");
    }

    /** {@code subject} names the member in quotes, {@code others} those that could be used instead. */
    static Fault methodMissing(String subject, Counterpart other, List<String> others) {
        return new Fault(Rule.METHOD_MISSING, absent(subject, others), other, "a method");
    }

    static Fault constructorMissing(String subject, Counterpart other, List<String> others) {
        return new Fault(Rule.METHOD_MISSING, absent(subject, others), other, "a constructor");
    }

    static Fault fieldMissing(String subject, Counterpart other, List<String> others) {
        return new Fault(Rule.FIELD_MISSING, absent(subject, others), other, "");
    }

    /** {@code is} says what {@code text} is, {@code wanted} what the module takes it for. */
    static Fault kindChanged(String text, Counterpart other, String is, String wanted) {
        return new Fault(Rule.KIND_CHANGED, "'" + text + "' is " + is, other, wanted);
    }

    static Fault notAccessible(String text, Counterpart other, String why) {
        return new Fault(Rule.NOT_ACCESSIBLE, "'" + text + "' is " + why, other, "");
    }

    /** {@code heir} is the type of the contract that inherits the method, if it does not declare it. */
    static Fault notImplemented(Member method, Counterpart other, Optional<String> heir) {
        String text = "'" + TypeNames.method(method.owner(), method.signature()) + "'";
        String inherited = heir.map(name -> ", inherited by '" + TypeNames.type(name) + "',")
                .orElse("");
        return new Fault(Rule.NOT_IMPLEMENTED, text + inherited + " is not implemented", other, "abstract");
    }

    static Fault notImplementedByLambda(String type, Member method, Counterpart other) {
        String text = TypeNames.method(method.owner(), method.signature());
        String found =
                "'" + text + "' is not implemented by a lambda or method reference for '" + TypeNames.type(type) + "'";
        return new Fault(Rule.NOT_IMPLEMENTED, found, other, "abstract");
    }

    /** {@code defaults} do not override each other. */
    static Fault ambiguous(List<Member> defaults, Counterpart other) {
        String found = defaults.stream()
                .map(method -> "'" + TypeNames.method(method.owner(), method.signature()) + "'")
                .sorted()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(" and "));
        return new Fault(Rule.NOT_IMPLEMENTED, found + " are both inherited", other, "ambiguous");
    }

    static Fault finalExtended(String name, Counterpart other) {
        return new Fault(Rule.FINAL_EXTENDED, "'" + TypeNames.type(name) + "' is final", other, "");
    }

    static Fault finalOverridden(Member method, Counterpart other) {
        String text = TypeNames.method(method.owner(), method.signature());
        return new Fault(Rule.FINAL_EXTENDED, "'" + text + "' is final", other, "");
    }

    static Fault sealedExtended(String name, Counterpart other) {
        return new Fault(Rule.SEALED_EXTENDED, "'" + TypeNames.type(name) + "' is sealed", other, "");
    }

    /** Returns the finding; what is missing and guarded is no error. */
    Finding at(Place place, ClassFile file) {
        boolean isMissing = rule == Rule.TYPE_MISSING || rule == Rule.METHOD_MISSING || rule == Rule.FIELD_MISSING;
        boolean isGuarded = isMissing && place.isGuarded();
        return (isGuarded ? Rule.GUARDED : rule)
                .at(
                        place.where(file),
                        isGuarded ? found + " (the code catches the error)" : found,
                        other.module(),
                        other.side(),
                        other.owner(),
                        noun);
    }

    private static String absent(String subject, List<String> others) {
        String found = subject + " does not exist";
        return others.isEmpty() ? found : found + ", '" + String.join("', '", others) + "' does";
    }
}
