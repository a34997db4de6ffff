package dev.layers.benchmarks.systems;

import static dev.layers.testkit.LayersAssertions.assertThatLoader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.benchmarks.load.Work;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PluginSystemIT {
    /** Those that differ in more than their size. */
    private static final List<Work> WORKS = List.of(Work.SMALL, Work.START_HOOK, Work.DEPENDENTS);

    /** Compiled once for all tests. */
    @TempDir
    private static Path kept;

    @TempDir
    private Path directory;

    static Stream<Arguments> worksOfEach() {
        return Stream.of(Contender.values())
                .flatMap(contender -> WORKS.stream().map(work -> Arguments.of(contender, work)));
    }

    @ParameterizedTest
    @MethodSource("worksOfEach")
    void plugins_answerWithAllTheirClasses(Contender contender, Work work) throws Exception {
        Shelf shelf = shelf(contender, work);
        try (PluginSystem system = open(contender)) {
            List<String> first = call(system.load(shelf.layOutUnseen()));
            system.unload();
            List<String> second = call(system.load(shelf.layOutUnseen()));

            assertThat(first)
                    .isEqualTo(work.shapes().stream().map(PluginShape::answer).toList());
            assertThat(second).isEqualTo(first);
        }
    }

    /** Without Layers, which hands out references that outlive the module; tests of its own tell that modules are collected. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "LAYERS.*")
    void unloadedPlugins_areCollected(Contender contender) throws Exception {
        Shelf shelf = shelf(contender, Work.DEPENDENTS);
        try (PluginSystem system = open(contender)) {
            List<WeakReference<ClassLoader>> loaders = call(system, shelf);

            system.unload();

            assertThat(loaders).hasSize(Work.DEPENDENTS.shapes().size());
            loaders.forEach(loader -> assertThatLoader(loader).isCollected());
        }
    }

    /** In a method of its own, so that nothing on the stack holds what was loaded. */
    private static List<WeakReference<ClassLoader>> call(PluginSystem system, Shelf shelf) throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (UnaryOperator<String> operator : system.load(shelf.layOutSeen())) {
            assertThat(operator.apply("text")).startsWith("text");
            loaders.add(new WeakReference<>(operator.getClass().getClassLoader()));
        }
        return loaders;
    }

    private Shelf shelf(Contender contender, Work work) throws Exception {
        return Shelf.of(contender, work.shapes(), kept, directory.resolve("plugins"));
    }

    private PluginSystem open(Contender contender) throws Exception {
        return contender.open(directory.resolve("plugins"), directory.resolve("scratch"));
    }

    private static List<String> call(List<UnaryOperator<String>> operators) {
        return operators.stream().map(operator -> operator.apply("text")).toList();
    }
}
