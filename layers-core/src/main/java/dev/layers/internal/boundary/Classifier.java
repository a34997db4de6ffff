package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Finds the rule of every declared type. */
final class Classifier {
    private final ContractSide contract;
    private final PlainTypes plain;
    private final Map<Class<?>, RecordForm> forms = new ConcurrentHashMap<>();

    Classifier(ContractSide contract) {
        this.contract = contract;
        this.plain = new PlainTypes(contract);
    }

    ContractSide contract() {
        return contract;
    }

    PlainTypes plain() {
        return plain;
    }

    Rule rule(Type type) {
        if (type instanceof Class<?> raw) {
            return raw(raw, List.of());
        }
        if (type instanceof ParameterizedType generic) {
            List<Rule> arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(this::rule)
                    .toList();
            return raw((Class<?>) generic.getRawType(), arguments);
        }
        if (type instanceof GenericArrayType array) {
            return array(Erasure.of(array.getGenericComponentType()), rule(array.getGenericComponentType()));
        }
        return type instanceof WildcardType wildcard ? wildcard(wildcard) : variable((TypeVariable<?>) type);
    }

    /** Returns the rules of the components of the record {@code type}. */
    List<Rule> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .map(this::rule)
                .toList();
    }

    /** Returns whether {@code type} is a record of the contract that has to be taken apart. */
    boolean isRecord(Class<?> type) {
        return type.isRecord() && contract.contains(type);
    }

    private Rule wildcard(WildcardType wildcard) {
        Type[] lower = wildcard.getLowerBounds();
        return rule(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0]);
    }

    /** What stands for a variable is known to the caller alone, so each value tells itself. */
    private Rule variable(TypeVariable<?> variable) {
        return opaque(Erasure.of(variable), variable.getName());
    }

    private Rule raw(Class<?> type, List<Rule> arguments) {
        String text = TypeText.of(type) + arguments(arguments);
        Optional<Rule> without = firstNone(arguments);
        if (without.isPresent()) {
            return Rule.none(text, without.get());
        }
        if (plain.contain(type)) {
            return Rule.plain(text);
        }
        if (type.isArray()) {
            return array(type.getComponentType(), rule(type.getComponentType()));
        }
        return ContractSide.isOfJdk(type) ? ofJdk(type, arguments, text) : ofContract(type, arguments, text);
    }

    private Rule ofContract(Class<?> type, List<Rule> arguments, String text) {
        if (!ContractSide.isVisible(type)) {
            return Rule.none(text, Refusals.ofContract(type));
        }
        if (type.isRecord()) {
            return Rule.of(Kind.RECORD, text, arguments, site -> record(type, site));
        }
        if (Throwable.class.isAssignableFrom(type)) {
            return thrown(type, text);
        }
        if (type.isInterface() && !type.isAnnotation() && !type.isSealed()) {
            return Rule.of(Kind.SERVICE, text, arguments, site -> new ServicePassage(opaque(type, site)));
        }
        return isClosed(type) ? closed(type, text) : Rule.none(text, Refusals.ofContract(type));
    }

    private Rule ofJdk(Class<?> type, List<Rule> arguments, String text) {
        if (Throwable.class.isAssignableFrom(type)) {
            return thrown(type, text);
        }
        if (Containers.isContainer(type)) {
            Kind kind = type == InputStream.class || type == OutputStream.class ? Kind.STREAM : Kind.CONTAINER;
            return Rule.of(kind, text, arguments, site -> container(type, arguments, site));
        }
        if (JdkServices.contain(type) || contract.isService(type)) {
            return Rule.of(Kind.SERVICE, text, arguments, site -> new ServicePassage(opaque(type, site)));
        }
        return OpaqueTypes.contain(type) ? opaque(type, text) : Rule.none(text, Refusals.ofJdk(type));
    }

    private Rule array(Class<?> component, Rule element) {
        String text = component.isArray() ? element.text() : element.inner();
        if (element.kind() == Kind.NONE) {
            return Rule.none(text + "[]", element);
        }
        return Rule.of(
                Kind.CONTAINER,
                text + "[]",
                List.of(element),
                site -> Containers.ofArray(component, element.at(site.part())));
    }

    private Rule opaque(Class<?> declared, String text) {
        return Rule.of(Kind.OPAQUE, text, List.of(), site -> opaque(declared, site));
    }

    private OpaquePassage opaque(Class<?> declared, Site site) {
        return new OpaquePassage(this, declared, site.place());
    }

    private static Rule thrown(Class<?> type, String text) {
        return Rule.of(Kind.THROWABLE, text, List.of(), site -> new ThrowablePassage(type, site.place()));
    }

    /** Returns the passage of the record {@code type} of the contract. */
    Passage record(Class<?> type, Site site) {
        RecordForm form = forms.computeIfAbsent(type, RecordForm::new);
        return RecordPassage.create(type, form, components(type), site);
    }

    /** Returns the passage of the container {@code type}; of a raw one each element tells itself. */
    Passage container(Class<?> type, List<Rule> arguments, Site site) {
        int count = type.getTypeParameters().length;
        List<Rule> elements = arguments.isEmpty() ? Collections.nCopies(count, rule(Object.class)) : arguments;
        Site part = site.part();
        List<Passage> passages = elements.stream().map(each -> each.at(part)).toList();
        return Containers.of(type, passages).orElseThrow();
    }

    /** Returns whether nothing but records and enums of the contract can be a {@code type}. */
    private boolean isClosed(Class<?> type) {
        return contract.contains(type)
                && (type.isRecord() || type.isEnum() || (type.isInterface() && arePermittedClosed(type)));
    }

    private boolean arePermittedClosed(Class<?> type) {
        return type.isSealed() && Arrays.stream(type.getPermittedSubclasses()).allMatch(this::isClosed);
    }

    private Rule closed(Class<?> type, String text) {
        return isPlainThroughout(type)
                ? Rule.plain(text)
                : Rule.of(Kind.RECORD, text, List.of(), site -> opaque(type, site));
    }

    private boolean isPlainThroughout(Class<?> type) {
        return type.isInterface()
                ? Arrays.stream(type.getPermittedSubclasses()).allMatch(this::isPlainThroughout)
                : plain.contain(type);
    }

    private static Optional<Rule> firstNone(List<Rule> rules) {
        return rules.stream().filter(rule -> rule.kind() == Kind.NONE).findFirst();
    }

    private static String arguments(List<Rule> rules) {
        return rules.isEmpty() ? "" : rules.stream().map(Rule::inner).collect(Collectors.joining(", ", "<", ">"));
    }
}
