package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All interfaces and records of a contract that can be reached from its services, and how values cross there. */
public final class Agreement {
    private final Classifier classifier;
    private final SortedMap<String, AgreedType> reached = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    private Agreement(Classifier classifier) {
        this.classifier = classifier;
    }

    /** Finds what the services of a contract lead to. */
    static Agreement of(Contract contract, Classifier classifier) {
        Agreement agreement = new Agreement(classifier);
        contract.services()
                .forEach(service ->
                        agreement.reach(service.type(), service.type().name()));
        return agreement;
    }

    /** Returns how values cross at a type that was reached. */
    public Optional<AgreedType> at(String type) {
        return Optional.ofNullable(reached.get(type));
    }

    /** Returns everything that was reached, by name. */
    public List<AgreedType> types() {
        return List.copyOf(reached.values());
    }

    /** Returns what cannot cross: sentences, sorted. */
    public List<String> problems() {
        return reached.values().stream()
                .flatMap(type -> type.problems().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private void reach(DocumentedType type, String service) {
        if (seen.add(type.name())) {
            AgreedTypeSearch search = new AgreedTypeSearch(classifier, type, service);
            reached.put(type.name(), search.agreed());
            search.named().forEach(name -> follow(name, service));
        }
    }

    private void follow(String name, String service) {
        classifier
                .types()
                .find(name)
                .filter(type -> classifier.types().isService(type) || classifier.isTakenApart(type))
                .ifPresent(type -> reach(type, service));
    }
}
