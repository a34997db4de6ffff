package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.NamedUse;
import dev.layers.docs.model.TypeKind;
import dev.layers.docs.model.TypeParameter;
import dev.layers.docs.model.TypeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks at one type that crosses: its methods or components, what they name, and what of it cannot cross. */
final class AgreedTypeSearch {
    private final Classifier classifier;
    private final DocumentedType type;
    private final String service;
    private final SortedSet<String> problems = new TreeSet<>();
    private final SortedSet<String> named = new TreeSet<>();

    /** Looks at {@code type}, which was reached from {@code service} first. */
    AgreedTypeSearch(Classifier classifier, DocumentedType type, String service) {
        this.classifier = classifier;
        this.type = type;
        this.service = service;
    }

    AgreedType agreed() {
        ServiceMethods methods = ServiceMethods.of(type, classifier);
        if (type.name().equals(service) && !classifier.types().isService(type)) {
            problems.add("Service '" + service + "' cannot cross: " + refusal());
        }
        List<AgreedType.Component> components =
                type.components().stream().map(this::component).toList();
        List<AgreedType.Method> agreed = isRecord()
                ? List.of()
                : methods.methods().stream().map(this::method).toList();
        List<String> beyond = isRecord() ? List.of() : methods.beyond();
        beyond.forEach(this::inherit);
        named.forEach(this::refer);
        return new AgreedType(type, agreed, components, beyond, List.copyOf(problems));
    }

    /** Returns every type that is named, to be followed; after {@link #agreed}. */
    Set<String> named() {
        return named;
    }

    private boolean isRecord() {
        return type.kind() == TypeKind.RECORD;
    }

    private String refusal() {
        return classifier.types().isVisible(type) ? Refusals.of(type) : Refusals.HIDDEN;
    }

    private void inherit(String supertype) {
        if (!classifier.types().isOfJdk(supertype)) {
            problems.add("Service '" + service + "': '" + type.name() + "' extends '" + supertype
                    + "', whose module was not given, so its methods are not known");
        } else if (classifier.jdk().is(supertype, JdkTypes.Trait.REFUSING)) {
            problems.add("Service '" + service + "': '" + type.name() + "' extends '" + supertype
                    + "', which has methods with types that cannot cross; extend a simpler one");
        }
    }

    private void refer(String name) {
        boolean isCalled = classifier.types().isOfJdk(name) && classifier.jdk().kind(name) == Kind.SERVICE;
        if (isCalled && classifier.jdk().is(name, JdkTypes.Trait.REFUSING)) {
            problems.add("Service '" + service + "': '" + type.name() + "' names '" + name
                    + "', which has methods with types that cannot cross; use an interface of the contract");
        }
    }

    private AgreedType.Component component(NamedUse component) {
        Place place = new Place("component '" + component.name() + "'", "record '" + type.name() + "'");
        return new AgreedType.Component(component.name(), crossing(component.type(), place, type.parameters()));
    }

    private AgreedType.Method method(ServiceMethods.Declared declared) {
        DocumentedMethod method = declared.method();
        String where = "'" + classifier.text().method(declared.type().name(), method) + "'";
        List<TypeParameter> variables = Stream.concat(
                        method.typeParameters().stream(), declared.type().parameters().stream())
                .toList();
        List<Crossing> parameters = new ArrayList<>();
        for (NamedUse parameter : method.parameters()) {
            Place place = new Place("argument " + (parameters.size() + 1), where);
            parameters.add(crossing(parameter.type(), place, variables));
        }
        Crossing result = crossing(method.result(), new Place("the result", where), variables);
        return new AgreedType.Method(declared.type().name(), method, List.copyOf(parameters), result);
    }

    private Crossing crossing(TypeUse use, Place place, List<TypeParameter> variables) {
        Crossing crossing = classifier.crossing(use);
        crossing.reason()
                .ifPresent(reason -> problems.add("Service '" + service + "': " + place.position() + " of "
                        + place.where() + " has type '" + classifier.text().of(use) + "', which "
                        + (crossing.kind() == Kind.NONE ? "cannot cross: " : "is not known: ") + reason));
        named.addAll(new NamedTypes(classifier.types(), variables).in(use));
        return crossing;
    }

    /** Where in a contract a value crosses. */
    private record Place(String position, String where) {}
}
