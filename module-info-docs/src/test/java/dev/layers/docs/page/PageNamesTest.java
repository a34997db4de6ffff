package dev.layers.docs.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageNamesTest {
    @Test
    void module_hasAPageOfItsName() {
        PageNames names = names("org.acme.pdf", "my_module");

        assertThat(names.module("org.acme.pdf")).contains("org.acme.pdf");
        assertThat(names.module("my_module")).contains("my_module");
        assertThat(names.module("java.base")).isEmpty();
    }

    @Test
    void moduleThatWouldTakeTheOverview_getsANumber() {
        PageNames names = names("index", "INDEX");

        assertThat(names.module("index")).contains("index-2");
        assertThat(names.module("INDEX")).contains("INDEX-3");
    }

    @Test
    void modulesThatDifferInCaseOnly_getPagesThatDifferInMore() {
        PageNames names = names("Acme", "acme", "ACME");

        assertThat(Stream.of("Acme", "acme", "ACME")
                        .map(names::module)
                        .map(name -> name.orElseThrow().toLowerCase(Locale.ROOT)))
                .containsExactly("acme", "acme-2", "acme-3");
    }

    @Test
    void nameThatNoFileMayHave_isMadeFit() {
        PageNames names = names("straße", "a/../b", "con", "nul.device", "x".repeat(300), "<b>");

        assertThat(names.module("straße")).contains("stra-e");
        assertThat(names.module("a/../b")).contains("a-..-b");
        assertThat(names.module("con")).contains("module-con");
        assertThat(names.module("nul.device")).contains("module-nul.device");
        assertThat(names.module("x".repeat(300))).contains("x".repeat(150));
        assertThat(names.module("<b>")).contains("-b-");
    }

    @Test
    void contract_hasAPageBesideItsModule() {
        PageNames names = PageNames.of(List.of("shop", "Shop"), List.of("shop", "Shop"));

        assertThat(names.module("shop")).contains("shop");
        assertThat(names.contract("shop")).contains("contract-of-shop");
        assertThat(names.contract("Shop")).contains("contract-of-Shop-2");
        assertThat(names.contract("other")).isEmpty();
    }

    private static PageNames names(String... modules) {
        return PageNames.of(List.of(modules), List.of());
    }
}
