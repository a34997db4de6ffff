package dev.layers.docs.findings;

import static dev.layers.docs.findings.GivenModules.module;
import static java.lang.module.ModuleDescriptor.newModule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServicesTest {
    @Test
    void service_isFoundThatNoModuleUses() {
        GivenModules given =
                GivenModules.of(module(newModule("chat").provides("org.bot.Command", List.of("org.chat.Hello"))));

        assertThat(given.findings(Rule.UNUSED_SERVICE))
                .containsExactly(new Finding(
                        Rule.UNUSED_SERVICE,
                        List.of("chat"),
                        "'org.bot.Command' is used by no module; provided by 'chat'"));
    }

    @Test
    void service_isFoundThatNoModuleProvides() {
        GivenModules given = GivenModules.of(
                module(newModule("app").uses("org.bot.Command")),
                module(newModule("bot").exports("org.bot")));

        assertThat(given.findings(Rule.UNPROVIDED_SERVICE))
                .containsExactly(new Finding(
                        Rule.UNPROVIDED_SERVICE,
                        List.of("app"),
                        "'org.bot.Command' is provided by no module; used by 'app'"));
    }

    @Test
    void service_isFineWhereAKnownModuleIsTheOtherSide() {
        GivenModules given = GivenModules.of(module(newModule("tool")
                        .provides("java.util.spi.ToolProvider", List.of("org.tool.Tool"))
                        .uses("java.time.Zones")))
                .around(module(newModule("java.base")
                        .uses("java.util.spi.ToolProvider")
                        .provides("java.time.Zones", List.of("sun.Zones"))));

        assertThat(given.findings(Rule.UNUSED_SERVICE)).isEmpty();
        assertThat(given.findings(Rule.UNPROVIDED_SERVICE)).isEmpty();
    }

    @Test
    void service_thatAModuleExportsAndLooksUpItselfIsAnInvitation() {
        GivenModules given =
                GivenModules.of(module(newModule("bot").exports("org.bot").uses("org.bot.Command")));

        assertThat(given.findings(Rule.UNPROVIDED_SERVICE)).isEmpty();
    }
}
