package dev.layers.internal.boundary;

import dev.layers.internal.failure.Frames;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one copy; what the value holds twice, the copy holds twice, too. */
final class ValueWalk {
    /** Deep enough for any document, and far from the end of a stack. */
    private static final int MOST = 200;

    private static final String CALLED =
            "it is there to be called, and goes with its generation; hand over what it takes to make another one";

    private final ValueCopies copies;
    private final Map<Class<?>, Form> forms = new HashMap<>();
    private final IdentityHashMap<Object, Object> made = new IdentityHashMap<>();
    private int level;

    /** How objects of one class are copied. */
    @FunctionalInterface
    private interface Form {
        Object copy(Object value) throws Uncopyable;
    }

    ValueWalk(ValueCopies copies) {
        this.copies = copies;
    }

    Object copy(Object value) throws Uncopyable {
        Class<?> type = value.getClass();
        Form form = forms.get(type);
        if (form == null) {
            form = form(type);
            forms.put(type, form);
        }
        return form.copy(value);
    }

    private @Nullable Object part(@Nullable Object part, String step, int number) throws Uncopyable {
        try {
            return part == null ? null : copy(part);
        } catch (Uncopyable refused) {
            throw refused.in(step + number);
        }
    }

    private Form form(Class<?> type) {
        if (type.isArray()) {
            return whole(this::array);
        }
        if (copies.isRecord(type)) {
            return whole(this::record);
        }
        if (copies.isPlain(type)) {
            return ChangeableValues::copy;
        }
        if (type == Class.class) {
            return this::type;
        }
        if (type == StackTraceElement.class) {
            return frame -> Frames.copy((StackTraceElement) frame);
        }
        return copies.isService(type) ? refusal(CALLED) : container(type);
    }

    private Form container(Class<?> type) {
        Optional<ContainerKind> kind = ContainerKind.nearest(type);
        return kind.isPresent() ? container(kind.get()) : other(type);
    }

    private Form container(ContainerKind kind) {
        return switch (kind) {
            case LIST, COLLECTION -> whole(list -> elements((Collection<?>) list, new ArrayList<>()));
            case SET -> whole(this::set);
            case MAP -> whole(this::map);
            case ENTRY -> whole(this::entry);
            case OPTIONAL -> whole(this::optional);
            default -> refusal("it ends with its generation; hand over what is in it, as a list or an array");
        };
    }

    private Form other(Class<?> type) {
        if (Path.class.isAssignableFrom(type)) {
            boolean isDefault = type.equals(FileSystems.getDefault().getPath("").getClass());
            return isDefault ? path -> path : refusal("its file system is not the default one; use String");
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return Object::toString;
        }
        if (Throwable.class.isAssignableFrom(type)) {
            return refusal("it holds the stack of its generation; use its text, as String");
        }
        return refusal(reason(type));
    }

    private static String reason(Class<?> type) {
        if (Interfaces.of(type).stream().anyMatch(JdkServices::contain)) {
            return CALLED;
        }
        return (ContractSide.isOfJdk(type)
                        ? "it may hold what goes with its generation"
                        : "its class is no value of the contract")
                + "; use a record of the contract or a simple value such as String";
    }

    private static Form refusal(String reason) {
        return value -> {
            throw new Uncopyable(value.getClass(), reason);
        };
    }

    /** Copies what holds other values: once, and not too deep. */
    private Form whole(Form form) {
        return value -> {
            Object known = made.get(value);
            if (known != null) {
                return known;
            }
            if (level >= MOST) {
                throw new Uncopyable(
                        value.getClass(),
                        "more than " + MOST + " containers and records lie within each other, as when one contains"
                                + " itself; hand over the parts in a list");
            }
            level++;
            Object copy = form.copy(value);
            level--;
            made.put(value, copy);
            return copy;
        };
    }

    private Object type(Object value) throws Uncopyable {
        Class<?> element = Erasure.element((Class<?>) value);
        if (copies.isShared(element)) {
            return value;
        }
        throw new Uncopyable(
                Class.class,
                "'" + element.getName() + "' is of neither the contract nor the JDK; use its name, as String");
    }

    private Object record(Object value) throws Uncopyable {
        Class<?> type = value.getClass();
        RecordForm form = copies.record(type);
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = component(form.component(value, i), components[i]);
        }
        return form.create(parts);
    }

    private @Nullable Object component(@Nullable Object part, RecordComponent component) throws Uncopyable {
        String step = "component '" + component.getName() + "' of '"
                + component.getDeclaringRecord().getName() + "'";
        try {
            Object copy = part == null ? null : copy(part);
            requireFit(component.getType(), part, copy);
            return copy;
        } catch (Uncopyable refused) {
            throw refused.in(step);
        }
    }

    private Object array(Object value) throws Uncopyable {
        Class<?> component = value.getClass().getComponentType();
        if (!copies.isShared(Erasure.element(component))) {
            throw new Uncopyable(
                    value.getClass(),
                    "the class of its elements is no value of the contract; use an array of a type of the contract");
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(component, length);
        if (component.isPrimitive()) {
            System.arraycopy(value, 0, copy, 0, length);
        } else {
            fill((Object[]) value, (@Nullable Object[]) copy);
        }
        return copy;
    }

    private void fill(@Nullable Object[] source, @Nullable Object[] copy) throws Uncopyable {
        for (int i = 0; i < source.length; i++) {
            Object passed = part(source[i], "element ", i + 1);
            try {
                requireFit(copy.getClass().getComponentType(), source[i], passed);
            } catch (Uncopyable refused) {
                throw refused.in("element " + (i + 1));
            }
            copy[i] = passed;
        }
    }

    /** A component may be declared as what its copy is not. */
    private static void requireFit(Class<?> declared, @Nullable Object value, @Nullable Object copy) throws Uncopyable {
        if (value == null || copy == null || declared.isPrimitive() || declared.isInstance(copy)) {
            return;
        }
        throw new Uncopyable(
                value.getClass(),
                "it is copied as '" + TypeText.of(copy.getClass()) + "', which is no '" + TypeText.of(declared)
                        + "'; declare it as Collection, List, Set or Map");
    }

    private <C extends Collection<@Nullable Object>> C elements(Collection<?> source, C copy) throws Uncopyable {
        int number = 1;
        for (Object element : source) {
            copy.add(part(element, "element ", number++));
        }
        return copy;
    }

    private Object set(Object value) throws Uncopyable {
        List<@Nullable Object> elements = elements((Set<?>) value, new ArrayList<@Nullable Object>());
        Set<@Nullable Object> copy = new LinkedHashSet<>(elements);
        if (copy.size() < elements.size()) {
            throw new Uncopyable(value.getClass(), "two of its elements are equal once they are copied; use a list");
        }
        return copy;
    }

    private Object map(Object value) throws Uncopyable {
        Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
        int number = 0;
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
            number++;
            Object key = part(entry.getKey(), "key of entry ", number);
            copy.put(key, part(entry.getValue(), "value of entry ", number));
        }
        if (copy.size() < number) {
            throw new Uncopyable(
                    value.getClass(), "two of its keys are equal once they are copied; use a list of entries");
        }
        return copy;
    }

    private Object entry(Object value) throws Uncopyable {
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) value;
        return new SimpleImmutableEntry<>(
                part(entry.getKey(), "key of entry ", 1), part(entry.getValue(), "value of entry ", 1));
    }

    private Object optional(Object value) throws Uncopyable {
        Object present = ((Optional<?>) value).orElse(null);
        return present == null ? value : Optional.of(copy(present));
    }
}
