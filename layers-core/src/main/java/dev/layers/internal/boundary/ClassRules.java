package dev.layers.internal.boundary;

import dev.layers.internal.failure.Frames;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the rule of every class, for one direction. */
final class ClassRules {
    private final CrossingRules rules;
    private final Classifier classifier;
    private final String owner;

    /**
     * Creates them.
     *
     * @param owner whose the values are, as it stands in messages
     */
    ClassRules(CrossingRules rules, String owner) {
        this.rules = rules;
        this.classifier = rules.classifier();
        this.owner = owner;
    }

    /** Returns whose the values are. */
    String owner() {
        return owner;
    }

    /** What a class says of itself comes before what the JDK says of what it extends. */
    ClassRule of(Class<?> type) {
        if (classifier.plain().containExactly(type)) {
            return (value, side, asked) -> value;
        }
        if (classifier.isRecord(type)) {
            return (value, side, asked) -> asked.passAs(type, value, side);
        }
        if (Throwable.class.isAssignableFrom(type)) {
            return (value, side, asked) -> side.copy((Throwable) value);
        }
        if (type == Class.class) {
            return this::ofClass;
        }
        if (type == StackTraceElement.class) {
            return (value, side, asked) -> Frames.copy((StackTraceElement) value);
        }
        List<Class<?>> services = rules.services(type);
        return services.isEmpty() ? withoutService(type) : reference(services);
    }

    private ClassRule withoutService(Class<?> type) {
        if (type.isArray()) {
            return array(type);
        }
        Optional<Class<?>> container = Containers.typeOf(type);
        if (container.isPresent()) {
            return (value, side, asked) -> asked.passAs(container.get(), value, side);
        }
        if (Path.class.isAssignableFrom(type)) {
            return ClassRules::ofPath;
        }
        List<Class<?>> services = rules.servicesOfJdk(type);
        return services.isEmpty() ? withoutInterface(type) : reference(services);
    }

    private ClassRule withoutInterface(Class<?> type) {
        Optional<Class<?>> event = PropertyEvents.typeOf(type);
        if (event.isPresent()) {
            return new PropertyEvents(event.get());
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return (value, side, asked) -> value.toString();
        }
        String reason = reason(type);
        return (value, side, asked) -> asked.refuse(value, side, reason);
    }

    private ClassRule reference(List<Class<?>> services) {
        References references = rules.references(services, owner);
        return (value, side, asked) -> side.reference(value, references, asked.declared());
    }

    /** A new array has to be of a class that both sides know. */
    private ClassRule array(Class<?> type) {
        if (rules.isShared(Erasure.element(type))) {
            return (value, side, asked) -> asked.passAs(type, value, side);
        }
        String reason = "the class of its elements belongs to " + owner + "; use an array of a type of the contract";
        return (value, side, asked) -> asked.refuse(value, side, reason);
    }

    private @Nullable Object ofClass(Object value, Side side, OpaquePassage asked) {
        Class<?> element = Erasure.element((Class<?>) value);
        if (rules.isShared(element)) {
            return value;
        }
        return asked.refuse(
                value, side, "'" + element.getName() + "' belongs to " + owner + "; use its name, as String");
    }

    private static @Nullable Object ofPath(Object value, Side side, OpaquePassage asked) {
        // a path of a module may name any file system as its own
        boolean isDefault =
                value.getClass().equals(FileSystems.getDefault().getPath("").getClass());
        return isDefault ? value : asked.refuse(value, side, "its file system is not the default one; use InputStream");
    }

    private String reason(Class<?> type) {
        return ContractSide.isOfJdk(type)
                ? Refusals.ofJdk(type)
                : "its class belongs to " + owner + " and implements no interface of the contract; use a record or an "
                        + "interface of the contract, or a simple value such as String";
    }
}
