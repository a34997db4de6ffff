package dev.layers.corpus;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Modules that are written in another way than usual. */
final class GoodModules {
    private static final String CHAT =
            " implements bot.Command { public String apply(String text) { return \"good \" + text; } }";

    private GoodModules() {}

    static Stream<GoodArtifact> all() {
        return Stream.of(descriptors(), names(), providers(), types(), services())
                .flatMap(List::stream);
    }

    private static List<GoodArtifact> descriptors() {
        return List.of(
                source(
                        "an open module",
                        host -> module(
                                host, "open module chat { requires bot.api; provides bot.Command with acme.Chat; }")),
                source(
                        "a module with a version",
                        host -> host.chat("return \"good \" + text;")
                                .compilerOptions("--module-version", "1.0-beta+7")),
                source(
                        "a module with annotations",
                        host -> module(
                                host,
                                "@Deprecated(since = \"1\") module chat { requires bot.api; provides bot.Command with acme.Chat; }")),
                source(
                        "a module that opens and exports its packages to others that are not there",
                        host -> host.chat(
                                        "opens acme; exports acme to org.nobody, org.nowhere;",
                                        "return \"good \" + text;")
                                .compilerOptions("-Xlint:none")),
                GoodArtifact.of(
                        "a module that optionally requires what is not there",
                        (host, directory) -> host.chat("requires static org.absent;", "return \"good \" + text;")
                                .dependsOn(CorpusHost.library("org.absent").toJar(directory.resolve("stub/absent.jar")))
                                .toJar(directory.resolve("chat.jar"))),
                source(
                        "a module that requires modules of the JDK and of the host",
                        host -> host.chat(
                                        "requires java.logging; requires transitive java.xml; requires bot.tools; uses bot.Room; uses java.sql.Driver; requires java.sql;",
                                        "return \"good \" + text;")
                                .dependsOn(host.toolsJar())),
                source(
                        "a module with a main class",
                        host -> host.chat("return \"good \" + text;")
                                .manifest("Main-Class", "acme.Chat")
                                .manifest("Class-Path", "nowhere.jar ../lib/x.jar")),
                source(
                        "a module that names the versions of what it requires",
                        host -> host.chat("return \"good \" + text;")
                                .manifest("Layers-Requires", " bot.api ; version = \"[1,3)\" , java.base")),
                source(
                        "a module of the same name as a package of the contract",
                        host -> module(host, "module bot { requires bot.api; provides bot.Command with acme.Chat; }")));
    }

    private static List<GoodArtifact> names() {
        return List.of(
                plain("a plain jar with a version in its name", "chat-bot-2.10.3-SNAPSHOT.jar"),
                plain("a plain jar whose name has to be cleaned", "__Chat..bot--v2_(copy).jar"),
                plain("a plain jar that is named by its manifest", "0815.jar", "org.chat_2.$bot"),
                source(
                        "a module with digits and signs in its name",
                        host -> module(
                                host,
                                "module chat2.$b0t_3 { requires bot.api; provides bot.Command with acme.Chat; }")),
                source(
                        "a module in another script",
                        host -> module(
                                host,
                                "module plug\u00fcn.\u8a00\u8449 { requires bot.api; provides bot.Command with acme.Chat; }")));
    }

    private static List<GoodArtifact> providers() {
        return List.of(
                source(
                        "a provider that is a nested class",
                        host -> ModuleSource.module(
                                        "module chat { requires bot.api; provides bot.Command with acme.Outer.Chat; }")
                                .type("package acme; public class Outer { public static class Chat" + CHAT + " }")
                                .dependsOn(host.contractJar())),
                source(
                        "a provider method in a class that is no provider",
                        host -> ModuleSource.module(
                                        "module chat { requires bot.api; provides bot.Command with acme.Maker; }")
                                .type(
                                        "package acme; public final class Maker { private Maker() {} public static bot.Command provider() { return text -> \"good \" + text; } }")
                                .dependsOn(host.contractJar())),
                source(
                        "several providers",
                        host -> ModuleSource.module(
                                        "module chat { requires bot.api; provides bot.Command with acme.Chat, acme.Talk, acme.Shout; }")
                                .type("package acme; public class Chat" + CHAT)
                                .type("package acme; public class Talk" + CHAT)
                                .type("package acme; public class Shout extends Talk {}")
                                .dependsOn(host.contractJar())),
                source(
                        "a provider that inherits the service from a hidden class",
                        host -> ModuleSource.module(
                                        "module chat { requires bot.api; provides bot.Command with acme.Chat; }")
                                .type("package acme; public class Chat extends Base {}")
                                .type("package acme; abstract class Base" + CHAT)
                                .dependsOn(host.contractJar())),
                source(
                        "a provider that provides two services",
                        host -> ModuleSource.module(
                                        "module chat { requires bot.api; provides bot.Command with acme.Chat; provides bot.Greeter with acme.Chat; }")
                                .type(
                                        "package acme; public class Chat implements bot.Command, bot.Greeter { public String greet(String name) { return name; } public String apply(String text) { return \"good \" + text; } }")
                                .dependsOn(host.contractJar())),
                source(
                        "a provider that is an enum with a provider method",
                        host -> ModuleSource.module(
                                        "module chat { requires bot.api; provides bot.Command with acme.Chat; }")
                                .type(
                                        "package acme; public enum Chat implements bot.Command { ONE; public static Chat provider() { return ONE; } public String apply(String text) { return \"good \" + text; } }")
                                .dependsOn(host.contractJar())),
                source(
                        "a provider that is a record",
                        host -> ModuleSource.module(
                                        "module chat { requires bot.api; provides bot.Command with acme.Chat; }")
                                .type("package acme; public record Chat()" + CHAT)
                                .dependsOn(host.contractJar())));
    }

    private static List<GoodArtifact> types() {
        return List.of(
                source(
                        "records, enums, sealed types and lambdas",
                        host -> host.chat("return new Line(Tone.GOOD).of(text);")
                                .type(
                                        "package acme; record Line(Tone tone) implements Part { Line { java.util.Objects.requireNonNull(tone); } public String of(String text) { java.util.function.Function<Part, String> word = part -> part instanceof Line line ? line.tone().word() : \"\"; return word.apply(this) + \" \" + text; } }")
                                .type(
                                        "package acme; sealed interface Part permits Line, Other { String of(String text); }")
                                .type(
                                        "package acme; final class Other implements Part { public String of(String text) { return switch (Tone.GOOD) { case GOOD -> text; case BAD -> null; }; } }")
                                .type(
                                        "package acme; enum Tone { GOOD { String word() { return \"good\"; } }, BAD; String word() { return name(); } }")),
                source(
                        "classes with dollars in their names, local and anonymous ones",
                        host -> host.chat(
                                        "class Local$1 { String word() { return new Object() { public String toString() { return \"good \"; } }.toString(); } } return new Local$1().word() + new $$.Inner$$().text(text);")
                                .type(
                                        "package acme; class $$ { static class Inner$$ { String text(String text) { return text; } } }")),
                GoodArtifact.of(
                        "class names that no Java compiler makes",
                        (host, directory) -> kotlin(host).writeTo(directory.resolve("chat.jar"))),
                source(
                        "packages with a package-info and annotations",
                        host -> host.chat("return \"good \" + text;").type("@Deprecated package acme;")),
                source(
                        "class files of Java 8 in a plain jar",
                        host -> ModuleSource.plain()
                                .type("package acme; public class Chat" + CHAT)
                                .service("bot.Command", "acme.Chat")
                                .dependsOn(host.contractJar())
                                .release(8)),
                source(
                        "classes that implement nothing of the contract's and throw what they like",
                        host -> host.chat(
                                        "try { throw new Odd(); } catch (Odd odd) { return odd.getMessage() + text; }")
                                .type(
                                        "package acme; class Odd extends Exception { Odd() { super(\"good \", null, false, false); } }")));
    }

    private static List<GoodArtifact> services() {
        return List.of(
                services(
                        "a file of services with comments, blank lines and tabs",
                        "# of acme\n\n  acme.Chat\t# speaks\n#\n   \n"),
                services("a file of services with Windows line ends and none at the last", "# acme\r\nacme.Chat"),
                services("a file of services that names a provider twice", "acme.Chat\nacme.Chat\n"),
                GoodArtifact.of(
                        "a provider of a service that is nowhere",
                        (host, directory) -> host.plainChat("return \"good \" + text;")
                                .type("package acme; public class Adapter extends org.absent.Word {}")
                                .service("org.absent.Word", "acme.Adapter")
                                .dependsOn(CorpusHost.library("org.absent").toJar(directory.resolve("stub/absent.jar")))
                                .toJar(directory.resolve("chat.jar"))),
                GoodArtifact.of(
                        "files in META-INF/services that name no service",
                        (host, directory) -> host.plainChat("return \"good \" + text;")
                                .resource("META-INF/services/read-me.txt", "?")
                                .resource("META-INF/services/old/bot.Command", "acme.Old")
                                .toJar(directory.resolve("chat.jar"))));
    }

    /** How the source of a good module looks. */
    private interface Source {
        ModuleSource of(CorpusHost host);
    }

    private static GoodArtifact source(String name, Source source) {
        return GoodArtifact.of(name, (host, directory) -> source.of(host).toJar(directory.resolve("chat.jar")));
    }

    private static ModuleSource module(CorpusHost host, String declaration) {
        return ModuleSource.module(declaration)
                .type("package acme; public class Chat" + CHAT)
                .dependsOn(host.contractJar());
    }

    private static GoodArtifact plain(String name, String file) {
        return GoodArtifact.of(
                name,
                (host, directory) -> host.plainChat("return \"good \" + text;").toJar(directory.resolve(file)));
    }

    private static GoodArtifact plain(String name, String file, String module) {
        return GoodArtifact.of(
                name,
                (host, directory) -> host.plainChat("return \"good \" + text;")
                        .manifest("Automatic-Module-Name", module)
                        .toJar(directory.resolve(file)));
    }

    private static GoodArtifact services(String name, String text) {
        return GoodArtifact.of(
                name,
                (host, directory) -> Entries.of(host.plainChat("return \"good \" + text;"))
                        .with("META-INF/services/bot.Command", text)
                        .writeTo(directory.resolve("chat.jar")));
    }

    /** Kotlin joins words with {@code -} in the names of classes that no source names. */
    private static Entries kotlin(CorpusHost host) throws IOException {
        Entries chat = Entries.of(host.chat("return new Chat_word_1().word() + text;")
                .type("package acme; class Chat_word_1 { String word() { return \"good \"; } }"));
        return chat.with("acme/Chat.class", renamed(chat.of("acme/Chat.class")))
                .with("acme/Chat-word-1.class", renamed(chat.of("acme/Chat_word_1.class")))
                .without("acme/Chat_word_1.class");
    }

    private static byte[] renamed(byte[] classFile) {
        String text = new String(classFile, StandardCharsets.ISO_8859_1);
        return text.replace("Chat_word_1", "Chat-word-1").getBytes(StandardCharsets.ISO_8859_1);
    }
}
