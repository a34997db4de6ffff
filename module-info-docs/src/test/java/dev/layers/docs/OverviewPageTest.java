package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverviewPageTest {
    @Test
    void text_showsModulesSortedAndTheServicesThatBindThem() {
        ModuleDescriptor bot = ModuleDescriptor.newModule("org.acme.bot")
                .version("2.0|beta")
                .requires("org.acme.chat.api")
                .requires("java.logging")
                .uses("org.acme.chat.api.Command")
                .build();
        ModuleDescriptor api = ModuleDescriptor.newModule("org.acme.chat.api")
                .exports("org.acme.chat.api")
                .build();
        ModuleDescriptor greeter = ModuleDescriptor.newOpenModule("org.acme.greeter")
                .requires("org.acme.chat.api")
                .packages(Set.of("org.acme.greeter"))
                .provides("org.acme.chat.api.Command", List.of("org.acme.greeter.Hello"))
                .provides("org.acme.chat.api.Listener", List.of("org.acme.greeter.Doorman"))
                .build();
        ModuleDescriptor legacy = ModuleDescriptor.newAutomaticModule("legacy")
                .packages(Set.of("legacy.a", "legacy.b"))
                .provides("org.acme.chat.api.Command", List.of("legacy.a.Old"))
                .build();

        String page = new OverviewPage(Documentation.of(List.of(greeter, legacy, bot, api))).text();

        assertThat(page).isEqualTo("""
                        <!-- Written by module-info-docs from module descriptors; changes by hand are lost. -->

                        # Modules

                        | Module | Version | Kind | Requires | Exports | Opens | Uses | Provides |
                        | --- | --- | --- | --- | --- | --- | --- | --- |
                        | [`legacy`](legacy.md) |  | automatic |  | 2 | 2 | 0 | 1 |
                        | [`org.acme.bot`](org.acme.bot.md) | <code>2.0&#124;beta</code> | normal \
                        | `java.logging`, [`org.acme.chat.api`](org.acme.chat.api.md) | 0 | 0 | 1 | 0 |
                        | [`org.acme.chat.api`](org.acme.chat.api.md) |  | normal |  | 1 | 0 | 0 | 0 |
                        | [`org.acme.greeter`](org.acme.greeter.md) |  | open \
                        | [`org.acme.chat.api`](org.acme.chat.api.md) | 0 | 1 | 0 | 2 |

                        ## Services

                        | Service | Used by | Provided by |
                        | --- | --- | --- |
                        | `org.acme.chat.api.Command` | [`org.acme.bot`](org.acme.bot.md) \
                        | [`legacy`](legacy.md), [`org.acme.greeter`](org.acme.greeter.md) |
                        | `org.acme.chat.api.Listener` |  | [`org.acme.greeter`](org.acme.greeter.md) |
                        """);
    }

    @Test
    void text_withoutServicesHasNoTableOfThem() {
        ModuleDescriptor bare = ModuleDescriptor.newModule("bare").build();

        String page = new OverviewPage(Documentation.of(List.of(bare))).text();

        assertThat(page).isEqualTo("""
                        <!-- Written by module-info-docs from module descriptors; changes by hand are lost. -->

                        # Modules

                        | Module | Version | Kind | Requires | Exports | Opens | Uses | Provides |
                        | --- | --- | --- | --- | --- | --- | --- | --- |
                        | [`bare`](bare.md) |  | normal |  | 0 | 0 | 0 | 0 |
                        """);
    }
}
