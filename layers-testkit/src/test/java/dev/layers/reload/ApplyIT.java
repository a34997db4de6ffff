package dev.layers.reload;

import static dev.layers.reload.FleetHost.digest;
import static dev.layers.reload.FleetHost.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.Change;
import dev.layers.DeploymentPlan;
import dev.layers.DeploymentRefusedException;
import dev.layers.DeploymentReport;
import dev.layers.LoadOptions;
import dev.layers.ReloadOrder;
import dev.layers.ReloadPolicy;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file says which modules are wanted, and the manager makes it so. */
class ApplyIT {
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
    @DisplayName("G3 A file is applied, again without effect, and after a change with the change alone")
    void file_isApplied() throws IOException {
        host.library("fonts", "", "serif").version("1.2").toJar(host.jar("fonts"));
        host.user("chat", "fonts").toJar(host.jar("chat"));
        host.command("old", "old").toJar(host.jar("old"));
        host.command("kept", "kept").toJar(host.jar("kept"));
        Path file = file(module("kept"), module("chat"), module("fonts"), module("old"));

        DeploymentReport first = host.manager().apply(file);
        DeploymentReport second = host.manager().apply(file);

        assertThat(first.text())
                .isEqualTo(String.join(
                        "\n",
                        "+ kept (sha256 " + digest(host.jar("kept")) + ") from plugins/kept.jar",
                        "+ fonts 1.2 (sha256 " + digest(host.jar("fonts")) + ") from plugins/fonts.jar",
                        "+ old (sha256 " + digest(host.jar("old")) + ") from plugins/old.jar",
                        "+ chat (sha256 " + digest(host.jar("chat")) + ") from plugins/chat.jar"));
        assertThat(second.text()).isEqualTo("= kept\n= chat\n= fonts\n= old");
        assertThat(second.unloads()).isEmpty();
        assertThat(host.serving()).containsExactly("chat#1", "fonts#1", "kept#1", "old#1");

        String before = digest(host.jar("fonts"));
        host.library("fonts", "", "sans").version("1.3").toJar(host.jar("fonts"));
        file(module("kept"), module("chat"), module("fonts"));
        DeploymentReport third = host.manager().apply(file);

        assertThat(third.text())
                .isEqualTo(String.join(
                        "\n",
                        "~ fonts " + before + " -> " + digest(host.jar("fonts")),
                        "  reloads with it: chat",
                        "- old (sha256 " + digest(host.jar("old")) + ")",
                        "= kept"));
        assertThat(host.ask("chat")).isEqualTo("chat sans");
        assertThat(host.serving()).containsExactly("chat#2", "fonts#2", "kept#1");

        file();
        assertThat(host.manager().apply(file).isClean()).isTrue();
        assertThat(host.serving()).isEmpty();
    }

    @Test
    @DisplayName("G3 G4 A plan runs no code, changes nothing, and says what applying does")
    void plan_isWhatApplyDoes() throws Exception {
        host.library("fonts", "", "serif").toJar(host.jar("fonts"));
        host.user("chat", "fonts").toJar(host.jar("chat"));
        host.command("old", "old").toJar(host.jar("old"));
        host.command("kept", "kept").toJar(host.jar("kept"));
        host.manager().apply(file(module("chat"), module("fonts"), module("old"), module("kept")));
        String before = digest(host.jar("fonts"));
        host.library("fonts", "", "sans").toJar(host.jar("fonts"));
        host.library("base", "", "base").toJar(host.jar("base"));
        host.user("fresh", "base").version("2.0").toJar(host.jar("fresh"));
        host.command("away", "requires gone;", "return \"\";", gone()).toJar(host.jar("away"));
        Path file = file(
                module("chat"),
                module("fonts"),
                module("kept"),
                module("fresh"),
                module("base"),
                module("away"),
                module("lost", "plugins/lost.jar"),
                module("wrong", "plugins/kept.jar"),
                module("other", "plugins/fresh.jar", "\"sha256\": \"" + "0".repeat(64) + "\""));
        host.marks().clear();
        host.events();

        DeploymentPlan plan = host.manager().plan(file);

        assertThat(plan.text())
                .isEqualTo(String.join(
                        "\n",
                        "+ base (sha256 " + digest(host.jar("base")) + ") from plugins/base.jar",
                        "+ fresh 2.0 (sha256 " + digest(host.jar("fresh")) + ") from plugins/fresh.jar",
                        "~ fonts " + before + " -> " + digest(host.jar("fonts")),
                        "  reloads with it: chat",
                        "- old (sha256 " + digest(host.jar("old")) + ")",
                        "= kept",
                        "! refused: lost: L001 " + host.jar("lost") + ": nothing is there; wanted a module jar, a"
                                + " directory of classes or a directory of jars; correct the path",
                        "! refused: wrong: " + host.jar("kept")
                                + ": it holds module 'kept'; wanted 'wrong'; correct the" + " name or the source",
                        "! refused: other: " + host.jar("fresh") + ": it holds module 'fresh'; wanted 'other'; correct"
                                + " the name or the source",
                        "! refused: away: L040 " + host.jar("away")
                                + ": module 'away': requires 'gone', and no module of"
                                + " that name is loaded; wanted module 'gone' with the module, in the host or loaded;"
                                + " load it first or put it into the same set, bring it as a private library, or remove"
                                + " the 'requires'"));
        assertThat(plan.isEmpty()).isFalse();
        assertThat(host.marks()).as("code that ran").isEmpty();
        assertThat(host.events()).as("what listeners heard").isEmpty();
        assertThat(host.serving()).containsExactly("chat#1", "fonts#1", "kept#1", "old#1");

        DeploymentReport report = host.manager().apply(file);

        assertThat(lines(report.text())).containsExactlyInAnyOrderElementsOf(lines(plan.text()));
        assertThat(host.marks()).containsExactlyInAnyOrder("chat", "fresh");
        assertThat(host.ask("fresh")).isEqualTo("fresh base");
        assertThat(host.events())
                .contains("planned LOAD base", "planned RELOAD fonts", "planned UNLOAD old", "failed lost.jar");
        assertThat(host.manager().plan(file).changes())
                .filteredOn(change -> change.kind() != Change.Kind.REFUSE)
                .extracting(Change::kind)
                .containsOnly(Change.Kind.KEEP);
    }

    @Test
    @DisplayName("G26 Options that changed reload a module, and equal ones do not")
    void options_thatChange_reload() throws IOException {
        host.command("chat", "chat").toJar(host.jar("chat"));
        Path file = file(module("chat"));
        host.manager().apply(file);

        String stopFirst = "\"reload\": {\"order\": \"STOP_FIRST\", \"patience\": \"PT5S\"}, \"weaving\": \"WOVEN\"";
        file(module("chat", "plugins/chat.jar", stopFirst));
        DeploymentReport changed = host.manager().apply(file);
        DeploymentReport again = host.manager().apply(file);

        assertThat(changed.text()).isEqualTo("~ chat " + digest(host.jar("chat")) + ": options changed");
        assertThat(again.text()).isEqualTo("= chat");
        assertThat(host.serving()).containsExactly("chat#2");
    }

    @Test
    @DisplayName("G4 What the host loaded is kept if it has the wanted bytes, refused if not, and never unloaded")
    void modulesOfTheHost_areLeftAlone() throws IOException {
        host.command("same", "same").toJar(host.jar("same"));
        host.command("other", "two").toJar(host.jar("other"));
        Path one = host.command("other", "one").toJar(directory.resolve("other.jar"));
        LoadOptions options =
                LoadOptions.standard().reloading(ReloadPolicy.standard().order(ReloadOrder.STOP_FIRST));
        host.manager().load(options, host.jar("same"));
        host.manager().load(one);
        host.manager()
                .load(host.library("fonts", "provides bot.Command with acme.fonts.Text2; requires bot.api;", "x")
                        .type("package acme.fonts; public class Text2 implements bot.Command {"
                                + " public String apply(String text) { return text; } }")
                        .toJar(directory.resolve("fonts.jar")));
        Path file = file(module("same"), module("other"));

        DeploymentPlan plan = host.manager().plan(file);
        DeploymentReport report = host.manager().apply(file);

        assertThat(report.text())
                .isEqualTo("= same: loaded otherwise\n! refused: other: 'other#1' from " + one + " (sha256 "
                        + digest(one)
                        + ") is loaded, and not by a file of wanted modules; unload it first, or leave it out here")
                .isEqualTo(plan.text());
        file();
        assertThat(host.manager().apply(file).done()).isEmpty();
        assertThat(host.serving()).containsExactly("fonts#1", "other#1", "same#1");
    }

    @Test
    @DisplayName("G25 What is not wanted any longer stays as long as the host's module requires it")
    void moduleThatIsRequired_isNotUnloaded() throws IOException {
        host.library("fonts", "", "serif").toJar(host.jar("fonts"));
        Path file = file(module("fonts", "plugins/fonts.jar", "\"offer\": \"PACKAGES\""));
        host.manager().apply(file);
        host.manager().load(host.user("mine", "fonts").toJar(directory.resolve("mine.jar")));

        file();
        DeploymentPlan plan = host.manager().plan(file);
        DeploymentReport report = host.manager().apply(file);

        assertThat(report.text())
                .isEqualTo(
                        "! refused: fonts: it is not wanted any longer, and 'mine' of those that stay requires it; remove"
                                + " both, or keep it")
                .isEqualTo(plan.text());
        assertThat(host.ask("mine")).isEqualTo("mine serif");

        host.manager().module("mine").orElseThrow().unload();
        assertThat(host.manager().apply(file).text()).isEqualTo("- fonts (sha256 " + digest(host.jar("fonts")) + ")");
    }

    @Test
    @DisplayName(
            "G26 A reload that fails leaves what served serving, all that belongs together, and others are changed")
    void failingReload_changesNothingOfItsComponent() throws IOException {
        host.library("fonts", "", "serif").toJar(host.jar("fonts"));
        host.user("chat", "fonts").toJar(host.jar("chat"));
        host.command("stats", "one").toJar(host.jar("stats"));
        Path file = file(module("fonts"), module("chat"), module("stats"));
        host.manager().apply(file);
        String fonts = digest(host.jar("fonts"));
        String stats = digest(host.jar("stats"));

        host.library("fonts", "", "sans").toJar(host.jar("fonts"));
        host.command(
                        "chat",
                        "requires fonts; requires java.sql;",
                        "return \"\" + broken;} static int broken = 1 / 0;" + " static {",
                        host.jar("fonts"))
                .toJar(host.jar("chat"));
        host.command("stats", "two").toJar(host.jar("stats"));
        DeploymentReport report = host.manager().apply(file);

        assertThat(report.done())
                .extracting(change -> change.kind() + " " + change.module())
                .containsExactly("RELOAD stats");
        assertThat(report.failures())
                .extracting(failure ->
                        failure.change().kind() + " " + failure.change().module())
                .containsExactlyInAnyOrder("RELOAD fonts", "RELOAD chat");
        assertThat(report.text())
                .contains(
                        "~ stats " + stats + " -> " + digest(host.jar("stats")),
                        "! failed: fonts: Module 'fonts' from " + host.jar("fonts")
                                + ": not loaded, since 'chat', which is changed together with it, could not be; see there, and"
                                + " try again");
        assertThat(host.ask("chat")).isEqualTo("chat serif");
        assertThat(host.manager()
                        .module("fonts")
                        .orElseThrow()
                        .status()
                        .origin()
                        .digest())
                .startsWith(fonts);
        assertThat(host.serving()).contains("fonts#1", "chat#1", "stats#2");
    }

    @Test
    @DisplayName("G26 A plan tells what a change would break in what stands on it, and so does applying it")
    void planTellsOfFollowers_thatDoNotGoTogether() throws IOException {
        host.library("fonts", "", "serif").toJar(host.jar("fonts"));
        host.user("chat", "fonts").toJar(host.jar("chat"));
        Path file = file(module("fonts"), module("chat"));
        host.manager().apply(file);

        ModuleSource.module("module fonts { exports acme.fonts; }")
                .type("package acme.fonts; public class Other {}")
                .toJar(host.jar("fonts"));
        DeploymentPlan plan = host.manager().plan(file);
        DeploymentReport report = host.manager().apply(file);

        String culprit = lines(plan.text()).stream()
                .filter(line -> line.startsWith("! refused: chat: "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(plan.text()));
        assertThat(culprit).contains("acme.fonts.Text");
        assertThat(lines(report.text())).contains(culprit);
        assertThat(plan.text())
                .contains("since 'chat', which is changed together with it, could not be; see there")
                .doesNotContain("= ");
        assertThat(host.serving()).containsExactly("chat#1", "fonts#1");
    }

    @Test
    @DisplayName("G4 A digest that is another refuses the module, and what served goes on")
    void digest_thatIsAnother_isRefused() throws IOException {
        host.command("chat", "one").toJar(host.jar("chat"));
        String good = sha256(host.jar("chat"));
        Path file = file(module("chat", "plugins/chat.jar", "\"sha256\": \"" + good + "\""));
        host.manager().apply(file);
        host.command("chat", "two").toJar(host.jar("chat"));

        DeploymentReport report = host.manager().apply(file);

        assertThat(report.text())
                .isEqualTo("! refused: chat: " + host.jar("chat") + ": its sha256 is " + sha256(host.jar("chat"))
                        + "; wanted " + good + "; put the artifact there that is wanted, or correct the digest");
        assertThat(host.ask("chat")).isEqualTo("one");

        file(module("chat", "plugins/chat.jar", "\"sha256\": \"" + sha256(host.jar("chat")) + "\""));
        assertThat(host.manager().apply(file).isClean()).isTrue();
        assertThat(host.ask("chat")).isEqualTo("two");
    }

    @Test
    @DisplayName(
            "G4 Jars of the local Maven repository are found there, and missing ones come with the command to get them")
    void mavenSources_areResolvedLocally() throws IOException {
        Path repository = directory.resolve("m2");
        host.command("chat", "one").toJar(repository.resolve("org/acme/chat/1.0/chat-1.0.jar"));
        Path file = directory.resolve("modules.json");
        Files.writeString(
                file,
                "{\"repository\": \"m2\", \"modules\": [" + module("chat", "maven:org.acme:chat:1.0") + ","
                        + module("mail", "maven:org.acme:mail:2.0") + "]}");

        DeploymentReport report = host.manager().apply(file);

        assertThat(report.text())
                .isEqualTo("+ chat (sha256 " + digest(repository.resolve("org/acme/chat/1.0/chat-1.0.jar"))
                        + ") from maven:org.acme:chat:1.0\n! refused: mail: 'maven:org.acme:mail:2.0' is not in the local"
                        + " repository: nothing is at " + repository.resolve("org/acme/mail/2.0/mail-2.0.jar")
                        + "; run 'mvn dependency:get -Dartifact=org.acme:mail:2.0', or name another repository");
    }

    @Test
    @DisplayName("G4 A file with any problem, or for another contract, is refused as a whole, and nothing is changed")
    void file_withProblems_changesNothing() throws IOException {
        host.command("chat", "one").toJar(host.jar("chat"));
        Path file = file(module("chat"));
        host.manager().apply(file);

        Files.writeString(
                file,
                "{\"modules\": [\n{\"name\": \"chat\"},\n{\"name\": \"a\", \"source\": \"a\","
                        + " \"requires\": {\"b\": \"[2,1]\"}}]}");
        assertThatThrownBy(() -> host.manager().apply(file))
                .isInstanceOf(DeploymentRefusedException.class)
                .hasMessage(file + ": 2 problems:\n  2:1: modules[0]: 'source' is missing; add it\n  3:48:"
                        + " modules[1].requires.b: Version range '[2,1]': no version lies in it; wanted a version such as"
                        + " 1.2 for that and all higher ones, or an interval such as [1.2,2), (,2] or [1.5]");
        contract(file, "\"module\": \"bot.api\", \"version\": \"1.3\"");
        assertThatThrownBy(() -> host.manager().plan(file))
                .isInstanceOf(DeploymentRefusedException.class)
                .hasMessage(
                        file + ": 1:25: contract: written for 'bot.api@1.3'; this manager has 'bot.api@1.2'; apply it"
                                + " where that version is, or correct the version");
        contract(file, "\"module\": \"web.api\"");
        assertThatThrownBy(() -> host.manager().apply(file))
                .isInstanceOf(DeploymentRefusedException.class)
                .hasMessageStartingWith(
                        file + ": 1:25: contract: written for 'web.api'; this manager has 'bot.api@1.2', ");
        assertThatThrownBy(() -> host.manager().apply(directory.resolve("none.json")))
                .isInstanceOf(DeploymentRefusedException.class)
                .hasMessage(directory.resolve("none.json") + ": nothing is there; wanted a file of JSON");
        assertThat(host.serving()).containsExactly("chat#1");

        contract(file, "\"module\": \"bot.api\", \"version\": \"1.2\"");
        assertThat(host.manager().apply(file).text()).isEqualTo("- chat (sha256 " + digest(host.jar("chat")) + ")");
    }

    private static void contract(Path file, String contract) throws IOException {
        Files.writeString(file, "{\"contract\": {" + contract + "}, \"modules\": []}");
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private Path gone() {
        return host.library("gone", "", "gone").toJar(directory.resolve("gone.jar"));
    }

    private static String module(String name) {
        return module(name, "plugins/" + name + ".jar");
    }

    private static String module(String name, String source, String... more) {
        return Stream.concat(Stream.of("\"name\": \"" + name + "\"", "\"source\": \"" + source + "\""), Stream.of(more))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private Path file(String... modules) throws IOException {
        return Files.writeString(
                directory.resolve("modules.json"), "{\"modules\": [" + String.join(",\n", modules) + "]}");
    }
}
