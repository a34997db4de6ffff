package dev.layers.testkit;

import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is left in hand of what a body dropped: weak references, and what each of them leads to in words. */
final class Remains {
    private static final String WANTED = "; wanted the class loader, layer, module, class or object that it dropped,"
            + " or an array, collection or map of them";

    private final List<Reference<?>> traces = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private Remains() {}

    /** Returns the remains of {@code dropped}, which is held by nothing here any more when this returns. */
    static Remains of(@Nullable Object dropped) {
        Remains remains = new Remains();
        remains.add(dropped);
        if (remains.traces.isEmpty()) {
            throw refused("nothing");
        }
        return remains;
    }

    List<Reference<?>> traces() {
        return traces;
    }

    /** Returns what is still there, a line each. */
    List<String> present() {
        List<String> present = new ArrayList<>();
        for (int index = 0; index < traces.size(); index++) {
            if (!traces.get(index).refersTo(null)) {
                present.add(names.get(index));
            }
        }
        return present;
    }

    private void add(@Nullable Object dropped) {
        if (dropped == null) {
            throw refused("null");
        } else if (dropped instanceof Collection<?> all) {
            all.forEach(this::add);
        } else if (dropped instanceof Object[] all) {
            Arrays.stream(all).forEach(this::add);
        } else if (dropped instanceof Map<?, ?> map) {
            Stream<?> keys = map.keySet().stream().filter(key -> !isName(key));
            Stream.concat(keys, map.values().stream()).forEach(this::add);
        } else if (dropped instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else {
            addOne(dropped);
        }
    }

    private void addOne(Object dropped) {
        requireNoneOfLayers(dropped);
        String name = name(dropped);
        if (isLasting(dropped)) {
            throw refused(name + ", which the JVM may keep for ever");
        }
        traces.add(dropped instanceof Reference<?> reference ? reference : new WeakReference<>(dropped));
        names.add(name);
    }

    /** A handle and a report say what became of a generation, and are collected when the caller drops them. */
    private static void requireNoneOfLayers(Object dropped) {
        if (dropped instanceof LoadedModule) {
            throw new IllegalArgumentException(
                    "Unload check: the body returned a LoadedModule, which holds nothing of its"
                            + " generation; wanted assertThat(module.unload()).isCollected()");
        } else if (dropped instanceof UnloadReport) {
            throw new IllegalArgumentException(
                    "Unload check: the body returned an UnloadReport, which holds nothing of its"
                            + " generation; wanted assertThat(report).isCollected()");
        }
    }

    private static String name(Object dropped) {
        if (dropped instanceof Reference<?> reference && isTrace(reference)) {
            return named(reference);
        } else if (dropped instanceof ClassLoader loader) {
            String name = loader.getName() == null ? "" : " '" + loader.getName() + "'";
            return "class loader" + name + " (" + loader.getClass().getName() + ")";
        } else if (dropped instanceof ModuleLayer layer) {
            return "layer with "
                    + layer.modules().stream().map(Module::getName).sorted().toList();
        } else if (dropped instanceof Module module) {
            return "module '" + module.getName() + "'";
        } else if (dropped instanceof Class<?> type) {
            return "class '" + type.getName() + "'";
        }
        return "object of class '" + dropped.getClass().getName() + "'";
    }

    /** Names the referent, while it is there. */
    private static String named(Reference<?> reference) {
        return Optional.<Object>ofNullable(reference.get())
                .map(Remains::name)
                .orElseGet(() -> "what a " + reference.getClass().getName() + " refers to");
    }

    private static boolean isTrace(Reference<?> reference) {
        return reference instanceof WeakReference<?> || reference instanceof PhantomReference<?>;
    }

    private static boolean isLasting(Object dropped) {
        if (dropped instanceof ClassLoader loader) {
            return isLastingLoader(loader);
        } else if (dropped instanceof ModuleLayer layer) {
            return layer.equals(ModuleLayer.boot()) || layer.equals(ModuleLayer.empty());
        } else if (dropped instanceof Module module) {
            return isLastingLoader(module.getClassLoader());
        } else if (dropped instanceof Class<?> type) {
            return isLastingLoader(type.getClassLoader());
        } else if (dropped instanceof Reference<?> reference) {
            return !isTrace(reference);
        }
        return isName(dropped);
    }

    /** Returns whether it is what maps have for keys, and the JVM may keep for ever. */
    private static boolean isName(@Nullable Object dropped) {
        return dropped instanceof Enum<?>
                || dropped instanceof String
                || dropped instanceof Number
                || dropped instanceof Boolean
                || dropped instanceof Character;
    }

    private static boolean isLastingLoader(@Nullable ClassLoader loader) {
        return loader == null
                || Stream.iterate(
                                Optional.of(ClassLoader.getSystemClassLoader()),
                                Optional::isPresent,
                                child -> Optional.ofNullable(child.get().getParent()))
                        .anyMatch(lasting -> lasting.get().equals(loader));
    }

    private static IllegalArgumentException refused(String found) {
        return new IllegalArgumentException("Unload check: the body returned " + found + WANTED);
    }
}
