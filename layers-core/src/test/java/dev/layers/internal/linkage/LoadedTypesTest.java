package dev.layers.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.contract.ContractModule;
import dev.layers.preflight.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Types of loaded modules that others are checked against. */
class LoadedTypesTest {
    private static final CompiledClasses CONTRACT = CompiledClasses.of("package bot; public interface Command {}");

    private final ContractTypes contract = new ContractTypes(List.of(
            new ContractModule("bot.api", Optional.of("2"), Set.of("bot"), Set.of("bot"), CONTRACT.loader(null))));

    @Test
    void generationsOfAModule_areNotConfused() {
        CompiledClasses old = fonts("public static int size() { return 1; }");
        CompiledClasses user = CompiledClasses.of(
                "package fonts; public class Fonts { public static int size() { return 1; } }",
                "package acme; public class Chat { int size() { return fonts.Fonts.size(); } }");
        CompiledClasses chat = user.without("fonts/Fonts.class");

        assertThat(findings(chat, contract.with(List.of(loaded("1", old))))).isEmpty();
        assertThat(findings(chat, contract.with(List.of(loaded("2", fonts(""))))))
                .containsExactly(
                        "L061 chat.jar: acme.Chat.size(): 'fonts.Fonts.size()' does not exist; wanted a method of"
                                + " module 'acme.fonts@2'; compile the module against module 'acme.fonts'");
        assertThat(findings(chat, contract)).isEmpty();
    }

    @Test
    void superTypesOfLoadedTypes_areTheirOwn() {
        CompiledClasses fonts = CompiledClasses.of(
                "package words; public class Words { public static int count() { return 1; } }",
                "package fonts; public class Fonts extends words.Words { }");
        CompiledClasses chat = CompiledClasses.of(
                        "package words; public class Words { public static int count() { return 1; } }",
                        "package fonts; public class Fonts extends words.Words { }",
                        "package acme; public class Chat { int size() { return fonts.Fonts.count(); } }")
                .without("fonts/Fonts.class")
                .without("words/Words.class")
                .and(CompiledClasses.of("package words; public class Words { }"));

        assertThat(findings(chat, contract.with(List.of(loaded("1", fonts))))).isEmpty();
    }

    private static CompiledClasses fonts(String members) {
        return CompiledClasses.of("package fonts; public class Fonts { " + members + " }");
    }

    private static ContractModule loaded(String version, CompiledClasses classes) {
        return ContractModule.loaded(
                "acme.fonts", Optional.of(version), Set.of("fonts"), Set.of("fonts"), classes.loader(null));
    }

    private List<String> findings(CompiledClasses module, ContractTypes types) {
        Linkage linkage = new Linkage(contract);
        module.files()
                .forEach((name, bytes) ->
                        assertThat(linkage.add("chat.jar", name, bytes)).isEmpty());
        return linkage.check(List.of(), types).stream().map(Finding::text).toList();
    }
}
