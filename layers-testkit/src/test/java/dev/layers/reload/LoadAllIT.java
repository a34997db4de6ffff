package dev.layers.reload;

import static dev.layers.reload.FleetHost.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.Change;
import dev.layers.DeploymentRefusedException;
import dev.layers.DeploymentReport;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.guarantees.Patience;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory is one deployment. */
class LoadAllIT {
    @TempDir
    Path directory;

    private FleetHost host;

    @BeforeEach
    void host() {
        host = FleetHost.create(directory);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    @DisplayName("G4 A directory is loaded in the order of what is required, and what is no artifact is left alone")
    void directory_isLoadedAsOne() throws IOException {
        host.library("fonts", "", "serif").version("1.2").toJar(host.jar("fonts"));
        host.user("app", "fonts").toJar(host.jar("app"));
        host.command("stats", "stats").toDirectory(host.plugins().resolve("stats"));
        host.command("jars", "jars").toJar(host.plugins().resolve("jars/one.jar"));
        for (String name : List.of("README.txt", "app.jar~", ".#app.jar", "app.jar.part", "4913", ".swp.jar")) {
            Files.writeString(host.plugins().resolve(name), "nothing");
        }

        DeploymentReport report = host.manager().loadAll(host.plugins());

        String stats =
                host.manager().module("stats").orElseThrow().status().origin().shortDigest();
        assertThat(report.text())
                .isEqualTo(String.join(
                        "\n",
                        "+ fonts 1.2 (sha256 " + digest(host.jar("fonts")) + ") from fonts.jar",
                        "+ jars (sha256 " + digest(host.plugins().resolve("jars/one.jar")) + ") from jars",
                        "+ stats (sha256 " + stats + ") from stats",
                        "+ app (sha256 " + digest(host.jar("app")) + ") from app.jar"));
        assertThat(report.isClean()).isTrue();
        assertThat(host.ask("app")).isEqualTo("app serif");
        assertThat(host.ask("jars")).isEqualTo("jars");
        assertThat(host.serving()).containsExactly("app#1", "fonts#1", "jars#1", "stats#1");
    }

    @Test
    @DisplayName("G3 G4 Asked for again, what changed is reloaded with what stands on it, what is gone is unloaded")
    void directory_askedForAgain_followsTheFiles() throws IOException {
        host.library("fonts", "", "serif").toJar(host.jar("fonts"));
        host.user("app", "fonts").toJar(host.jar("app"));
        host.command("old", "old").toJar(host.jar("old"));
        host.command("kept", "kept").toJar(host.jar("kept"));
        host.manager().loadAll(host.plugins());
        String before = digest(host.jar("fonts"));
        String old = digest(host.jar("old"));

        host.library("fonts", "", "sans").toJar(host.jar("fonts"));
        Files.delete(host.jar("old"));
        byte[] whole = Files.readAllBytes(host.jar("kept"));
        Files.write(host.jar("kept"), whole);
        DeploymentReport report = host.manager().loadAll(host.plugins());

        assertThat(report.text())
                .isEqualTo(String.join(
                        "\n",
                        "~ fonts " + before + " -> " + digest(host.jar("fonts")),
                        "  reloads with it: app",
                        "- old (sha256 " + old + ")",
                        "= kept"));
        assertThat(host.ask("app")).isEqualTo("app sans");
        assertThat(host.serving()).containsExactly("app#2", "fonts#2", "kept#1");
        assertThat(report.unloads())
                .extracting(unload -> unload.generation().toString())
                .containsExactlyInAnyOrder("fonts#1", "app#1", "old#1");

        Files.write(host.jar("kept"), "half".getBytes(StandardCharsets.UTF_8));
        DeploymentReport unreadable = host.manager().loadAll(host.plugins());

        assertThat(unreadable.text())
                .startsWith("= app\n= fonts\n! refused: kept: L004 " + host.jar("kept") + ": not a zip archive;");
        assertThat(unreadable.isClean()).isFalse();
        assertThat(host.ask("kept")).isEqualTo("kept");
        assertThat(host.serving()).containsExactly("app#2", "fonts#2", "kept#1");
    }

    @Test
    @DisplayName("G4 G26 One that fails does not stop others, but those that require it, and all are named")
    void failingMember_stopsThoseThatRequireItAlone() throws IOException {
        host.library("fonts", "", "serif").toJar(host.jar("fonts"));
        host.user("app", "fonts").toJar(host.jar("app"));
        host.command("starts", "exports acme.starts;", "return \"\";").toJar(host.jar("starts"));
        host.command("needs", "requires starts;", "return \"\";", host.jar("starts"))
                .toJar(host.jar("needs"));
        throwing("starts", "exports acme.starts;").toJar(host.jar("starts"));
        throwing("late", "requires fonts;", host.jar("fonts")).toJar(host.jar("late"));
        Files.writeString(host.jar("broken"), "no archive");
        host.command("lonely", "requires gone;", "return \"\";", gone()).toJar(host.jar("lonely"));

        DeploymentReport report = host.manager().loadAll(host.plugins());

        assertThat(host.serving()).containsExactly("app#1", "fonts#1");
        assertThat(report.text())
                .isEqualTo(String.join(
                        "\n",
                        "+ fonts (sha256 " + digest(host.jar("fonts")) + ") from fonts.jar",
                        "+ app (sha256 " + digest(host.jar("app")) + ") from app.jar",
                        "! refused: lonely: L040 " + host.jar("lonely") + ": module 'lonely': requires 'gone', and no"
                                + " module of that name is loaded; wanted module 'gone' with the module, in the host or"
                                + " loaded; load it first or put it into the same set, bring it as a private library, or"
                                + " remove the 'requires'",
                        "! failed: starts: Module 'starts': creating 'acme.starts.Main' failed:"
                                + " java.lang.IllegalStateException: no port at acme.starts.Main.<init>(Main.java:1)",
                        "! failed: late: Module 'late': creating 'acme.late.Main' failed:"
                                + " java.lang.IllegalStateException: no port at acme.late.Main.<init>(Main.java:1)",
                        "! refused: needs: Module 'needs' from " + host.jar("needs") + ": not loaded, since 'starts',"
                                + " which it requires, could not be; see there, and try again",
                        "! refused: broken.jar: L004 " + host.jar("broken")
                                + ": not a zip archive; wanted a zip archive; put a module jar there"));
        assertThat(report.failures().get(4).refusal()).isPresent();
    }

    @Test
    @DisplayName("G4 Modules that require each other are refused, by the cycle, and others load")
    void cycle_isRefused() throws IOException {
        host.library("one", "", "one").toJar(host.jar("one"));
        host.library("two", "requires one;", "two", host.jar("one")).toJar(host.jar("two"));
        Path other = host.library("two", "", "two").toJar(directory.resolve("two.jar"));
        host.library("one", "requires two;", "one", other).toJar(host.jar("one"));
        host.command("free", "free").toJar(host.jar("free"));

        DeploymentReport report = host.manager().loadAll(host.plugins());

        assertThat(host.serving()).containsExactly("free#1");
        assertThat(report.failures())
                .extracting(DeploymentReport.Failure::reason)
                .allSatisfy(reason -> assertThat(reason).contains("'one' requires 'two' requires 'one'"))
                .hasSize(2);
        assertThat(host.events()).contains("failed one.jar", "failed two.jar", "planned LOAD free");
    }

    @Test
    @DisplayName("G4 Of two artifacts of one module neither is loaded; the one that serves goes on until it is gone")
    void namesakes_areRefused() throws IOException {
        host.command("chat", "one").toJar(host.jar("chat-1"));
        host.command("chat", "two").toJar(host.jar("chat-2"));
        DeploymentReport both = host.manager().loadAll(host.plugins());

        assertThat(host.serving()).isEmpty();
        assertThat(both.text())
                .isEqualTo("! refused: chat: module 'chat' is also in chat-2.jar; wanted one artifact of it; remove the"
                        + " others\n! refused: chat: module 'chat' is also in chat-1.jar; wanted one artifact of it;"
                        + " remove the others");

        Files.move(host.jar("chat-2"), host.jar("later"));
        Files.move(host.jar("later"), directory.resolve("later.jar"));
        host.manager().loadAll(host.plugins());
        Files.move(directory.resolve("later.jar"), host.jar("chat-2"));
        DeploymentReport added = host.manager().loadAll(host.plugins());

        assertThat(added.text())
                .isEqualTo("= chat\n! refused: chat: module 'chat' is also in chat-1.jar; wanted one artifact of it;"
                        + " remove the others");
        assertThat(host.ask("chat")).isEqualTo("one");

        Files.delete(host.jar("chat-1"));
        DeploymentReport moved = host.manager().loadAll(host.plugins());

        assertThat(moved.isClean()).isTrue();
        assertThat(host.ask("chat")).isEqualTo("two");
        assertThat(host.serving()).containsExactly("chat#2");
    }

    @Test
    @DisplayName("G4 A directory that is missing, or is none, is refused with advice, and nothing is changed")
    void directory_thatIsNone_isRefused() throws IOException {
        host.command("chat", "one").toJar(host.jar("chat"));
        host.manager().loadAll(host.plugins());
        Path moved = directory.resolve("moved");
        Files.move(host.plugins(), moved);

        assertThatThrownBy(() -> host.manager().loadAll(host.plugins()))
                .isInstanceOf(DeploymentRefusedException.class)
                .hasMessage(host.plugins()
                        + ": nothing is there; wanted a directory of artifacts; make it, or name another");
        assertThatThrownBy(() -> host.manager().loadAll(moved.resolve("chat.jar")))
                .isInstanceOf(DeploymentRefusedException.class)
                .hasMessage(moved.resolve("chat.jar") + ": it is no directory; wanted a directory of artifacts; load a"
                        + " single artifact with load");
        assertThat(host.serving()).containsExactly("chat#1");
    }

    @Test
    @DisplayName("G25 A hundred modules load, follow and go, in order and without residue")
    void hundredModules_loadAndGo() throws Exception {
        host.library("fonts", "", "serif").toJar(host.jar("fonts"));
        IntStream.range(0, 99)
                .forEach(number -> host.user("m" + number, "fonts").toJar(host.jar("m" + number)));

        DeploymentReport loaded = host.manager().loadAll(host.plugins());
        DeploymentReport again = host.manager().loadAll(host.plugins());

        assertThat(loaded.isClean()).isTrue();
        assertThat(host.manager().modules()).hasSize(100);
        assertThat(again.done()).extracting(Change::kind).containsOnly(Change.Kind.KEEP);
        assertThat(again.unloads()).isEmpty();

        for (Path jar : jars()) {
            Files.delete(jar);
        }
        DeploymentReport gone = host.manager().loadAll(host.plugins());

        assertThat(gone.isClean()).isTrue();
        assertThat(host.manager().modules()).isEmpty();
        List<String> order = gone.done().stream().map(Change::module).toList();
        assertThat(order).hasSize(100).endsWith("fonts");
        for (UnloadReport report : gone.unloads()) {
            assertThat(report.await(Duration.ofMinutes(1))).isPresent();
            assertThat(report.isClean()).as(report.text()).isTrue();
        }
    }

    @Test
    @DisplayName("G4 What the host unloaded is loaded again, and what it loaded itself is left alone")
    void whatTheHostDoes_isRespected() throws IOException {
        host.command("chat", "one").toJar(host.jar("chat"));
        host.manager().loadAll(host.plugins());
        LoadedModule mine = host.manager().load(host.command("mine", "mine").toJar(directory.resolve("mine.jar")));
        host.manager().module("chat").orElseThrow().unload();

        DeploymentReport report = host.manager().loadAll(host.plugins());

        assertThat(report.done()).extracting(Change::kind).containsExactly(Change.Kind.LOAD);
        assertThat(host.serving()).containsExactly("chat#2", "mine#1");
        assertThat(mine.generation()).hasToString("mine#1");
    }

    @Test
    @DisplayName("G4 A library that comes after those that can do without it is loaded all the same")
    void optionalLibrary_mayComeLater() throws IOException {
        host.library("fonts", "", "serif").toJar(host.jar("fonts"));
        host.command("app", "requires static fonts;", "return \"app\";", host.jar("fonts"))
                .toJar(host.jar("app"));
        Path aside = Files.move(host.jar("fonts"), directory.resolve("fonts.jar"));
        host.manager().loadAll(host.plugins());

        Files.move(aside, host.jar("fonts"));
        DeploymentReport report = host.manager().loadAll(host.plugins());

        assertThat(report.text()).startsWith("+ fonts (sha256 " + digest(host.jar("fonts")) + ") from fonts.jar");
        assertThat(report.isClean()).isTrue();
        assertThat(host.serving()).contains("fonts#1");
    }

    @Test
    @DisplayName("A directory that is never asked for again keeps nothing of a module that was unloaded by itself")
    void module_unloadedByItself_leavesNothingWithItsDirectory() throws Exception {
        host.command("kept", "kept").toJar(host.jar("kept"));
        host.command("old", "old").toJar(host.jar("old"));
        host.manager().loadAll(host.plugins());
        WeakReference<Object> kept = new WeakReference<>(command("kept"));
        WeakReference<Object> old = new WeakReference<>(command("old"));

        host.manager().module("old").orElseThrow().unload();

        Patience.untilCollected(List.of(old));
        assertThat(kept.get()).isSameAs(command("kept"));
        assertThat(host.manager().loadAll(host.plugins()).text()).contains("+ old");
    }

    private Object command(String module) {
        return host.command(host.manager().module(module).orElseThrow());
    }

    private List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        try (var files = Files.newDirectoryStream(host.plugins())) {
            files.forEach(jars::add);
        }
        Collections.shuffle(jars, new Random(1));
        return jars;
    }

    private Path gone() {
        return host.library("gone", "", "gone").toJar(directory.resolve("gone.jar"));
    }

    private ModuleSource throwing(String module, String directives, Path... jars) {
        return ModuleSource.module("module " + module + " { requires bot.api; " + directives
                        + " provides bot.Command with acme." + module + ".Main; }")
                .type("package acme." + module + "; public class Main implements bot.Command {"
                        + " public Main() { throw new IllegalStateException(\"no port\"); }"
                        + " public String apply(String text) { return text; } }")
                .dependsOn(directory.resolve("bot-api.jar"))
                .dependsOn(jars);
    }
}
