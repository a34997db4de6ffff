package dev.layers.testkit.junit;

import static dev.layers.testkit.LayersAssertions.assertThat;

import dev.layers.ArtifactPolicy;
import dev.layers.CollectionPolicy;
import dev.layers.ExplanationPolicy;
import dev.layers.GenerationName;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleBusyException;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The manager of one test, with the modules that it was given. */
final class Session implements AutoCloseable {
    private final TestClass testClass;
    private final CompiledModules compiled;
    private final LayersTest settings;
    private final LayerManager manager;
    private final Map<String, LoadedModule> modules = new LinkedHashMap<>();

    /** The last report on each generation that is unloaded, or was discarded at its load. */
    private final Map<GenerationName, UnloadReport> reports = Collections.synchronizedMap(new LinkedHashMap<>());

    Session(TestClass testClass, CompiledModules compiled) {
        this.testClass = testClass;
        this.compiled = compiled;
        this.settings = testClass.requireLayersTest();
        this.manager = LayerManager.builder(testClass.contract())
                .name(testClass.type().getSimpleName())
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .collecting(collecting(testClass))
                .explaining(settings.explaining() ? ExplanationPolicy.heapDump() : ExplanationPolicy.none())
                .listener(this::note)
                .build();
    }

    LayerManager manager() {
        return manager;
    }

    /** Returns what {@code parameter} wants of module {@code name}, which is loaded at the first time. */
    Object given(String name, Parameter parameter) {
        LoadedModule module = module(name);
        if (parameter.getType() == LoadedModule.class) {
            return module;
        } else if (parameter.getType() == List.class) {
            return module.services(element(parameter));
        } else if (parameter.getType() == Optional.class) {
            return module.optional(element(parameter));
        }
        return module.service(parameter.getType());
    }

    /** Unloads all modules; returns what is wrong with any of them. */
    Optional<AssertionError> end() {
        List<AssertionError> failures = new ArrayList<>();
        try {
            manager.unloadAll();
        } catch (ModuleBusyException busy) {
            failures.add(new AssertionError(busy.getMessage(), busy));
        }
        List.copyOf(reports.values()).forEach(report -> verify(report, failures));
        return failures.stream().reduce((first, other) -> {
            first.addSuppressed(other);
            return first;
        });
    }

    @Override
    public void close() {
        manager.close();
    }

    private void verify(UnloadReport report, List<AssertionError> failures) {
        try {
            assertThat(report).isReleased();
            if (settings.collecting() == Collecting.REQUEST) {
                assertThat(report).isCollected();
            }
            assertThat(report).leftNothing();
        } catch (AssertionError unclean) {
            failures.add(unclean);
        }
    }

    private void note(LayerEvent event) {
        if (event instanceof LayerEvent.Unloaded unloaded) {
            reports.put(unloaded.report().generation(), unloaded.report());
        } else if (event instanceof LayerEvent.Discarded discarded) {
            reports.put(discarded.report().generation(), discarded.report());
        }
    }

    private LoadedModule module(String name) {
        LoadedModule known = modules.get(name);
        LoadedModule module = known == null ? manager.load(artifact(name)) : known;
        modules.put(name, module);
        return module;
    }

    private Path artifact(String name) {
        Object found = testClass.named(name).orElseGet(() -> file(name));
        if (found instanceof ModuleSource source) {
            return compiled.jar(name, source);
        } else if (found instanceof Path path) {
            return path;
        }
        throw testClass.refused("'" + name + "' is of type '" + found.getClass().getName()
                + "'; wanted a static field or method of type ModuleSource or Path");
    }

    private Path file(String name) {
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw testClass.refused("no static field or method '" + name + "' and no file '" + file.toAbsolutePath()
                    + "'; wanted one of " + testClass.names(ModuleSource.class, Path.class)
                    + " or the path of a jar or a directory");
        }
        return file;
    }

    private static Class<?> element(Parameter parameter) {
        Type type = parameter.getParameterizedType();
        Type element = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        Type raw = element instanceof ParameterizedType generic ? generic.getRawType() : element;
        if (raw instanceof Class<?> service && service != parameter.getType()) {
            return service;
        }
        throw new IllegalArgumentException("Parameter type '" + type.getTypeName()
                + "' does not say which service; name an interface of the contract in angle brackets");
    }

    private static CollectionPolicy collecting(TestClass testClass) {
        LayersTest settings = testClass.requireLayersTest();
        if (settings.seconds() < 2) {
            throw testClass.refused("seconds is " + settings.seconds()
                    + " at @LayersTest; wanted two or more, for below that nothing is ever called retained");
        }
        return settings.collecting() == Collecting.REQUEST
                ? CollectionPolicy.request(Duration.ofSeconds(settings.seconds()))
                : CollectionPolicy.passive();
    }
}
