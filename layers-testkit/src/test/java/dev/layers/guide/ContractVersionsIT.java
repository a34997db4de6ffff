package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.ArtifactPolicy;
import dev.layers.LayerManager;
import dev.layers.ServiceContract;
import dev.layers.preflight.Severity;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of {@code docs/writing-a-contract.md} that says which changes of a contract break modules. */
class ContractVersionsIT {
    private static final Path PAGE = Path.of("..", "docs", "writing-a-contract.md");
    private static final Pattern RULE = Pattern.compile("L\\d{3}");
    private static final String METHOD = "a method removed or renamed, another parameter or result type";
    private static final String RUN = "String run(String text);";
    private static final String SAY = "void say(String text);";

    private static final String CONTRACT = """
            package bot;

            public class All {
                public interface Command { String run(String text); }
                public interface Room { void say(String text); void mute(); }
                public interface Shape { int size(); }
                public static class Base {}
                public record Message(String text) {}
                public record Query(String word) {}
                public enum Level { LOW }
            }
            """;

    private static final String MODULE = """
            package acme;

            import bot.All.*;

            public class Chat implements Command, dev.layers.module.ModuleLifecycle {
                private volatile Room room;

                static class Square extends Base implements Shape { public int size() { return 1; } }

                public void start(dev.layers.module.ModuleContext context) { room = context.service(Room.class); }

                public String run(String text) {
                    room.say(new Message(text).text() + new Query(text).word() + new Square().size() + Level.LOW);
                    return text;
                }
            }
            """;

    @TempDir
    Path directory;

    /** A change of the contract, by the row of the table that says what comes of it. */
    record Change(String row, String before, String after) {}

    static List<Change> changes() {
        return List.of(
                new Change(
                        "a new interface, record, enum constant, exception",
                        "enum Level { LOW }",
                        "enum Level { LOW, HIGH } public interface News {} public record Other(int i) {}"
                                + " public static class Lost extends Exception {}"),
                new Change(
                        "a new method in an interface that the *host* implements",
                        "void mute();",
                        "void mute(); void shout();"),
                new Change(
                        "a new *default* method in an interface that *modules* implement",
                        RUN,
                        RUN + " default int cost() { return 0; }"),
                new Change("a new *abstract* method there", RUN, RUN + " int cost();"),
                new Change("a type removed or renamed", "record Message(String text)", "record News(String text)"),
                new Change(METHOD, SAY, ""),
                new Change(METHOD, SAY, "void say(Object text);"),
                new Change(METHOD, SAY, "int say(String text);"),
                new Change(
                        "a new component in a record",
                        "record Query(String word)",
                        "record Query(String word, int most)"),
                new Change("a class made final", "static class Base", "static final class Base"),
                new Change(
                        "an interface sealed",
                        "interface Shape { int size(); }",
                        "sealed interface Shape { int size(); } record Own(int size) implements Shape {}"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_isRefusedOrGoesOn(Change change) throws Exception {
        assertThat(broken(change)).containsExactlyElementsOf(rules().get(change.row()));
    }

    @Test
    void unusedMethod_mayGo() throws Exception {
        assertThat(broken(new Change(METHOD, "void mute();", ""))).isEmpty();
    }

    /** No check can find the last one. */
    @Test
    void everyRow_isTried() throws Exception {
        Set<String> tried = changes().stream().map(Change::row).collect(Collectors.toSet());
        tried.add("other behaviour under the same signature");

        assertThat(rules().keySet()).isEqualTo(tried);
    }

    /** Returns the rules that each row of the page names. */
    private static Map<String, List<String>> rules() throws IOException {
        String table = Files.readString(PAGE)
                .split("\\| change of the contract \\|.*\n\\|.*\n")[1]
                .split("\n\n")[0];
        return table.lines()
                .map(row -> row.split(" ?\\| ?"))
                .collect(Collectors.toMap(
                        cells -> cells[1],
                        cells -> RULE.matcher(cells[2])
                                .results()
                                .map(MatchResult::group)
                                .toList()));
    }

    /** Returns the rules that a module breaks which was compiled before the change. */
    private List<String> broken(Change change) throws ClassNotFoundException {
        Path jar = module();
        assertThat(CONTRACT).contains(change.before());
        String changed = CONTRACT.replace(change.before(), change.after());

        try (LayerManager manager = LayerManager.builder(host(contract(changed)))
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .build()) {
            return manager.check(jar).findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .map(finding -> finding.rule().id())
                    .distinct()
                    .toList();
        }
    }

    private Path module() {
        return ModuleSource.module(
                        "module chat { requires bot.api; requires dev.layers.core;"
                                + " provides bot.All.Command with acme.Chat; provides dev.layers.module.ModuleLifecycle with acme.Chat; }")
                .type(MODULE)
                .dependsOn(contract(CONTRACT))
                .dependsOn(GuideSources.core())
                .toJar(directory.resolve("chat.jar"));
    }

    private static ModuleSource contract(String text) {
        return ModuleSource.module("module bot.api { exports bot; }").type(text);
    }

    private ServiceContract host(ModuleSource contract) throws ClassNotFoundException {
        Path jar = contract.toJar(directory.resolve("bot-api.jar"));
        ModuleLayer boot = ModuleLayer.boot();
        var configuration = boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("bot.api"));
        ClassLoader loader = boot.defineModulesWithOneLoader(
                        configuration, getClass().getClassLoader())
                .findLoader("bot.api");
        return lending(
                ServiceContract.builder().provides(loader.loadClass("bot.All$Command")),
                loader.loadClass("bot.All$Room"));
    }

    private static <S> ServiceContract lending(ServiceContract.Builder builder, Class<S> room) {
        Object instance = Proxy.newProxyInstance(
                room.getClassLoader(), new Class<?>[] {room}, (proxy, method, arguments) -> null);
        return builder.uses(room, room.cast(instance)).build();
    }
}
