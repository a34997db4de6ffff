package dev.layers.internal.linkage;

import dev.layers.internal.contract.ContractModule;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wrong, wherever it is.
 *
 * @param details what the rule leaves open
 */
record Fault(Rule rule, String found, List<String> details) {
    /** Class files can have any number of defaults. */
    private static final int MOST_NAMED = 16;

    Fault {
        details = List.copyOf(details);
    }

    static Fault typeMissing(String name, ContractModule module, List<String> namesakes) {
        return new Fault(
                Rule.TYPE_MISSING, absent("'" + TypeNames.type(name) + "'", namesakes), List.of(module.text()));
    }

    /** {@code subject} names the member in quotes, {@code others} those that could be used instead. */
    static Fault methodMissing(String subject, String module, List<String> others) {
        return new Fault(Rule.METHOD_MISSING, absent(subject, others), List.of(module, "a method"));
    }

    static Fault constructorMissing(String subject, String module, List<String> others) {
        return new Fault(Rule.METHOD_MISSING, absent(subject, others), List.of(module, "a constructor"));
    }

    static Fault fieldMissing(String subject, String module, List<String> others) {
        return new Fault(Rule.FIELD_MISSING, absent(subject, others), List.of(module));
    }

    /** {@code is} says what {@code text} is, {@code wanted} what the module takes it for. */
    static Fault kindChanged(String text, String is, String wanted) {
        return new Fault(Rule.KIND_CHANGED, "'" + text + "' is " + is, List.of(wanted));
    }

    static Fault notAccessible(String text, String why) {
        return new Fault(Rule.NOT_ACCESSIBLE, "'" + text + "' is " + why, List.of());
    }

    /** {@code heir} is the type of the contract that inherits the method, if it does not declare it. */
    static Fault notImplemented(Member method, Optional<String> heir) {
        String text = "'" + TypeNames.method(method.owner(), method.signature()) + "'";
        String inherited = heir.map(name -> ", inherited by '" + TypeNames.type(name) + "',")
                .orElse("");
        return new Fault(Rule.NOT_IMPLEMENTED, text + inherited + " is not implemented", List.of("abstract"));
    }

    static Fault notImplementedByLambda(String type, Member method) {
        String text = TypeNames.method(method.owner(), method.signature());
        String found =
                "'" + text + "' is not implemented by a lambda or method reference for '" + TypeNames.type(type) + "'";
        return new Fault(Rule.NOT_IMPLEMENTED, found, List.of("abstract"));
    }

    /** {@code defaults} do not override each other. */
    static Fault ambiguous(List<Member> defaults) {
        String found = defaults.stream()
                .map(method -> "'" + TypeNames.method(method.owner(), method.signature()) + "'")
                .sorted()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(" and "));
        return new Fault(Rule.NOT_IMPLEMENTED, found + " are both inherited", List.of("ambiguous"));
    }

    static Fault finalExtended(String name) {
        return new Fault(Rule.FINAL_EXTENDED, "'" + TypeNames.type(name) + "' is final", List.of());
    }

    static Fault finalOverridden(Member method) {
        String text = TypeNames.method(method.owner(), method.signature());
        return new Fault(Rule.FINAL_EXTENDED, "'" + text + "' is final", List.of());
    }

    static Fault sealedExtended(String name) {
        return new Fault(Rule.SEALED_EXTENDED, "'" + TypeNames.type(name) + "' is sealed", List.of());
    }

    /** Returns the finding; what is missing and guarded is no error. */
    Finding at(Place place, ClassFile file) {
        boolean isMissing = rule == Rule.TYPE_MISSING || rule == Rule.METHOD_MISSING || rule == Rule.FIELD_MISSING;
        boolean isGuarded = isMissing && place.isGuarded();
        return isGuarded
                ? Rule.GUARDED.at(place.where(file), found + " (the code catches the error)", details.toArray())
                : rule.at(place.where(file), found, details.toArray());
    }

    private static String absent(String subject, List<String> others) {
        String found = subject + " does not exist";
        return others.isEmpty() ? found : found + ", '" + String.join("', '", others) + "' does";
    }
}
