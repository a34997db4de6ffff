package dev.layers.docs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JdkTypesTest {
    private static final int FEWEST_TYPES = 2_000;

    /** Of which JDKs say different things; the table has what holds for all, and with that the most cautious. */
    private static final Set<String> DIFFERENT = Set.of(
            "java.lang.SecurityManager",
            "java.net.http.HttpClient",
            "java.rmi.RMISecurityManager",
            "java.security.Policy",
            "java.security.interfaces.DSAPrivateKey",
            "java.security.interfaces.DSAPublicKey",
            "java.security.interfaces.ECPrivateKey",
            "java.security.interfaces.EdECPrivateKey",
            "java.security.interfaces.XECPrivateKey",
            "java.security.interfaces.XECPublicKey",
            "java.util.zip.Deflater",
            "java.util.zip.Inflater",
            "javax.crypto.interfaces.DHPrivateKey",
            "javax.crypto.interfaces.DHPublicKey",
            "javax.security.auth.login.Configuration",
            "javax.swing.plaf.basic.BasicComboBoxUI$ItemHandler",
            "javax.swing.plaf.basic.BasicComboPopup$InvocationKeyHandler",
            "javax.swing.plaf.basic.BasicComboPopup$ListDataHandler",
            "javax.swing.plaf.metal.MetalBorders$InternalFrameBorder",
            "javax.swing.text.html.HTMLDocument$HTMLReader$TagAction",
            "jdk.jfr.SettingControl",
            "jdk.jshell.execution.JdiExecutionControlProvider");

    private static final Set<String> WORDS_OF_TRAITS = Set.of("acting", "refusing", "stateless");
    private static final Path WRITTEN = Path.of("target", "jdk-types.txt");

    private final JdkTypes types = JdkTypes.read();

    /** Where it fails, the table as it should be lies in {@code target}. */
    @Test
    void table_saysWhatLayersSaysOfEveryPublicTypeOfThisJdk() throws IOException {
        JdkSurvey survey = JdkSurvey.run();
        SortedMap<String, String> differences = new TreeMap<>();

        for (Class<?> type : survey.types()) {
            String said = said(survey, type.getName());
            String read = read(type.getName());
            if (!read.equals(said)) {
                differences.put(type.getName(), "Layers says " + said + ", the table says " + read);
            }
        }
        write(survey);

        assertThat(survey.types()).hasSizeGreaterThan(FEWEST_TYPES);
        assertThat(differences).isEmpty();
    }

    @Test
    void typeThatNoJdkHas_hasNoRule() {
        assertThat(types.kind("java.lang.Nothing")).isEqualTo(Kind.NONE);
        assertThat(types.reason("java.lang.Nothing"))
                .isEqualTo(
                        "the JDK has it without a rule here; use a type of the contract or a simpler one of the JDK");
    }

    private static String said(JdkSurvey survey, String name) {
        SortedSet<String> words = new TreeSet<>(survey.words().getOrDefault(name, new TreeSet<>()));
        if (DIFFERENT.contains(name)) {
            words.removeIf(WORDS_OF_TRAITS::contains);
        }
        return words + " " + survey.reasons().getOrDefault(name, "");
    }

    private String read(String name) {
        SortedSet<String> words = new TreeSet<>();
        Kind kind = types.kind(name);
        if (kind != Kind.NONE) {
            words.add(kind.name().toLowerCase(Locale.ROOT));
        }
        for (JdkTypes.Trait trait : JdkTypes.Trait.values()) {
            if (types.is(name, trait) && !DIFFERENT.contains(name)) {
                words.add(trait.name().toLowerCase(Locale.ROOT));
            }
        }
        return words + " " + (kind == Kind.NONE ? types.reason(name) : "");
    }

    /** Keeps what is said of types that only other JDKs have. */
    private void write(JdkSurvey survey) throws IOException {
        SortedMap<String, SortedSet<String>> lines = new TreeMap<>();
        SortedMap<String, SortedSet<String>> reasons = new TreeMap<>();
        Set<String> here = new TreeSet<>();
        survey.types().stream()
                .map(Class::getName)
                .filter(name -> !DIFFERENT.contains(name))
                .forEach(here::add);
        types.words().forEach((name, words) -> {
            if (!here.contains(name)) {
                words.forEach(word -> add(lines, word, name));
            }
        });
        types.reasons().forEach((name, reason) -> {
            if (!here.contains(name)) {
                reasons.computeIfAbsent(reason, key -> new TreeSet<>()).add(name);
            }
        });
        survey.words()
                .forEach((name, words) ->
                        words.stream().filter(word -> here.contains(name)).forEach(word -> add(lines, word, name)));
        survey.reasons().forEach((name, reason) -> {
            if (!reason.equals(types.reason("java.lang.Nothing"))) {
                reasons.computeIfAbsent(reason, key -> new TreeSet<>()).add(name);
            }
        });
        Files.createDirectories(WRITTEN.getParent());
        Files.write(WRITTEN, text(lines, reasons));
    }

    private static void add(Map<String, SortedSet<String>> lines, String word, String name) {
        int dot = name.lastIndexOf('.');
        lines.computeIfAbsent(word + " " + name.substring(0, dot), key -> new TreeSet<>())
                .add(name.substring(dot + 1));
    }

    private static List<String> text(Map<String, SortedSet<String>> lines, Map<String, SortedSet<String>> reasons) {
        List<String> text = new ArrayList<>();
        reasons.forEach((reason, names) -> text.add("reason " + String.join(" ", names) + ": " + reason));
        lines.forEach((word, names) -> text.add(word + " " + String.join(" ", names)));
        return text;
    }
}
