package dev.layers.docs.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.DocsException;
import dev.layers.docs.ModuleSource;
import dev.layers.docs.read.Inputs;
import dev.layers.docs.read.Inputs.Image;
import dev.layers.docs.read.ModuleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {
    @TempDir
    private Path temporary;

    @Test
    void methodOfObject_thatAnInterfaceSaysAgain_breaksNobody() throws IOException, DocsException {
        Path old = bot("old", "public interface Greeter { void greet(); }");
        Path now = bot("new", """
                public interface Greeter {
                    void greet();
                    boolean equals(Object other);
                    int hashCode();
                    String toString();
                    void finalize();
                }""");

        assertThat(changes(old, now)).containsExactly("! bot.Greeter.finalize(): added, and abstract PROVIDERS");
    }

    @Test
    void defaultMethod_thatIsNewOrComesFromAbove_breaksNobody() throws IOException, DocsException {
        Path old = bot("old", """
                public interface Greeter extends Polite { void greet(); }
                interface Polite { boolean isPolite(); }""");
        Path now = bot("new", """
                public interface Greeter extends Polite {
                    void greet();
                    default boolean isPolite() { return true; }
                    default boolean isLoud() { return false; }
                }
                interface Polite { boolean isPolite(); }""");

        assertThat(changes(old, now)).noneMatch(change -> change.startsWith("!"));
    }

    @Test
    void typeArguments_breakUnlessTheyOnlyTakeMore() throws IOException, DocsException {
        Path old = bot("old", """
                import java.util.*;
                public class Greeter {
                    public Greeter(Set<String> names) {}
                    public static List<Long> all = List.of();
                    public void same(List<?> list) {}
                    public <T> void renamed(List<T> list) {}
                    public static <T> void wider(Comparator<T> order) {}
                    public void overridden(List<String> list) {}
                    public void other(List<String> list) {}
                    public List<String> names() { return List.of(); }
                    public List raw() { return List.of(); }
                }""");
        Path now = bot("new", """
                import java.util.*;
                public class Greeter {
                    public Greeter(Set<Integer> names) {}
                    public static List<Integer> all = List.of();
                    public void same(List<? extends Object> list) {}
                    public <E> void renamed(List<E> list) {}
                    public static <T> void wider(Comparator<? super T> order) {}
                    public void overridden(List<? extends String> list) {}
                    public void other(List<Integer> list) {}
                    public List<Object> names() { return List.of(); }
                    public List<String> raw() { return List.of(); }
                }""");

        assertThat(changes(old, now))
                .containsExactly(
                        "! bot.Greeter(java.util.Set): parameter generics changed, was java.util.Set<java.lang.String>,"
                                + " is java.util.Set<java.lang.Integer> CALLERS",
                        "! bot.Greeter.all: type generics changed, was java.util.List<java.lang.Long>, is"
                                + " java.util.List<java.lang.Integer> CALLERS",
                        "! bot.Greeter.names(): return type generics changed, was java.util.List<java.lang.String>, is"
                                + " java.util.List<java.lang.Object> CALLERS",
                        "! bot.Greeter.other(java.util.List): parameter generics changed, was"
                                + " java.util.List<java.lang.String>, is java.util.List<java.lang.Integer> CALLERS",
                        "! bot.Greeter.overridden(java.util.List): parameter generics changed, was"
                                + " java.util.List<java.lang.String>, is java.util.List<? extends"
                                + " java.lang.String> PROVIDERS");
    }

    @Test
    void sealing_isNotOfEnums_norOfWhatNobodyCouldExtend() throws IOException, DocsException {
        Path old = bot("old", "16", """
                public class Greeter {
                    public enum Tone { KIND { void say() {} }; void say() {} }
                    public static class Closed { Closed() {} }
                    public static class Open {}
                }""");
        Path now = bot("new", "17", """
                public class Greeter {
                    public enum Tone { KIND { void say() {} }; void say() {} }
                    public static sealed class Closed { Closed() {} }
                    static final class Heir extends Closed {}
                    public static sealed class Open {}
                    static final class OtherHeir extends Open {}
                }""");

        assertThat(changes(old, now)).containsExactly("! bot.Greeter$Open: now sealed PROVIDERS");
    }

    @Test
    void permittedType_thatIsAdded_breaksSwitchesThatNeededNoDefault() throws IOException, DocsException {
        Path old = bot("old", """
                public sealed interface Greeter {
                    record One() implements Greeter {}
                    sealed class Whole {}
                    final class Half extends Whole {}
                }""");
        Path now = bot("new", """
                public sealed interface Greeter {
                    record One() implements Greeter {}
                    record Two() implements Greeter {}
                    sealed class Whole {}
                    final class Half extends Whole {}
                    final class Third extends Whole {}
                }""");

        assertThat(changes(old, now))
                .containsExactly(
                        "! bot.Greeter: now permits bot.Greeter$Two, too CALLERS",
                        "bot.Greeter$Third: added",
                        "bot.Greeter$Two: added");
    }

    @Test
    void methodWithoutBody_thatGetsOne_breaksNobody() throws IOException, DocsException {
        Path old = bot("old", "public interface Greeter { void greet(); }");
        Path now = bot("new", "public interface Greeter { default void greet() {} }");

        assertThat(changes(old, now)).isEmpty();
    }

    @Test
    void elementOfAnAnnotation_breaksWithoutDefaultOnly() throws IOException, DocsException {
        Path old = bot("old", "public @interface Greeter { String name(); }");
        Path now = bot("new", "public @interface Greeter { String name(); int times() default 1; int tone(); }");

        assertThat(changes(old, now))
                .containsExactly(
                        "! bot.Greeter.tone(): added, without a default CALLERS", "bot.Greeter.times(): added");
    }

    @Test
    void classThatNobodyExtends_mayCloseWhatOnlySubclassesUse() throws IOException, DocsException {
        Path old = bot("old", """
                public abstract class Greeter {
                    Greeter() {}
                    public void greet() {}
                    public void bow() {}
                    protected void wave() {}
                    public static final class Builder { protected Builder(int size) {} protected int size; }
                    public static abstract class Base { public Base() {} public Base(int size) {} }
                }""");
        Path now = bot("new", """
                public abstract class Greeter {
                    Greeter() {}
                    public final void greet() {}
                    public abstract void bow();
                    public abstract void nod();
                    public static final class Builder { protected Builder(long size) {} }
                    public static abstract class Base { protected Base() {} Base(int size) {} }
                }""");

        assertThat(changes(old, now))
                .containsExactly("! bot.Greeter$Base(int): less accessible CALLERS", "bot.Greeter.nod(): added");
    }

    @Test
    void classThatIsExtendedThroughAnother_isOpen() throws IOException, DocsException {
        String heir = " public static class Heir extends Greeter {} }";
        Path old = bot("old", "public class Greeter { Greeter() {} public void greet() {}" + heir);
        Path now = bot("new", "public class Greeter { Greeter() {} public final void greet() {}" + heir);

        assertThat(changes(old, now)).containsExactly("! bot.Greeter.greet(): now final PROVIDERS");
    }

    @Test
    void supertypeThatNobodySees_mayGo_ifItsMembersStay() throws IOException, DocsException {
        Path old = bot("old", """
                public class Greeter extends Base implements Comparable<Greeter> {
                    public int compareTo(Greeter other) { return 0; }
                    public void bow() {}
                }
                class Base {
                    public void greet() {}
                    public void wave() {}
                    public int size;
                }""");
        Path now = bot("new", """
                public class Greeter implements Bowing {
                    public int compareTo(Greeter other) { return 0; }
                    public void greet() {}
                }
                interface Bowing { default void bow() {} }""");

        assertThat(changes(old, now))
                .containsExactly(
                        "! bot.Greeter: no longer implements java.lang.Comparable CALLERS",
                        "! bot.Greeter.size: removed CALLERS",
                        "! bot.Greeter.wave(): removed CALLERS");
    }

    @Test
    void whatAHiddenSupertypeBrings_isToldAtTheFirstTypeThatIsSeen() throws IOException, DocsException {
        Path old = bot("old", """
                public interface Greeter extends Hidden { interface Heir extends Greeter {} }
                interface Hidden { void gone(); }""");
        Path now = bot("new", """
                public interface Greeter extends Hidden { interface Heir extends Greeter {} }
                interface Hidden { void greet(); }""");

        assertThat(changes(old, now))
                .containsExactly(
                        "! bot.Greeter.gone(): removed CALLERS",
                        "! bot.Greeter.greet(): added, and abstract PROVIDERS");
    }

    @Test
    void overridingMethod_isNotNew_butMayClose() throws IOException, DocsException {
        Path old = bot(
                "old", "public class Greeter { public void greet() {} public static class Heir extends Greeter {} }");
        Path now = bot("new", """
                public class Greeter {
                    public void greet() {}
                    public static class Heir extends Greeter {
                        public final void greet() {}
                        public String toString() { return ""; }
                    }
                }""");

        assertThat(changes(old, now)).containsExactly("! bot.Greeter$Heir.greet(): now final PROVIDERS");
    }

    private Path bot(String name, String greeter) throws IOException {
        return bot(name, "17", greeter);
    }

    private Path bot(String name, String release, String greeter) throws IOException {
        String text = greeter.startsWith("import ")
                ? greeter.replaceFirst("import ", "package bot; import ")
                : "package bot; " + greeter;
        return ModuleSource.in(temporary.resolve(name))
                .option("--release", release)
                .file("module-info.java", "module bot { exports bot; }")
                .file("bot/Greeter.java", text)
                .classes();
    }

    private static List<String> changes(Path old, Path now) throws DocsException {
        return Changes.between(release(old), release(now)).changes().stream()
                .map(change -> (change.isBreaking() ? "! " : "") + change.subject() + ": " + change.what()
                        + change.breaks().map(party -> " " + party).orElse(""))
                .toList();
    }

    private static Release release(Path path) throws DocsException {
        return new Release(List.of(path), ModuleReader.read(new Inputs(List.of(path), Image.LEFT_OUT)));
    }
}
