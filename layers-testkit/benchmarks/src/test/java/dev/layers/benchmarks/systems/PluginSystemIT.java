package dev.layers.benchmarks.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.benchmarks.jvm.Departures;
import dev.layers.benchmarks.load.Work;
import java.nio.file.Files;
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
    /** Compiled once for all tests. */
    @TempDir
    private static Path kept;

    @TempDir
    private Path directory;

    static Stream<Arguments> worksOfEach() {
        return Stream.of(Contender.values())
                .flatMap(contender -> Stream.of(Work.values()).map(work -> Arguments.of(contender, work)));
    }

    @ParameterizedTest
    @MethodSource("worksOfEach")
    void plugins_answerWithAllTheirClassesAndAreCollected(Contender contender, Work work) throws Exception {
        Shelf shelf = shelf(contender, work.shapes());
        List<String> wanted = work.shapes().stream().map(PluginShape::answer).toList();
        Departures departures = new Departures();
        try (PluginSystem system = shelf.start()) {
            for (int time = 0; time < 2; time++) {
                assertThat(loadCallAndUnload(system, shelf.layOutUnseen(), departures))
                        .isEqualTo(wanted);
            }

            assertThat(departures.await()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void numberedPlugins_areLoadedOneByOneAndInOneGo(Contender contender) throws Exception {
        List<PluginShape> shapes = PluginShape.numbered(12, 5);
        Shelf shelf = shelf(contender, shapes);
        Departures departures = new Departures();
        try (PluginSystem system = shelf.start()) {
            List<PluginJar> jars = shelf.layOutUnseen();
            List<Plugin> plugins = new ArrayList<>();
            for (PluginJar jar : jars) {
                plugins.add(system.load(jar));
            }
            assertThat(callAndUnload(plugins, departures)).hasSize(12).containsOnly("text4");
            plugins.clear();

            assertThat(loadCallAndUnload(system, jars, departures)).hasSize(12).containsOnly("text4");

            assertThat(departures.await()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PF4J", "FELIX", "LAYERS"})
    void provider_isThereWheneverAskedFor(Contender contender) throws Exception {
        Shelf shelf = shelf(contender, List.of(PluginShape.of(5)));
        try (PluginSystem system = shelf.start()) {
            AskedPlugin plugin = (AskedPlugin) system.load(shelf.layOutUnseen().get(0));

            assertThat(plugin.lookUp()).isInstanceOf(UnaryOperator.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void unseenBytes_differAndSeenOnesDoNot(Contender contender) throws Exception {
        Shelf shelf = shelf(contender, List.of(PluginShape.of(5)));

        byte[] seen = bytes(shelf.layOutSeen());
        byte[] unseen = bytes(shelf.layOutUnseen());

        assertThat(bytes(shelf.layOutSeen())).isEqualTo(seen);
        assertThat(bytes(shelf.layOutUnseen())).isNotEqualTo(unseen).isNotEqualTo(seen);
    }

    /** In a method of its own, so that nothing on the stack holds what was loaded. */
    private static List<String> loadCallAndUnload(PluginSystem system, List<PluginJar> jars, Departures departures)
            throws Exception {
        return callAndUnload(system.load(jars), departures);
    }

    private static List<String> callAndUnload(List<Plugin> plugins, Departures departures) throws Exception {
        List<String> answers = new ArrayList<>();
        plugins.forEach(plugin -> answers.add(plugin.call("text")));
        for (int last = plugins.size() - 1; last >= 0; last--) {
            departures.add(plugins.get(last).unload());
        }
        return answers;
    }

    private Shelf shelf(Contender contender, List<PluginShape> shapes) throws Exception {
        return Shelf.of(contender, shapes, kept, directory);
    }

    private static byte[] bytes(List<PluginJar> jars) throws Exception {
        return Files.readAllBytes(jars.get(0).file());
    }
}
