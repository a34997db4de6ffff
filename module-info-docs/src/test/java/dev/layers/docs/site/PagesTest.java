package dev.layers.docs.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.docs.guide.Guide;
import dev.layers.docs.guide.GuideException;
import dev.layers.docs.guide.GuideReader;
import dev.layers.docs.text.Blocks;
import dev.layers.docs.text.Page;
import dev.layers.docs.text.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    private static final List<Page> PAGES = List.of(
            new Blocks().heading(1, "Modules").page("index", "Modules"),
            new Blocks().heading(1, "Module acme").heading(2, "Exports").page("acme", "Module acme"),
            new Blocks()
                    .heading(1, "Contract of acme")
                    .paragraph(Words.link("acme", "acme"))
                    .page("contract-of-acme", "Contract of acme"));

    @TempDir
    private Path directory;

    @Test
    void markdown_isAFileForEachPage() {
        Pages pages = Pages.of(PAGES, Format.MARKDOWN);

        assertThat(pages.texts()).containsOnlyKeys("acme.md", "contract-of-acme.md", "index.md");
        assertThat(pages.texts().values()).allMatch(Mark::isOn);
        assertThat(pages.texts()).containsEntry("index.md", """
                        <!-- Written by module-info-docs from module descriptors; changes by hand are lost. -->

                        # Modules
                        """);
    }

    @Test
    void html_isAFileForEachPageAndAStyle() {
        Pages pages = Pages.of(PAGES, Format.HTML);

        assertThat(pages.texts()).containsOnlyKeys("acme.html", "contract-of-acme.html", "index.html", "style.css");
        assertThat(pages.texts().values()).allMatch(Mark::isOn);
        assertThat(pages.texts().get("acme.html"))
                .contains("<link rel=\"stylesheet\" href=\"style.css\">")
                .containsSubsequence(
                        "<summary>Overview</summary>",
                        "<a href=\"index.html\">Modules</a>",
                        "<summary>Contracts</summary>",
                        "<a href=\"contract-of-acme.html\">acme</a>",
                        "<summary>Modules</summary>",
                        "<a href=\"acme.html\" aria-current=\"page\">acme</a>",
                        "<h1 id=\"module-acme\">Module acme</h1>");
    }

    @Test
    void guide_liesAboveTheModules() throws Exception {
        Files.writeString(directory.resolve("index.md"), "# Acme\n\n[acme](modules/acme.md#exports)\n");

        Pages pages = Pages.of(PAGES, guide());

        assertThat(pages.texts())
                .containsOnlyKeys(
                        "index.html",
                        "modules/acme.html",
                        "modules/contract-of-acme.html",
                        "modules/index.html",
                        "style.css");
        assertThat(pages.texts().get("index.html")).contains("<a href=\"modules/acme.html#exports\">acme</a>");
        assertThat(pages.texts().get("modules/acme.html"))
                .contains(
                        "<title>Module acme - Acme</title>",
                        "href=\"../style.css\"",
                        "<a href=\"../index.html\">Acme</a>");
    }

    @Test
    void guideWithoutIndex_getsOne() throws Exception {
        Files.writeString(directory.resolve("second.md"), "# Two\n");
        Files.writeString(directory.resolve("first.md"), "# One\n");

        Pages pages = Pages.of(PAGES, guide());

        assertThat(pages.texts().get("index.html")).contains("""
                        <h1 id="guide">Guide</h1>
                        <ul>
                        <li><a href="first.html">One</a></li>
                        <li><a href="second.html">Two</a></li>
                        <li><a href="modules/index.html">Modules</a></li>
                        </ul>
                        """);
    }

    @Test
    void guideThatLeadsNowhere_isRefusedWithEachOfItsLinks() throws Exception {
        Path index = Files.writeString(directory.resolve("index.md"), """
                        # Acme

                        [gone](modules/gone.md),
                        [no section](modules/acme.md#opens) and
                        [no page](missing.md).
                        """);
        Guide guide = guide();

        assertThatThrownBy(() -> Pages.of(PAGES, guide))
                .isInstanceOf(GuideException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        index + ":3: no page at 'modules/gone.md'; correct the link",
                        index + ":4: no heading for '#opens' at 'modules/acme.md#opens'; correct the link",
                        index + ":5: no page at 'missing.md'; correct the link"));
    }

    @Test
    void pages_knowTheirPlacesInUpperAndLowerCase() {
        Pages pages = new Pages(new TreeMap<>(Map.of("acme.md", "")));

        assertThat(pages.has("Acme.MD")).isTrue();
        assertThat(pages.has("acne.md")).isFalse();
    }

    private Guide guide() throws GuideException {
        return new GuideReader(directory, Pages.MODULES).read();
    }
}
