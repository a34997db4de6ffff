package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.Trait;
import dev.layers.docs.model.TypeUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The methods that are called through references to a type.
 *
 * @param methods its own and inherited ones that none of them overrides, by name and descriptor
 * @param unimplemented the abstract ones for which it has no code, inherited or its own
 * @param beyond the names of supertypes whose methods are left out: they are the JDK's, or their module was not given
 */
record ServiceMethods(List<Declared> methods, List<Declared> unimplemented, List<String> beyond) {
    private static final Set<String> OF_OBJECT =
            Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;");

    /** A method and the type that declares it. */
    record Declared(DocumentedType type, DocumentedMethod method) {
        String signature() {
            return method.name() + method.descriptor();
        }
    }

    static ServiceMethods of(DocumentedType type, Classifier classifier) {
        Search search = new Search(classifier.types());
        search.visit(type, Map.of());
        return new ServiceMethods(
                search.found.stream()
                        .map(Seen::declared)
                        .sorted(Comparator.comparing(Declared::signature))
                        .toList(),
                search.unimplemented(),
                List.copyOf(search.beyond));
    }

    /** A method, and by which name and parameters a subtype overrides it. */
    private record Seen(Declared declared, String overriddenBy) {}

    /** Goes from a type to what it extends; what stands for the type variables of that goes with it. */
    private static final class Search {
        private final ContractTypes types;
        private final List<Seen> found = new ArrayList<>();
        private final Set<String> visited = new HashSet<>();
        private final SortedSet<String> beyond = new TreeSet<>();

        Search(ContractTypes types) {
            this.types = types;
        }

        void visit(DocumentedType type, Map<String, TypeUse> given) {
            if (!visited.add(type.name())) {
                return;
            }
            Erasures erasures = new Erasures(type.parameters(), given);
            type.methods().stream()
                    .map(method -> new Declared(type, method))
                    .filter(Search::isCalled)
                    .map(declared -> new Seen(declared, erasures.of(declared.method())))
                    .forEach(this::add);
            type.supertypes().stream()
                    .filter(TypeUse.Named.class::isInstance)
                    .forEach(supertype -> visit((TypeUse.Named) supertype, erasures));
        }

        private void visit(TypeUse.Named supertype, Erasures below) {
            String name = supertype.name();
            Optional<DocumentedType> type = types.isOfJdk(name) ? Optional.empty() : types.find(name);
            type.ifPresentOrElse(
                    found -> visit(found, below.given(found.parameters(), supertype.arguments())),
                    () -> beyond.add(name));
        }

        List<Declared> unimplemented() {
            Set<String> implemented = found.stream()
                    .filter(seen -> !isAbstract(seen))
                    .map(Seen::overriddenBy)
                    .collect(Collectors.toSet());
            return found.stream()
                    .filter(seen -> isAbstract(seen) && !implemented.contains(seen.overriddenBy()))
                    .map(Seen::declared)
                    .toList();
        }

        private static boolean isAbstract(Seen seen) {
            return seen.declared().method().traits().contains(Trait.ABSTRACT);
        }

        private void add(Seen seen) {
            if (found.stream().noneMatch(other -> replaces(other, seen))) {
                found.removeIf(other -> replaces(seen, other));
                found.add(seen);
            }
        }

        private boolean replaces(Seen one, Seen other) {
            return one.overriddenBy().equals(other.overriddenBy())
                    && ((one.declared().signature().equals(other.declared().signature())
                                    && !types.isBelow(
                                            other.declared().type(),
                                            one.declared().type()))
                            || types.isBelow(
                                    one.declared().type(), other.declared().type()));
        }

        private static boolean isCalled(Declared declared) {
            DocumentedMethod method = declared.method();
            return method.traits().contains(Trait.PUBLIC)
                    && !method.traits().contains(Trait.STATIC)
                    && !method.isConstructor()
                    && !OF_OBJECT.contains(declared.signature());
        }
    }
}
