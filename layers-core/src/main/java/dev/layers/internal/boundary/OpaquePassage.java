package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import dev.layers.internal.reference.Way;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Takes values over whose declared type says nothing of them: their class decides. */
final class OpaquePassage implements Passage {
    private final Classifier classifier;
    private final Class<?> declared;
    private final Place place;
    /** By record classes of the contract and types of the JDK; a contract may outlive its modules. */
    private final Map<Class<?>, Passage> parts = new ConcurrentHashMap<>();

    private final boolean isNaming;

    OpaquePassage(Classifier classifier, Class<?> declared, Place place) {
        this(classifier, declared, place, false);
    }

    private OpaquePassage(Classifier classifier, Class<?> declared, Place place, boolean isNaming) {
        this.isNaming = isNaming;
        this.classifier = classifier;
        this.declared = declared;
        this.place = place;
    }

    @Override
    public @Nullable Object pass(@Nullable Object value, Way way) {
        return value == null ? null : admitted(value, (Side) way);
    }

    Class<?> declared() {
        return declared;
    }

    /** Takes over a record, container or array by the rule of {@code type}, of which it is. */
    @Nullable
    Object passAs(Class<?> type, Object value, Side side) {
        Passage known = parts.get(type);
        if (known == null) {
            known = part(type);
            parts.put(type, known);
        }
        return known.pass(value, side);
    }

    /** Takes over a part of which nothing is declared. */
    @Nullable
    Object passPart(@Nullable Object part, Side side) {
        return part == null ? null : passAs(Object.class, part, side);
    }

    /** Takes over a part, or the name of its class if it cannot cross. */
    @Nullable
    Object passOrName(Object part, Side side) {
        return new OpaquePassage(classifier, Object.class, place.part(), true).pass(part, side);
    }

    @Nullable
    Object refuse(Object value, Side side, String reason) {
        return isNaming ? value.getClass().getName() : side.admit(value, place.refusal(value.getClass(), reason));
    }

    @SuppressWarnings("ReferenceEquality") // what crosses as it is need not be asked
    private @Nullable Object admitted(Object value, Side side) {
        Object crossed = side.rule(value.getClass()).cross(value, side, this);
        if (crossed == value || declared.isInstance(crossed)) {
            return crossed;
        }
        return refuse(
                value,
                side,
                "what stands for it on the other side is no '" + TypeText.of(declared) + "'; "
                        + "use a type of the contract");
    }

    private Passage part(Class<?> type) {
        if (type == Object.class) {
            return new OpaquePassage(classifier, type, place.part());
        }
        Site site = Site.of(place);
        if (type.isArray()) {
            Class<?> component = type.getComponentType();
            return Containers.ofArray(component, new OpaquePassage(classifier, component, place.part()));
        }
        return type.isRecord() ? classifier.record(type, site) : classifier.container(type, List.of(), site);
    }
}
