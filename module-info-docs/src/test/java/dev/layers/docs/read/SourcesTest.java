package dev.layers.docs.read;

import static dev.layers.docs.read.Reading.moduleAt;
import static dev.layers.docs.read.Reading.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.ModuleSource;
import dev.layers.docs.model.DocumentedField;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.model.NamedUse;
import dev.layers.docs.model.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final String MODULE = "/** Makes pages. Of anything. */ module x { exports x; }";
    private static final String REST = "; build it again or leave it out";
    private static final int TOO_LARGE = (4 << 20) + 1;
    private static final int TOO_DEEP = 100_000;

    @TempDir
    private Path temporary;

    @Test
    void summaries_areTheFirstSentencesOfTheirComments() throws Exception {
        DocumentedModule module = documented("""
                package x;

                /** A printer. It prints. */
                public class X<T extends Number> {
                    /** How many. There are many. */
                    public int count;

                    /** Makes one
                     *  of nothing. */
                    public X() {}

                    /** Prints a text. */
                    public void print(String text) {}

                    /** Prints a list. */
                    public void print(java.util.List<? extends T>[] lists, int... numbers) {}

                    /** Prints a number. */
                    public void print(T number, java.util.Map.Entry<T, T> entry) {}

                    public void silent() {}

                    /** An inner one. */
                    public record Inner(int number) {
                        /** Counts. */
                        public int counted() { return 1; }
                    }
                }
                """);

        assertThat(module.content().summary()).contains("Makes pages.");
        DocumentedType type = type(module, "x.X");
        assertThat(type.summary()).contains("A printer.");
        assertThat(type.fields()).extracting(DocumentedField::summary).containsExactly(Optional.of("How many."));
        assertThat(type.methods())
                .extracting(method -> method.summary().orElse("nothing"))
                .containsExactly(
                        "Makes one of nothing.", "Prints a number.", "Prints a text.", "Prints a list.", "nothing");
        assertThat(type(module, "x.X$Inner").summary()).contains("An inner one.");
        assertThat(type(module, "x.X$Inner").methods().get(0).summary()).contains("Counts.");
    }

    @Test
    void namesOfParameters_areThoseOfTheSource() throws Exception {
        DocumentedModule module =
                documented("package x; public interface X { void print(String text, int[] numbers); }");

        assertThat(type(module, "x.X").methods().get(0).parameters())
                .extracting(NamedUse::name)
                .containsExactly("text", "numbers");
    }

    @Test
    void markup_isTakenAwayOrWrittenOut() throws Exception {
        assertThat(summary("/** Prints <b>bold</b> {@code a<b>. x} &lt;&amp;&#33; {@literal <}. More. */"))
                .contains("Prints bold a<b>. x <&! <.");
    }

    @Test
    void links_readAsTheirLabelsOrNames() throws Exception {
        assertThat(summary("/** See {@link String the text}, {@link #x(int)} and {@linkplain String#length()}. */"))
                .contains("See the text, x(int) and String.length().");
    }

    @Test
    void summaryTag_isTheSummary() throws Exception {
        assertThat(summary("/** {@summary Prints, e.g. this. Really} More. */")).contains("Prints, e.g. this. Really");
    }

    @Test
    void paragraph_endsTheSentence() throws Exception {
        assertThat(summary("/** Prints\n<p>More. */")).contains("Prints");
    }

    @Test
    void commentOfTagsOnly_saysNothing() throws Exception {
        assertThat(summary("/** @since 1 */")).isEmpty();
    }

    @Test
    void longSentence_isCut() throws Exception {
        assertThat(summary("/** " + "x".repeat(600) + ". */")).contains("x".repeat(500) + "…");
    }

    @Test
    void lineComments_readAlikeOnEveryJdk() throws Exception {
        assertThat(summary("""
                /// Prints */ with `code`
                    /// on. More.
                ///
                /// - list
                """)).contains("Prints */ with `code` on.");
    }

    @Test
    void sourceThatIsNotUnderstood_isToldAndTheOthersAreRead() throws Exception {
        Path sources = new JarText()
                .entry("x/X.java", "package x; /** A printer. */ public class X {}")
                .entry("x/Broken.java", "package x;\nclass Broken { int = ; }")
                .at(temporary.resolve("x-sources.jar"));

        ModuleSet set = Reading.of(jar("package x; public class X {}"), sources);

        assertThat(set.troubles())
                .containsExactly(new Trouble(
                        sources + "!/x/Broken.java",
                        "not understood in line 2, what its Javadoc says there is left out; read it with the JDK that it is"
                                + " written for"));
        assertThat(type(set.modules().get(0), "x.X").summary()).contains("A printer.");
    }

    @Test
    void sourceThatNestsTooDeep_isToldAndTheOthersAreRead() throws Exception {
        Path sources = new JarText()
                .entry("x/X.java", "package x; /** A printer. */ public class X {}")
                .entry("x/Deep.java", "package x; class Deep { int x = " + "(".repeat(TOO_DEEP) + "; }")
                .at(temporary.resolve("x-sources.jar"));

        ModuleSet set = Reading.of(jar("package x; public class X {}"), sources);

        assertThat(set.troubles())
                .containsExactly(
                        new Trouble(sources + "!/x/Deep.java", "left out, the JDK's compiler gave up on it" + REST));
        assertThat(type(set.modules().get(0), "x.X").summary()).contains("A printer.");
    }

    @Test
    void sourceThatIsTooLarge_isToldAndTheOthersAreRead() throws Exception {
        Path sources = new JarText()
                .entry("x/Large.java", new byte[TOO_LARGE])
                .entry("x/X.java", "package x; /** A printer. */ public class X {}")
                .at(temporary.resolve("x-sources.jar"));

        ModuleSet set = Reading.of(jar("package x; public class X {}"), sources);

        assertThat(set.troubles())
                .containsExactly(new Trouble(
                        sources + "!/x/Large.java",
                        "left out, larger than 4 MiB, or the sources before it than 256 MiB" + REST));
        assertThat(type(set.modules().get(0), "x.X").summary()).contains("A printer.");
    }

    @Test
    void sourcesThatAreNoZip_areTold() throws Exception {
        Path sources = Files.writeString(temporary.resolve("x-sources.jar"), "no zip");

        ModuleSet set = Reading.of(jar("package x; public class X {}"), sources);

        assertThat(set.troubles())
                .containsExactly(
                        new Trouble(sources.toString(), "no sources can be read (zip END header not found)" + REST));
        assertThat(Reading.names(set)).containsExactly("x");
    }

    private Optional<String> summary(String comment) throws Exception {
        return type(documented("package x;\n" + comment + "\npublic class X { int x; }"), "x.X")
                .summary();
    }

    private DocumentedModule documented(String text) throws Exception {
        Path sources = new JarText()
                .entry("module-info.java", MODULE)
                .entry("x/X.java", text)
                .at(temporary.resolve("x-sources.jar"));
        return moduleAt(jar(text), sources);
    }

    private Path jar(String text) throws Exception {
        return ModuleSource.in(temporary)
                .file("module-info.java", MODULE)
                .file("x/X.java", text)
                .option("-Xlint:none")
                .jar("x.jar");
    }
}
