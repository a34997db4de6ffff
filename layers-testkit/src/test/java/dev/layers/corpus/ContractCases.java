package dev.layers.corpus;

import dev.layers.Cardinality;
import dev.layers.ServiceContract;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What breaks the contract: providers are missing or too many, the contract is bundled or not read. */
final class ContractCases {
    private ContractCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(missing(), optional(), surplus(), bundledModule(), bundledPackages(), unread())
                .flatMap(List::stream);
    }

    private static List<BadArtifact> missing() {
        return List.of(
                BadArtifact.of(
                        "a module that provides nothing",
                        (host, directory) -> ModuleSource.module("module chat {}")
                                .type("package acme; public class Chat {}")
                                .toJar(directory.resolve("chat.jar")),
                        "L050 {dir}/chat.jar: module 'chat': provides no 'bot.Command'; wanted a provider of"
                                + " 'bot.Command'; add 'provides ... with ...' to module-info.java, beside which"
                                + " META-INF/services does not count"),
                BadArtifact.of(
                        "a module that provides another service of the contract",
                        (host, directory) -> greeter(host).toJar(directory.resolve("chat.jar")),
                        "L050 {dir}/chat.jar: module 'chat': provides no 'bot.Command'; wanted a provider of"
                                + " 'bot.Command'; add 'provides ... with ...' to module-info.java, beside which"
                                + " META-INF/services does not count"),
                BadArtifact.of(
                        "a module whose provider is named in META-INF/services alone",
                        (host, directory) -> ModuleSource.module("module chat { requires bot.api; }")
                                .type("package acme; public class Chat implements bot.Command {"
                                        + " public String apply(String text) { return text; } }")
                                .service("bot.Command", "acme.Chat")
                                .dependsOn(host.contractJar())
                                .toJar(directory.resolve("chat.jar")),
                        "L050 {dir}/chat.jar: module 'chat': provides no 'bot.Command'; wanted a provider of"
                                + " 'bot.Command'; add 'provides ... with ...' to module-info.java, beside which"
                                + " META-INF/services does not count"),
                BadArtifact.of(
                        "a plain jar that provides a service of its own",
                        (host, directory) -> ModuleSource.plain()
                                .type("package acme; public class Chat implements Runnable { public void run() {} }")
                                .service("java.lang.Runnable", "acme.Chat")
                                .toJar(directory.resolve("chat.jar")),
                        "L050 {dir}/chat.jar: module 'chat': provides no 'bot.Command'; wanted a provider of"
                                + " 'bot.Command'; name one in a file of META-INF/services"),
                BadArtifact.of(
                        "a directory of jars none of which provides anything",
                        (host, directory) -> {
                            Path chat = Files.createDirectory(directory.resolve("chat"));
                            ModuleSource.module("module one {}").toJar(chat.resolve("one.jar"));
                            ModuleSource.module("module two {}").toJar(chat.resolve("two.jar"));
                            return chat;
                        },
                        "L050 {dir}/chat: no module with a provider; wanted a provider of 'bot.Command'; add"
                                + " 'provides ... with ...' to module-info.java, or to a plain jar a file in"
                                + " META-INF/services"));
    }

    private static List<BadArtifact> optional() {
        return List.of(
                BadArtifact.of(
                                "a module without one of two services",
                                (host, directory) -> host.chat("return text;").toJar(directory.resolve("chat.jar")),
                                "L050 {dir}/chat.jar: module 'chat': provides no 'bot.Greeter'; wanted a provider of"
                                        + " 'bot.Greeter'; add 'provides ... with ...' to module-info.java, beside which"
                                        + " META-INF/services does not count")
                        .by((host, good) -> host.manager(ServiceContract.builder()
                                .provides(host.type("bot.Command"))
                                .provides(host.type("bot.Greeter"))
                                .build()))
                        .andThen((host, directory) -> both(host).toJar(directory.resolve("good.jar"))),
                BadArtifact.of(
                                "a module with none of two optional services",
                                (host, directory) ->
                                        ModuleSource.module("module chat {}").toJar(directory.resolve("chat.jar")),
                                "L050 {dir}/chat.jar: module 'chat': provides nothing that the contract names; wanted"
                                        + " a provider of 'bot.Command' or 'bot.Greeter' or 'dev.layers.module.ModuleLifecycle';"
                                        + " add 'provides ... with ...' to module-info.java, beside which META-INF/services does"
                                        + " not count")
                        .by((host, good) -> host.manager(ServiceContract.builder()
                                .provides(host.type("bot.Command"), Cardinality.OPTIONAL)
                                .provides(host.type("bot.Greeter"), Cardinality.OPTIONAL)
                                .build())));
    }

    private static List<BadArtifact> surplus() {
        return List.of(
                BadArtifact.of(
                                "two providers where one is wanted",
                                (host, directory) -> two(host).toJar(directory.resolve("chat.jar")),
                                "L051 {dir}/chat.jar: module 'chat': 2 providers: 'acme.Chat', 'acme.Talk'; wanted one"
                                        + " provider of 'bot.Command'; remove the others from module-info.java or META-INF/services")
                        .by((host, good) -> host.manager(one(host))),
                BadArtifact.of(
                                "a provider in the module and one in its library where one is wanted",
                                (host, directory) -> host.beside(
                                        host.chat("return text;").toJar(directory.resolve("chat.jar")),
                                        ModuleSource.plain()
                                                .type("package talk; public class Talk implements bot.Command {"
                                                        + " public String apply(String text) { return text; } }")
                                                .service("bot.Command", "talk.Talk")
                                                .dependsOn(host.contractJar())
                                                .toJar(directory.resolve("talk.jar"))),
                                "L051 {dir}/chat.jar: module 'chat': 2 providers: 'acme.Chat', 'talk.Talk'; wanted one"
                                        + " provider of 'bot.Command'; remove the others from module-info.java or META-INF/services")
                        .by((host, good) -> host.manager(one(host))));
    }

    private static List<BadArtifact> bundledModule() {
        return List.of(
                BadArtifact.of(
                        "the contract among the private libraries",
                        (host, directory) -> host.beside(
                                host.chat("return text;").toJar(directory.resolve("chat.jar")), host.contractJar()),
                        "L056 {dir}/host/bot-api.jar: module 'bot.api': a module of the contract, which the"
                                + " host has as 'bot.api@2'; wanted the contract of the host alone; remove it; require"
                                + " 'bot.api' and do not pack it"),
                BadArtifact.of(
                        "an old contract among the jars of a directory",
                        (host, directory) -> {
                            Path chat = Files.createDirectory(directory.resolve("chat"));
                            host.chat("return text;").toJar(chat.resolve("chat.jar"));
                            Files.copy(host.oldContract(), chat.resolve("bot-api.jar"));
                            return chat;
                        },
                        "L056 {dir}/chat/bot-api.jar: module 'bot.api': a module of the contract, which the"
                                + " host has as 'bot.api@2'; wanted the contract of the host alone; remove it; require"
                                + " 'bot.api' and do not pack it"),
                BadArtifact.of(
                        "the contract among the private libraries, without its descriptor",
                        (host, directory) -> host.beside(
                                host.plainChat("return text;").toJar(directory.resolve("chat.jar")),
                                Entries.of(CorpusHost.contractBytes())
                                        .without("module-info.class")
                                        .writeTo(directory.resolve("bot-api-1.0.jar"))),
                        "L056 {dir}/bot-api-1.0.jar: module 'bot.api': a module of the contract, which the"
                                + " host has as 'bot.api@2'; wanted the contract of the host alone; remove it; require"
                                + " 'bot.api' and do not pack it"));
    }

    private static List<BadArtifact> bundledPackages() {
        return List.of(
                BadArtifact.of(
                        "the contract packed into a plain jar",
                        (host, directory) -> packed(host.plainChat("return text;"), directory.resolve("chat.jar")),
                        "L057 {dir}/chat.jar: module 'chat': contains package 'bot' of 'bot.api@2'; wanted the"
                                + " contract of the host alone; remove the package; compile against 'bot.api' and do not"
                                + " pack it"),
                BadArtifact.of(
                        "the contract packed into a module that requires it",
                        (host, directory) -> packed(host.chat("return text;"), directory.resolve("chat.jar")),
                        "L057 {dir}/chat.jar: module 'chat': contains package 'bot' of 'bot.api@2'; wanted the"
                                + " contract of the host alone; remove the package; compile against 'bot.api' and do not"
                                + " pack it"),
                BadArtifact.of(
                        "a resource in a package of the contract",
                        (host, directory) -> host.chat("return text;")
                                .resource("bot/words.properties", "")
                                .toJar(directory.resolve("chat.jar")),
                        "L057 {dir}/chat.jar: module 'chat': contains package 'bot' of 'bot.api@2'; wanted the"
                                + " contract of the host alone; remove the package; compile against 'bot.api' and do not"
                                + " pack it"),
                BadArtifact.of(
                        "the contract packed into a private library, and a required module that is nowhere",
                        (host, directory) -> {
                            Path stub = ModuleSource.module("module org.words {}")
                                    .toJar(directory.resolve("stub/words.jar"));
                            Path chat = host.chat("requires org.words;", "return text;")
                                    .dependsOn(stub)
                                    .toJar(directory.resolve("chat.jar"));
                            return host.beside(chat, packed(ModuleSource.plain(), directory.resolve("words.jar")));
                        },
                        "L040 {dir}/chat.jar: module 'chat': requires 'org.words', and no module of that"
                                + " name is loaded; wanted module 'org.words' with the module, in the host or loaded; load"
                                + " it first or put it into the same set, bring it as a private library, or remove the"
                                + " 'requires'",
                        "L057 {dir}/words.jar: module 'words': contains package 'bot' of 'bot.api@2'; wanted"
                                + " the contract of the host alone; remove the package; compile against 'bot.api' and do"
                                + " not pack it"));
    }

    private static List<BadArtifact> unread() {
        return List.of(BadArtifact.of(
                "a module that does not read the contract any longer",
                (host, directory) -> {
                    Path transitive = ModuleSource.module("module org.words { requires transitive bot.api; }")
                            .dependsOn(host.contractJar())
                            .toJar(directory.resolve("stub/words.jar"));
                    Path chat = ModuleSource.module(
                                    "module chat { requires org.words; uses bot.Room; provides bot.Command with acme.Chat; }")
                            .type("package acme; public class Chat implements bot.Command {"
                                    + " public String apply(String text) { return text; } }")
                            .dependsOn(host.contractJar(), transitive)
                            .toJar(directory.resolve("chat.jar"));
                    return host.beside(
                            chat, ModuleSource.module("module org.words {}").toJar(directory.resolve("words.jar")));
                },
                "L058 {dir}/chat.jar: module 'chat': provides 'bot.Command' and does not read"
                        + " 'bot.api'; wanted 'requires bot.api' in the descriptor; add it to module-info.java",
                "L058 {dir}/chat.jar: module 'chat': uses 'bot.Room' and does not read 'bot.api';"
                        + " wanted 'requires bot.api' in the descriptor; add it to module-info.java"));
    }

    private static ModuleSource greeter(CorpusHost host) {
        return ModuleSource.module("module chat { requires bot.api; provides bot.Greeter with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Greeter {"
                        + " public String greet(String name) { return name; } }")
                .dependsOn(host.contractJar());
    }

    private static ModuleSource both(CorpusHost host) {
        return host.chat("provides bot.Greeter with acme.Polite;", "return \"good \" + text;")
                .type("package acme; public class Polite implements bot.Greeter {"
                        + " public String greet(String name) { return name; } }");
    }

    private static ModuleSource two(CorpusHost host) {
        String chat = " implements bot.Command { public String apply(String text) { return text; } }";
        return ModuleSource.module("module chat { requires bot.api; provides bot.Command with acme.Chat, acme.Talk; }")
                .type("package acme; public class Chat" + chat)
                .type("package acme; public class Talk" + chat)
                .dependsOn(host.contractJar());
    }

    private static ServiceContract one(CorpusHost host) {
        return ServiceContract.builder()
                .provides(host.type("bot.Command"), Cardinality.ONE)
                .build();
    }

    private static Path packed(ModuleSource source, Path jar) throws Exception {
        Entries contract = Entries.of(CorpusHost.contractBytes());
        Entries entries = Entries.of(source);
        for (String type : List.of("bot/Command.class", "bot/Greeter.class", "bot/hidden/Secret.class")) {
            entries = entries.with(type, contract.of(type));
        }
        return entries.writeTo(jar);
    }
}
