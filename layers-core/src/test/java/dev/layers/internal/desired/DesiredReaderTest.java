package dev.layers.internal.desired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says, and every way not to say it; texts in full. */
class DesiredReaderTest {
    private static final Path DIRECTORY = Path.of("/srv");
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Test
    void smallestFile_wantsNothing() throws Misunderstood {
        DesiredState state = read("{\"modules\": []}");

        assertThat(state.modules()).isEmpty();
        assertThat(state.contract()).isEmpty();
    }

    @Test
    void module_withoutOptions_leavesThemToOthers() throws Misunderstood {
        DesiredState state = read("{\"modules\": [{\"name\": \"chat\", \"source\": \"plugins/chat.jar\"}]}");

        assertThat(state.modules())
                .containsExactly(new DesiredModule(
                        "chat",
                        new DesiredSource("plugins/chat.jar", Path.of("/srv/plugins/chat.jar"), Optional.empty()),
                        List.of(),
                        Optional.empty(),
                        new DesiredOptions(Optional.empty(), Optional.empty(), Map.of(), Optional.empty())));
    }

    @Test
    void module_withEverything_isTaken() throws Misunderstood {
        DesiredState state = read("""
                {
                  "contract": {"module": "bot.api", "version": "1.2"},
                  "repository": "/m2",
                  "modules": [{
                    "name": "chat", "source": "/plugins/chat.jar",
                    "libraries": ["lib/a.jar", "../b"],
                    "sha256": "%s", "weaving": "PLAIN", "offer": "PACKAGES",
                    "requires": {"acme.fonts": "[1.2,2)"},
                    "reload": {"order": "STOP_FIRST", "patience": "PT5S", "refusedState": "FAIL"}
                  }]
                }""".formatted(DIGEST.toUpperCase(Locale.ROOT)));

        assertThat(state.contract()).contains(new DesiredContract("bot.api", Optional.of("1.2"), "2:26"));
        assertThat(state.modules())
                .containsExactly(new DesiredModule(
                        "chat",
                        new DesiredSource("/plugins/chat.jar", Path.of("/plugins/chat.jar"), Optional.empty()),
                        List.of(
                                new DesiredSource("lib/a.jar", Path.of("/srv/lib/a.jar"), Optional.empty()),
                                new DesiredSource("../b", Path.of("/srv/../b"), Optional.empty())),
                        Optional.of(DIGEST),
                        new DesiredOptions(
                                Optional.of("PLAIN"),
                                Optional.of("PACKAGES"),
                                Map.of("acme.fonts", "[1.2,2)"),
                                Optional.of(new DesiredOptions.Reload(
                                        Optional.of("STOP_FIRST"),
                                        Optional.of(Duration.ofSeconds(5)),
                                        Optional.of("FAIL"))))));
    }

    @Test
    void examplesOfThePage_areUnderstood() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "reload.md"));
        Matcher examples = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL).matcher(page);

        assertThat(examples.find()).as("an example").isTrue();
        DesiredState state = read(examples.group(1));

        assertThat(state.modules()).extracting(DesiredModule::name).containsExactly("chat", "acme.fonts");
        assertThat(state.modules().get(0).options().reload())
                .contains(new DesiredOptions.Reload(
                        Optional.of("STOP_FIRST"), Optional.of(Duration.ofSeconds(5)), Optional.of("FAIL")));
        assertThat(examples.find()).as("an example that is not read here").isFalse();
    }

    @Test
    void everyFault_isToldAtOnceWithItsPlace() {
        List<String> problems = problems("""
                {
                  "contract": {"modul": "bot.api"},
                  "modules": [
                    {"name": "chat", "source": "chat.jar", "weaving": "woven", "offer": 5},
                    {"name": "chat", "sauce": "chat.jar"},
                    {"name": "", "source": "maven:acme:fonts", "libraries": ["ok.jar", true, "maven:a:..:1"],
                     "sha256": "12ab", "requires": {"a.b": "!2", "c": null}},
                    {"name": "mail", "name": "post", "source": ["x"],
                     "reload": {"order": "FIRST", "patience": "5 s", "refusedState": "SKIP", "often": "yes"}},
                    "chat.jar"
                  ],
                  "modles": []
                }""");

        assertThat(problems)
                .containsExactly(
                        "2:15: contract: 'module' is missing; add it",
                        "2:16: contract.modul: is no key here; wanted one of 'module', 'version'",
                        "4:55: modules[0].weaving: is 'woven'; wanted 'WOVEN' or 'PLAIN'",
                        "4:73: modules[0].offer: is 5; wanted a string",
                        "5:5: modules[1]: 'source' is missing; add it",
                        "5:14: modules[1].name: module 'chat' is named twice, first at 4:14; name it once",
                        "5:22: modules[1].sauce: is no key here; wanted one of 'libraries', 'name', 'offer', 'reload',"
                                + " 'requires', 'sha256', 'source', 'weaving'",
                        "6:14: modules[2].name: is blank; wanted some text",
                        "6:28: modules[2].source: 'maven:acme:fonts' has 2 parts; wanted"
                                + " 'maven:group:artifact:version' or with ':classifier' behind it",
                        "6:72: modules[2].libraries[1]: is true; wanted a string",
                        "6:78: modules[2].libraries[2]: 'maven:a:..:1' has the part '..'; wanted"
                                + " 'maven:group:artifact:version' or with ':classifier' behind it",
                        "7:16: modules[2].sha256: '12ab' is no SHA-256; wanted 64 hexadecimal digits, as sha256sum"
                                + " prints them",
                        "7:44: modules[2].requires['a.b']: '!2' is no range",
                        "7:55: modules[2].requires.c: is null; wanted a string",
                        "8:22: modules[3].name: stands there twice, first at 8:6",
                        "8:48: modules[3].source: is an array; wanted a string",
                        "9:26: modules[3].reload.order: is 'FIRST'; wanted 'START_FIRST' or 'STOP_FIRST'",
                        "9:47: modules[3].reload.patience: '5 s' is no duration; wanted one such as 'PT5S' or 'PT0.5S'",
                        "9:70: modules[3].reload.refusedState: is 'SKIP'; wanted 'START_FRESH' or 'FAIL'",
                        "9:78: modules[3].reload.often: is no key here; wanted one of 'order', 'patience', 'refusedState'",
                        "10:5: modules[4]: is a string; wanted an object",
                        "12:3: modles: is no key here; wanted one of 'contract', 'modules', 'repository'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1:1: the file ends before what it began; wanted the whole of it",
                "{\"modules\": [|1:14: the file ends before what it began; wanted the whole of it",
                "[]|1:1: is an array; wanted an object",
                "{}|1:1: 'modules' is missing; add it",
                "{\"modules\": {}}|1:13: modules: is an object; wanted an array",
                "{\"modules\": []} {}|1:17: something follows the end of the object; wanted nothing",
                "{\"modules\": [],}|1:16: not JSON: Unexpected character ('}' (code 125)): was expecting double-quote to"
                        + " start field name",
            })
    void file_thatIsNoObjectOfModules_isRefused(String text, String problem) {
        assertThat(problems(text)).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.5S", "PT1M30S", "P1D"})
    void durations_areIso(String text) throws Misunderstood {
        DesiredState state = read(
                "{\"modules\": [{\"name\": \"a\", \"source\": \"a\", \"reload\": {\"patience\": \"" + text + "\"}}]}");

        assertThat(state.modules().get(0).options().reload().orElseThrow().patience())
                .contains(Duration.parse(text));
    }

    @Test
    void duration_thatIsNegative_isRefused() {
        assertThat(problems(
                        "{\"modules\": [{\"name\": \"a\", \"source\": \"a\", \"reload\": {\"patience\": \"PT-1S\"}}]}"))
                .containsExactly(
                        "1:66: modules[0].reload.patience: 'PT-1S' is no duration; wanted one such as 'PT5S' or"
                                + " 'PT0.5S'");
    }

    @Test
    void columns_countCharacters() {
        assertThat(problems("{\"modules\": [{\"name\": \"gr\u00fc\u00df\u4e16\", \"source\": 1}]}"))
                .containsExactly("1:42: modules[0].source: is 1; wanted a string");
    }

    @Test
    void nesting_withoutEnd_isRefused() {
        assertThat(problems("{\"modules\": " + "[".repeat(100_000)))
                .singleElement()
                .asString()
                .startsWith("1:1: not JSON: Document nesting depth (1001) exceeds the maximum allowed (1000");
    }

    private static DesiredState read(String text) throws Misunderstood {
        Vocabulary vocabulary = new Vocabulary(
                List.of("WOVEN", "PLAIN"),
                List.of("SERVICES", "PACKAGES"),
                List.of("START_FIRST", "STOP_FIRST"),
                List.of("START_FRESH", "FAIL"),
                DesiredReaderTest::range);
        return new DesiredReader(DIRECTORY, vocabulary, key -> null).read(text);
    }

    private static String range(String text) {
        if (text.startsWith("!")) {
            throw new IllegalArgumentException("'" + text + "' is no range");
        }
        return text;
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(Misunderstood.class, () -> read(text)).problems();
    }
}
