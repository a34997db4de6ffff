package dev.layers.internal.boundary;

import dev.layers.internal.reference.MethodPlan;
import dev.layers.internal.reference.Passage;
import dev.layers.internal.reference.ReferenceShape;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How everything crosses that the signatures of one contract name; holds nothing of any module. */
public final class CrossingRules {
    private final Classifier classifier;
    private final Agreement agreement;
    private final Map<List<Class<?>>, ReferenceShape> shapes = new ConcurrentHashMap<>();

    /**
     * Classifies every type that the services name.
     *
     * @param provided the services that modules provide
     * @param used the services that they use
     */
    public CrossingRules(Collection<Class<?>> provided, Collection<Class<?>> used) {
        this(provided, used, type -> false);
    }

    /**
     * Classifies every type that the services name.
     *
     * @param provided the services that modules provide
     * @param used the services that they use
     * @param foreign whether a type that lies beside the services is of a module all the same
     */
    public CrossingRules(Collection<Class<?>> provided, Collection<Class<?>> used, Predicate<Class<?>> foreign) {
        List<Class<?>> services =
                Stream.concat(provided.stream(), used.stream()).distinct().toList();
        classifier = new Classifier(new ContractSide(services, foreign));
        agreement = new Agreement(classifier, sorted(provided), sorted(used));
    }

    /** Returns one sentence for each place whose type has no rule, sorted. */
    public List<String> problems() {
        return agreement.problems();
    }

    /** Describes the contract: how each argument, result and component crosses. */
    public String describe() {
        return agreement.describe();
    }

    /** Returns what references to {@code service} look like. */
    public ReferenceShape shape(Class<?> service) {
        return shape(List.of(service));
    }

    /** Returns whether {@code type} is known on both sides: it is of the JDK or of the contract. */
    public boolean isShared(Class<?> type) {
        return ContractSide.isOfJdk(type) || classifier.contract().contains(type);
    }

    Classifier classifier() {
        return classifier;
    }

    /** Returns all interfaces under which objects of {@code type} cross, or none if it has none of the contract. */
    List<Class<?>> services(Class<?> type) {
        List<Class<?>> all = new ArrayList<>(Interfaces.of(type));
        if (all.stream().noneMatch(classifier.contract()::isService)) {
            return List.of();
        }
        all.removeIf(each -> !classifier.contract().isService(each) && !JdkServices.contain(each));
        all.sort(Comparator.comparingInt(this::rank));
        return Interfaces.mostSpecific(all);
    }

    /** Returns the interfaces of the JDK under which objects of {@code type} cross. */
    List<Class<?>> servicesOfJdk(Class<?> type) {
        return Interfaces.mostSpecific(
                Interfaces.of(type).stream().filter(JdkServices::contain).toList());
    }

    /**
     * Returns what references look like that stand for objects with all of {@code types}.
     *
     * @param owner whose the objects are
     */
    References references(List<Class<?>> types, String owner) {
        return new References(shape(types), "reference to " + types.get(0).getName() + " of " + owner);
    }

    private ReferenceShape shape(List<Class<?>> types) {
        ReferenceShape known = shapes.get(types);
        if (known != null) {
            return known;
        }
        List<MethodPlan> plans = Interfaces.methods(types, classifier.plain()).stream()
                .map(this::plan)
                .toList();
        ReferenceShape made = new ReferenceShape(types, plans);
        ReferenceShape earlier = shapes.putIfAbsent(types, made);
        return earlier == null ? made : earlier;
    }

    private MethodPlan plan(Method method) {
        List<Passage> parameters = new ArrayList<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            parameters.add(passage(method.getGenericParameterTypes()[i], Place.argument(method, i)));
        }
        return new MethodPlan(method, parameters, passage(method.getGenericReturnType(), Place.result(method)));
    }

    /** What nobody else may name passes as it is where a contract is built in spite of it: generated code cannot cast to it. */
    private Passage passage(Type type, Place place) {
        boolean isVisible = ContractSide.isVisible(Erasure.element(Erasure.of(type)));
        return isVisible ? classifier.rule(type).at(Site.of(place)) : Passage.AS_IS;
    }

    /** What the signatures name comes first, since that names a reference. */
    private int rank(Class<?> type) {
        if (agreement.names(type)) {
            return 0;
        }
        return classifier.contract().isService(type) ? 1 : 2;
    }

    private static SortedSet<Class<?>> sorted(Collection<Class<?>> types) {
        SortedSet<Class<?>> sorted = new TreeSet<>(Comparator.comparing(Class::getName));
        sorted.addAll(types);
        return sorted;
    }
}
