package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
    @Test
    void pages_areTheOverviewAndOneForEachModule() throws Exception {
        Documentation documentation = documentation("b.beta", "a.alpha");

        Pages pages = Pages.of(documentation);

        assertThat(pages.texts()).containsOnlyKeys("a.alpha.md", "b.beta.md", "index.md");
        assertThat(pages.texts().values()).allMatch(Pages::isMarked);
    }

    @Test
    void pages_refuseAModuleThatWouldTakeTheOverview() {
        Documentation documentation = documentation("index");

        assertThatThrownBy(() -> Pages.of(documentation))
                .isInstanceOf(PageException.class)
                .hasMessage("Module 'index': its page 'index.md' would replace another page of that name,"
                        + " upper and lower case being one; leave the module out");
    }

    @Test
    void pages_refuseModulesThatDifferInCaseOnly() {
        Documentation documentation = documentation("acme", "Acme");

        assertThatThrownBy(() -> Pages.of(documentation))
                .isInstanceOf(PageException.class)
                .hasMessage("Module 'acme': its page 'acme.md' would replace another page of that name,"
                        + " upper and lower case being one; leave the module out");
    }

    @Test
    void pages_knowTheirNamesInUpperAndLowerCase() throws Exception {
        Pages pages = Pages.of(documentation("acme"));

        assertThat(pages.has("Acme.MD")).isTrue();
        assertThat(pages.has("acne.md")).isFalse();
    }

    private static Documentation documentation(String... modules) {
        return Documentation.of(List.of(modules).stream()
                .map(module -> ModuleDescriptor.newModule(module).build())
                .toList());
    }
}
