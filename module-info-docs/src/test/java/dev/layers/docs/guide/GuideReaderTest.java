package dev.layers.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuideReaderTest {
    private Path home;
    private Path directory;

    @BeforeEach
    void makeDirectory(@TempDir Path temporary) throws IOException {
        home = temporary;
        directory = Files.createDirectory(temporary.resolve("docs"));
    }

    @Test
    void pages_areThoseBelowTheDirectoryButOfModules() throws Exception {
        write("b.md", "# B");
        write("sub/a.md", "# Sub A");
        write("modules/acme.md", "# Acme");
        write(".hidden/h.md", "# H");
        write("notes.txt", "no page");

        Guide guide = read();

        assertThat(guide.pages())
                .extracting(GuidePage::place, GuidePage::title)
                .containsExactly(tuple("b.html", "B"), tuple("sub/a.html", "Sub A"));
        assertThat(guide.hasIndex()).isFalse();
    }

    @Test
    void pages_followTheLinksOfTheIndex() throws Exception {
        write("a.md", "# A");
        write("b.md", "no heading");
        write("c.md", "# C");
        write("index.md", "# Start\n\n- [C](c.md)\n- [B](b.md)\n- [C again](c.md)\n");

        Guide guide = read();

        assertThat(guide.pages()).extracting(GuidePage::title).containsExactly("Start", "C", "b", "A");
        assertThat(guide.hasIndex()).isTrue();
    }

    @Test
    void headings_haveTheNamesThatGitHubGivesThem() throws Exception {
        write("a.md", "# Über `load()` & more!\n\n## Setting up\n\n## Setting up\n\n## G26: kept_well\n");

        String html = html();

        assertThat(html).contains("""
                        <h1 id="über-load--more">Über <code>load()</code> &amp; more!</h1>
                        <h2 id="setting-up">Setting up</h2>
                        <h2 id="setting-up-1">Setting up</h2>
                        <h2 id="g26-kept_well">G26: kept_well</h2>
                        """);
    }

    @Test
    void links_leadToHtmlPages() throws Exception {
        write("b c.md", "# B\n\n## Part\n");
        write("sub/index.md", "# Sub");
        write(
                "a.md",
                "# A\n\n[b](b%20c.md#part) [self](#a) [sub](sub/) [web](https://example.org/x.md) [m](modules/x.md)\n");

        String html = html();

        assertThat(html)
                .contains(
                        "<a href=\"b%20c.html#part\">b</a>",
                        "<a href=\"#a\">self</a>",
                        "<a href=\"sub/index.html\">sub</a>",
                        "<a href=\"https://example.org/x.md\">web</a>",
                        "<a href=\"modules/x.html\">m</a>");
    }

    @Test
    void linksToFilesThatAreNoPages_nameTheFile() throws Exception {
        Files.writeString(home.resolve("README.md"), "# Read me");
        write("Sample.java", "class Sample {}");
        write("a.md", "# A\n\n[the readme](../README.md), [README.md](../README.md) and [code](Sample.java)\n");

        Guide guide = read();

        assertThat(guide.pages().get(0).html())
                .contains(
                        "<p>the readme (<code>README.md</code>), README.md and code (<code>docs/Sample.java</code>)</p>");
        guide.check(place -> Optional.empty());
    }

    @Test
    void linksToFilesThatAreMissing_areToldWithTheirLine() throws Exception {
        write("a.md", "# A\n\nSee\n[code](Sample.java).\n");
        Guide guide = read();

        assertThatThrownBy(() -> guide.check(place -> Optional.empty()))
                .isInstanceOf(GuideException.class)
                .hasMessage(directory.resolve("a.md") + ":4: no file " + directory.resolve("Sample.java")
                        + "; correct the link");
    }

    @Test
    void linksToPagesOfModules_areCheckedThere() throws Exception {
        write("a.md", "# A\n\n[m](modules/x.md#exports)\n");
        Guide guide = read();

        guide.check(place -> place.equals("modules/x.html") ? Optional.of(Set.of("exports")) : Optional.empty());

        assertThatThrownBy(() -> guide.check(place -> Optional.of(Set.of())))
                .hasMessage(directory.resolve("a.md")
                        + ":3: no heading for '#exports' at 'modules/x.md#exports'; correct the link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[run](javascript:alert(1))",
                "<javascript:alert(1)>",
                "[run](vbscript:x \"alert\")",
                "[run](data:text/html,x)",
                "[root](//example.org/x)",
                "[root](/etc/passwd)"
            })
    void linksThatAreNotHarmless_becomeText(String link) throws Exception {
        write("a.md", "# A\n\n" + link + "\n");

        String html = html();

        assertThat(html)
                .doesNotContain("href", "<a")
                .matches("(?s).*<p>.*(alert|vbscript|example|passwd|data).*</p>.*");
    }

    @Test
    void markup_showsAsTextAndCommentsNotAtAll() throws Exception {
        write("a.md", """
                # A

                <!-- Sample region -->
                <script>alert(1)</script>

                Some <b onclick="x()">bold</b> text<!-- aside -->.
                """);

        String html = html();

        assertThat(html)
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "Some &lt;b onclick=&quot;x()&quot;&gt;bold&lt;/b&gt; text.")
                .doesNotContain("<script", "<b", "Sample region", "aside");
    }

    @Test
    void pictures_areNoRequests() throws Exception {
        write("picture.png", "");
        write("a.md", "# A\n\n![Remote](https://example.org/p.png) ![Local](picture.png)\n");

        String html = html();

        assertThat(html)
                .contains("<a href=\"https://example.org/p.png\">Remote</a> Local (<code>docs/picture.png</code>)")
                .doesNotContain("<img");
    }

    @Test
    void tables_scrollAndHaveHeads() throws Exception {
        write("a.md", "# A\n\n| Name | |\n| --- | --- |\n| x | y |\n");

        String html = html();

        assertThat(html).contains("""
                        <div aria-label="Table" class="scroll" role="group" tabindex="0">
                        <table>
                        """.strip()).contains("<th scope=\"col\">Name</th>\n<td></td>");
    }

    @Test
    void listings_staySoAndAreReachedByKeyboard() throws Exception {
        write("a.md", "# A\n\n```mermaid\ngraph <x>\n```\n");

        String html = html();

        assertThat(html)
                .contains("<pre tabindex=\"0\"><code class=\"language-mermaid\">graph &lt;x&gt;\n</code></pre>");
    }

    @Test
    void directoryThatIsNone_isRefused() {
        Path missing = home.resolve("missing");

        assertThatThrownBy(() -> new GuideReader(missing, "modules").read())
                .isInstanceOf(GuideException.class)
                .hasMessage(missing + ": no directory there; name one of Markdown pages");
    }

    @Test
    void directoryWithoutPages_isRefused() {
        assertThatThrownBy(this::read)
                .isInstanceOf(GuideException.class)
                .hasMessage(directory + ": no Markdown page in it (*.md); name another directory");
    }

    @Test
    void pagesThatDifferInCaseOnly_areRefused() throws Exception {
        write("a.md", "# A");
        write("A.md", "# A");

        assertThatThrownBy(this::read)
                .isInstanceOf(GuideException.class)
                .hasMessage(directory.resolve("A.md")
                        + ": one page with a.md, upper and lower case being one; rename one of them");
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Guide read() throws GuideException {
        return new GuideReader(directory, "modules").read();
    }

    private String html() throws GuideException {
        List<GuidePage> pages = read().pages();
        return pages.stream()
                .filter(page -> page.place().equals("a.html"))
                .findFirst()
                .orElseThrow()
                .html();
    }
}
