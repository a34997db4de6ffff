package dev.layers.internal.boundary;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All interfaces and records of a contract that can be reached from its services. */
final class Agreement {
    private final Classifier classifier;
    private final SortedSet<Class<?>> provided;
    private final SortedSet<Class<?>> used;
    /** Each with the service from which it was reached first. */
    private final Map<Class<?>, Class<?>> reached = new TreeMap<>(Comparator.comparing(Class::getName));

    /** Services of the JDK that were reached; everybody knows what they say, but not whether it can cross. */
    private final Set<Class<?>> ofJdk = new HashSet<>();

    private final SortedSet<String> problems = new TreeSet<>();

    Agreement(Classifier classifier, SortedSet<Class<?>> provided, SortedSet<Class<?>> used) {
        this.classifier = classifier;
        this.provided = provided;
        this.used = used;
        Stream.concat(provided.stream(), used.stream()).forEach(service -> reach(service, service));
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    boolean names(Class<?> type) {
        return reached.containsKey(type);
    }

    String describe() {
        StringBuilder text = new StringBuilder();
        provided.forEach(service -> describe("provides", service, text));
        used.forEach(service -> describe("uses", service, text));
        reached.keySet().stream()
                .filter(type -> !provided.contains(type) && !used.contains(type))
                .forEach(type -> describe(type.isRecord() ? "record" : "service", type, text));
        return text.toString();
    }

    private void reach(Class<?> type, Class<?> service) {
        if (reached.putIfAbsent(type, service) != null) {
            return;
        }
        if (type == service && !classifier.contract().isService(type)) {
            problems.add("Service '" + type.getName() + "' cannot cross: " + Refusals.ofContract(type));
        }
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents())
                    .forEach(each -> reach(each.getGenericType(), Place.component(each), service));
        } else {
            methods(type).forEach(method -> reach(method, service));
        }
    }

    private void reach(Method method, Class<?> service) {
        for (int i = 0; i < method.getParameterCount(); i++) {
            reach(method.getGenericParameterTypes()[i], Place.argument(method, i), service);
        }
        reach(method.getGenericReturnType(), Place.result(method), service);
    }

    private void reach(Type type, Place place, Class<?> service) {
        classifier
                .rule(type)
                .reason()
                .ifPresent(reason -> problems.add(place.problem(service, TypeText.of(type), reason)));
        NamedTypes.in(type).forEach(each -> follow(each, service));
    }

    private void follow(Class<?> type, Class<?> service) {
        if (isFollowed(type)) {
            reach(type, service);
        } else if (JdkServices.contain(type) && ofJdk.add(type)) {
            methods(type).forEach(method -> reach(method, service));
        }
    }

    private boolean isFollowed(Class<?> type) {
        return classifier.contract().isService(type)
                || (classifier.isRecord(type) && !classifier.plain().contain(type));
    }

    private List<Method> methods(Class<?> type) {
        return Interfaces.methods(List.of(type), classifier.plain()).stream()
                .filter(method -> !ContractSide.isOfJdk(method.getDeclaringClass())
                        || classifier.contract().isService(type)
                        || ContractSide.isOfJdk(type))
                .toList();
    }

    private void describe(String role, Class<?> type, StringBuilder text) {
        text.append(role).append(' ').append(type.getName()).append('\n');
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents()).forEach(each -> text.append(line(each)));
        } else {
            methods(type).stream().map(this::line).sorted().forEach(text::append);
        }
    }

    private String line(RecordComponent component) {
        return "  " + component.getName() + ": " + text(component.getGenericType()) + "\n";
    }

    private String line(Method method) {
        StringJoiner parameters = new StringJoiner(", ", "(", ")");
        Arrays.stream(method.getGenericParameterTypes()).map(this::text).forEach(parameters::add);
        String result = method.getReturnType() == void.class ? "" : ": " + text(method.getGenericReturnType());
        return "  " + method.getName() + parameters + result + "\n";
    }

    private String text(Type type) {
        return classifier.rule(type).description();
    }
}
