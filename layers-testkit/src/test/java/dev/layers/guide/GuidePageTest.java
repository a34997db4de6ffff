package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidePageTest {
    @TempDir
    Path root;

    @BeforeEach
    void writeSource() throws IOException {
        Files.writeString(root.resolve("Host.java"), """
                class Host {
                    // @start region="load"
                    void load() {
                        // @start region="call"
                        call();
                        // @end

                    }
                    // @end

                    void hidden() {}

                    // @start region="load"
                    void again() {}
                    // @end
                }
                """);
        Files.writeString(root.resolve("Open.java"), "// @start region=\"open\"\n");
        Files.writeString(
                root.resolve("pom.xml"), "<a>\n  <!-- @start region=\"b\" -->\n  <b/>\n  <!-- @end -->\n</a>\n");
    }

    @Test
    void fence_showsItsRegionInAllItsPartsUnindented() {
        GuidePage page = page("before", "<!-- snippet: load of Host.java -->", "```java", "old", "```", "after");

        assertThat(page.faults()).isEmpty();
        assertThat(page.text()).isEqualTo("""
                before
                <!-- snippet: load of Host.java -->
                ```java
                void load() {
                    call();

                }
                void again() {}
                ```
                after
                """);
    }

    @Test
    void fence_showsWhatIsNestedOrAWholeFile() {
        assertThat(page("<!-- snippet: call of Host.java -->", "```java", "```").text())
                .isEqualTo("<!-- snippet: call of Host.java -->\n```java\ncall();\n```\n");
        assertThat(page("<!-- snippet: b of pom.xml -->", "```xml", "```").text())
                .isEqualTo("<!-- snippet: b of pom.xml -->\n```xml\n<b/>\n```\n");
        assertThat(page("<!-- snippet: pom.xml -->", "```xml", "```").text())
                .isEqualTo("<!-- snippet: pom.xml -->\n```xml\n<a>\n  <b/>\n</a>\n```\n");
    }

    @Test
    void fenceInAList_keepsItsIndent() {
        assertThat(page("1. Load:", "   <!-- snippet: call of Host.java -->", "   ```java", "   ```")
                        .text())
                .isEqualTo("1. Load:\n   <!-- snippet: call of Host.java -->\n   ```java\n   call();\n   ```\n");
    }

    @Test
    void codeAndOutputWithoutSource_areFaults() {
        assertThat(page(
                                "```java",
                                "int a;",
                                "```",
                                "```Text",
                                "COLLECTED",
                                "```",
                                "```",
                                "RETAINED",
                                "```",
                                "```sh",
                                "mvn",
                                "```")
                        .faults())
                .containsExactly(
                        "page.md: fence of 'java' that begins 'int a;' has no '<!-- snippet: REGION of PATH -->' on the line"
                                + " above it; show a tested source",
                        "page.md: fence of 'text' that begins 'COLLECTED' has no '<!-- snippet: REGION of PATH -->' on the"
                                + " line above it; show a tested source",
                        "page.md: fence of '' that begins 'RETAINED' has no '<!-- snippet: REGION of PATH -->' on the line"
                                + " above it; show a tested source");
    }

    @Test
    void commentFarFromItsFence_isAFault() {
        assertThat(page("<!-- snippet: call of Host.java -->", "", "```java", "int a;", "```")
                        .faults())
                .containsExactly(
                        "page.md: region 'call' of 'Host.java' is announced above ''; wanted a fence on the next line",
                        "page.md: fence of 'java' that begins 'int a;' has no '<!-- snippet: REGION of PATH -->' on the line"
                                + " above it; show a tested source");
        assertThat(page("<!-- snippet: call of Host.java -->").faults())
                .containsExactly(
                        "page.md: region 'call' of 'Host.java' is announced above 'the end'; wanted a fence on the next line");
    }

    @Test
    void unknownSources_areFaults() {
        String advice = "; name a region between '@start region=\"...\"' and '@end', or leave it out";

        assertThat(shown("absent of Host.java"))
                .containsExactly("page.md: region 'absent' of 'Host.java': the file has no such region" + advice);
        assertThat(shown("load of Absent.java"))
                .containsExactly("page.md: region 'load' of 'Absent.java': no file can be read there" + advice);
        assertThat(shown("Open.java"))
                .containsExactly("page.md: 'Open.java': the file has a '@start' without '@end', or the other way round"
                        + advice);
    }

    @Test
    void fenceWithoutEnd_isAFault() {
        assertThat(page("```sh", "mvn").faults()).containsExactly("page.md: a fence has no end; close it with '```'");
    }

    @Test
    void indentedBlock_isAFaultOutsideOfLists() {
        assertThat(page("It prints:", "", "    COLLECTED", "    after 3 ms", "", "Then:", "", "        RETAINED")
                        .faults())
                .containsExactly(
                        "page.md: indented block that begins 'COLLECTED' cannot say where it comes from; make it a fence that"
                                + " shows a tested source",
                        "page.md: indented block that begins 'RETAINED' cannot say where it comes from; make it a fence that"
                                + " shows a tested source");
        assertThat(page("- item", "", "    more of it", "", "    and more", "1. other", "    goes on")
                        .faults())
                .isEmpty();
    }

    private List<String> shown(String source) {
        return page("<!-- snippet: " + source + " -->", "```java", "```").faults();
    }

    private GuidePage page(String... lines) {
        return GuidePage.of("page.md", List.of(lines), root);
    }
}
