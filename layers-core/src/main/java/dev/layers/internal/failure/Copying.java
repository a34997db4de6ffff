package dev.layers.internal.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Makes one copy and those that it consists of, each original once. */
final class Copying {
    private final Terms terms;
    private final boolean isStackFresh;

    /** Originals with their copies; without one while that is being made, so that circles end. */
    private final IdentityHashMap<Throwable, @Nullable Throwable> copies = new IdentityHashMap<>();

    private final Set<Throwable> finished = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Class<?>> ownTypes = Collections.newSetFromMap(new IdentityHashMap<>());

    Copying(Terms terms, boolean isStackFresh) {
        this.terms = terms;
        this.isStackFresh = isStackFresh;
    }

    /** Returns the copy of {@code thrown}, or itself if it holds nothing. */
    Throwable copyOf(Throwable thrown) {
        if (isFinished(thrown)) {
            return thrown;
        }
        copies.put(thrown, null);
        Throwable kept = copyOfKnownType(thrown);
        Throwable copy = kept == null ? told(thrown) : kept;
        copies.put(thrown, copy);
        finished.add(copy);
        return copy;
    }

    /** Returns the copy of {@code part} of another original, or null if there is to be none. */
    @Nullable
    Throwable partOf(@Nullable Throwable part) {
        if (part == null || isFinished(part)) {
            return part;
        }
        if (copies.containsKey(part)) {
            return copies.get(part);
        }
        return copies.size() >= ModuleFailure.MOST_COPIES ? null : copyOf(part);
    }

    /** Returns whether {@code thrown} can stay itself. */
    boolean isFinished(Throwable thrown) {
        return finished.contains(thrown) || isOwn(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Returns whether {@code type} is known on both sides. */
    boolean isShared(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element.isPrimitive()
                || ownTypes.contains(element)
                || terms.shared().test(element);
    }

    private @Nullable Throwable copyOfKnownType(Throwable thrown) {
        noteOwnTypes(thrown);
        boolean isShared = isShared(thrown.getClass());
        Throwable exact = isShared ? roundTrip(thrown) : null;
        if (exact != null && isFaithful(exact, thrown)) {
            return exact;
        }
        Throwable rebuilt = rebuilt(thrown);
        return rebuilt == null ? exact : rebuilt;
    }

    private @Nullable Throwable rebuilt(Throwable thrown) {
        List<Class<?>> types = sharedTypes(thrown);
        if (types.isEmpty()) {
            return null;
        }
        Original original = new Original(thrown, this);
        for (Class<?> type : types) {
            Throwable copy = rebuilt(original, type);
            if (copy != null) {
                return copy;
            }
        }
        return null;
    }

    /** Returns the types that the copy may have, the nearest one first. */
    private List<Class<?>> sharedTypes(Throwable thrown) {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> type = thrown.getClass(); isTelling(type, thrown); type = type.getSuperclass()) {
            if (isShared(type) && (type == thrown.getClass() || isDeclarable(type))) {
                types.add(type);
            }
        }
        return types;
    }

    /** Callers are told by signatures of checked types and by a contract of its own; others of the JDK tell them less than a name. */
    private static boolean isDeclarable(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        boolean isOfJdk = loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
        boolean isUnchecked = RuntimeException.class.isAssignableFrom(type) || Error.class.isAssignableFrom(type);
        return !isOfJdk || !isUnchecked;
    }

    private @Nullable Throwable rebuilt(Original original, Class<?> type) {
        for (Callable<Throwable> constructor : original.constructors(type)) {
            Throwable made = attempt(constructor);
            // what was just made has recorded the stack below, which may be a module's
            Throwable copy = made == null ? null : roundTrip(made);
            if (copy != null && Objects.equals(ModuleFailure.message(copy), original.message())) {
                return copy;
            }
        }
        return null;
    }

    private @Nullable Throwable roundTrip(Throwable thrown) {
        return attempt(() -> {
            Throwable copy = RoundTrip.of(thrown, this);
            return copy.getClass() == thrown.getClass() ? copy : null;
        });
    }

    private Throwable told(Throwable thrown) {
        return terms.telling().apply(ModuleFailure.copyOf(thrown, this::isFinished));
    }

    /** What is left of the stack says nothing about what can be copied; all else that goes wrong does. */
    private @Nullable Throwable attempt(Callable<? extends @Nullable Throwable> way) {
        try {
            return way.call();
        } catch (Throwable failure) {
            if (failure instanceof StackOverflowError deep && !isStackFresh) {
                throw deep;
            }
            return null;
        }
    }

    /** Some types compute their message from what does not cross, and a module may leave its exceptions out. */
    private static boolean isFaithful(Throwable copy, Throwable thrown) {
        return Objects.equals(ModuleFailure.message(copy), ModuleFailure.message(thrown))
                && (ModuleFailure.cause(copy) == null) == (ModuleFailure.cause(thrown) == null);
    }

    /** The types that all others extend say less than the name of a module's type does. */
    private static boolean isTelling(Class<?> type, Throwable thrown) {
        boolean isGeneral = type == Throwable.class
                || type == Exception.class
                || type == RuntimeException.class
                || type == Error.class;
        return !isGeneral || type == thrown.getClass();
    }

    /** Whoever got one of ours may have added a suppressed one. */
    private boolean isOwn(Throwable thrown, Set<Throwable> met) {
        if (!met.add(thrown)) {
            return true;
        }
        boolean isOurs = thrown instanceof ModuleFailure || terms.own().test(thrown);
        if (!isOurs || met.size() > ModuleFailure.MOST_COPIES) {
            return false;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!finished.contains(suppressed) && !isOwn(suppressed, met)) {
                return false;
            }
        }
        Throwable cause = thrown.getCause();
        return cause == null || finished.contains(cause) || isOwn(cause, met);
    }

    private void noteOwnTypes(Throwable thrown) {
        if (thrown instanceof ModuleFailure || terms.own().test(thrown)) {
            for (Class<?> type = thrown.getClass(); type != Throwable.class; type = type.getSuperclass()) {
                ownTypes.add(type);
            }
        }
    }
}
