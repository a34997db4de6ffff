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

class ChangesTest {
    @TempDir
    private Path temporary;

    @Test
    void descriptor_breaksWhereItTakesBack() throws IOException, DocsException {
        Path old = ModuleSource.in(temporary.resolve("old"))
                .file("module-info.java", """
                        module bot {
                            requires transitive java.sql;
                            requires java.xml;
                            exports bot;
                            exports bot.text;
                            opens bot.text;
                            provides Runnable with bot.Task;
                        }""")
                .file("bot/Task.java", "package bot; public class Task implements Runnable { public void run() {} }")
                .file("bot/text/Word.java", "package bot.text; public class Word {}")
                .jar("bot.jar", "--module-version", "1.0");
        Path now = ModuleSource.in(temporary.resolve("new"))
                .file("module-info.java", """
                        module bot {
                            requires java.sql;
                            requires java.logging;
                            exports bot.text to java.sql;
                            exports bot.more;
                            uses Runnable;
                        }""")
                .file("bot/Task.java", "package bot; public class Task implements Runnable { public void run() {} }")
                .file("bot/text/Word.java", "package bot.text; public class Word {}")
                .file("bot/more/More.java", "package bot.more; public class More {}")
                .jar("bot.jar", "--module-version", "2.0", "--main-class", "bot.Task");

        assertThat(changes(old, now))
                .containsExactly(
                        "! exports bot: removed CALLERS",
                        "! exports bot.text: was to every module, is to java.sql CALLERS",
                        "! opens bot.text: removed CALLERS",
                        "! provides java.lang.Runnable: removed CALLERS",
                        "! requires java.sql: no longer transitive CALLERS",
                        "exports bot.more: added",
                        "main class: was none, is bot.Task",
                        "requires java.logging: added",
                        "requires java.xml: removed",
                        "uses java.lang.Runnable: added",
                        "version: was 1.0, is 2.0");
    }

    @Test
    void interface_breaksProvidersByWhatItAdds_andCallersByWhatItTakesBack() throws IOException, DocsException {
        Path old = bot("old", "public interface Greeter { String greet(String name); void stop(); }");
        Path now = bot(
                "new",
                "public interface Greeter { CharSequence greet(String name); void mute(); default void wave() {} }");

        assertThat(changes(old, now))
                .containsExactly(
                        "! bot.Greeter.greet(java.lang.String): return type changed, was java.lang.String, is"
                                + " java.lang.CharSequence CALLERS",
                        "! bot.Greeter.mute(): added, and abstract PROVIDERS",
                        "! bot.Greeter.stop(): removed CALLERS",
                        "bot.Greeter.wave(): added");
    }

    @Test
    void class_breaksWhereItIsClosed() throws IOException, DocsException {
        Path old = bot("old", """
                public class Greeter {
                    public static int count;
                    public Greeter() {}
                    public Greeter(String name) {}
                    public void greet() {}
                    protected void wave() {}
                    void inner() {}
                }""");
        Path now = bot("new", """
                public abstract class Greeter {
                    public static long count;
                    public Greeter(CharSequence name) {}
                    public final void greet() throws java.io.IOException {}
                    void wave() {}
                    public static class Inner {}
                }""");

        assertThat(changes(old, now))
                .containsExactly(
                        "! bot.Greeter: now abstract CALLERS",
                        "! bot.Greeter(): removed CALLERS",
                        "! bot.Greeter(java.lang.String): removed CALLERS",
                        "! bot.Greeter.count: type changed, was int, is long CALLERS",
                        "! bot.Greeter.greet(): now final PROVIDERS",
                        "! bot.Greeter.greet(): now throws checked exception CALLERS",
                        "! bot.Greeter.wave(): less accessible CALLERS",
                        "bot.Greeter$Inner: added",
                        "bot.Greeter(java.lang.CharSequence): added");
    }

    @Test
    void enumAndRecord_breakByWhatTheyAreMadeOf() throws IOException, DocsException {
        Path old = bot("old", """
                public class Greeter {
                    public enum Tone { KIND, RUDE }
                    public record Name(String first, String last) {}
                    public interface Shape {}
                    public static class Gone {}
                }""");
        Path now = bot("new", """
                public class Greeter {
                    public enum Tone { KIND, LOUD }
                    public record Name(String whole) {}
                    public sealed interface Shape permits Circle {}
                    public record Circle() implements Shape {}
                }""");

        assertThat(changes(old, now))
                .containsExactly(
                        "! bot.Greeter$Gone: removed CALLERS",
                        "! bot.Greeter$Name(java.lang.String, java.lang.String): removed CALLERS",
                        "! bot.Greeter$Name.first(): removed CALLERS",
                        "! bot.Greeter$Name.last(): removed CALLERS",
                        "! bot.Greeter$Shape: now sealed PROVIDERS",
                        "! bot.Greeter$Tone.RUDE: removed CALLERS",
                        "bot.Greeter$Circle: added",
                        "bot.Greeter$Name(java.lang.String): added",
                        "bot.Greeter$Name.whole(): added",
                        "bot.Greeter$Tone.LOUD: added");
    }

    @Test
    void insides_mayChange() throws IOException, DocsException {
        Path old = bot(
                "old", "public class Greeter { int count; private void a() {} } class Hidden { public void b() {} }");
        Path now = bot("new", "public class Greeter { long count; private int c() { return 1; } }");

        assertThat(changes(old, now)).isEmpty();
    }

    private Path bot(String name, String greeter) throws IOException {
        return ModuleSource.in(temporary.resolve(name))
                .file("module-info.java", "module bot { exports bot; }")
                .file("bot/Greeter.java", "package bot; " + greeter)
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
