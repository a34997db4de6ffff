package dev.layers.corpus;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with descriptors, provider configuration files and manifests. */
final class DescriptorCases {
    private static final String CHAT = "acme/Chat.class";
    private static final String MODULE_INFO = "module-info.class";
    private static final String SERVICES = "META-INF/services/bot.Command";

    private DescriptorCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(noModule(), descriptors(), names(), services(), manifests())
                .flatMap(List::stream);
    }

    private static List<BadArtifact> noModule() {
        return List.of(
                ChangedJar.plain(
                        "a jar without descriptor and services",
                        good -> good.without(SERVICES),
                        "L018 {dir}/chat.jar: neither module-info.class nor a file in META-INF/services;"
                                + " wanted module-info.class, or files in META-INF/services; add a module descriptor, or"
                                + " name the providers in META-INF/services"),
                ChangedJar.modular(
                        "a jar without anything",
                        good -> good.without(CHAT).without(MODULE_INFO),
                        "L018 {dir}/chat.jar: neither module-info.class nor a file in META-INF/services;"
                                + " wanted module-info.class, or files in META-INF/services; add a module descriptor, or"
                                + " name the providers in META-INF/services"),
                BadArtifact.of(
                        "an empty directory",
                        (host, directory) -> Files.createDirectory(directory.resolve("chat")),
                        "L018 {dir}/chat: neither a jar nor module-info.class nor META-INF/services; wanted"
                                + " module-info.class, or files in META-INF/services; add a module descriptor, or name"
                                + " the providers in META-INF/services"),
                BadArtifact.of(
                        "a directory of classes without descriptor and services",
                        (host, directory) -> ModuleSource.plain()
                                .type("package acme; class Chat {}")
                                .toDirectory(directory.resolve("chat")),
                        "L018 {dir}/chat: neither a jar nor module-info.class nor META-INF/services; wanted"
                                + " module-info.class, or files in META-INF/services; add a module descriptor, or name"
                                + " the providers in META-INF/services"),
                BadArtifact.of(
                        "a directory of jars without descriptor and services",
                        (host, directory) -> {
                            Path chat = Files.createDirectory(directory.resolve("chat"));
                            ModuleSource.plain()
                                    .type("package acme; class Chat {}")
                                    .toJar(chat.resolve("chat.jar"));
                            ModuleSource.plain()
                                    .type("package acme.more; class Chat {}")
                                    .toJar(chat.resolve("more.jar"));
                            return chat;
                        },
                        "L018 {dir}/chat: neither module-info.class nor a file in META-INF/services; wanted"
                                + " module-info.class, or files in META-INF/services; add a module descriptor, or name"
                                + " the providers in META-INF/services"),
                BadArtifact.of(
                        "a library directory without jar and class",
                        (host, directory) -> host.beside(
                                host.chat("return text;").toJar(directory.resolve("chat.jar")),
                                Files.createDirectory(directory.resolve("libraries"))),
                        "L018 {dir}/libraries: neither a jar nor a class file nor META-INF/MANIFEST.MF; wanted"
                                + " jars, class files or a manifest in a private library; add META-INF/MANIFEST.MF if"
                                + " its resources are the library, or do not name it as one"));
    }

    private static List<BadArtifact> descriptors() {
        return List.of(
                ChangedJar.modular(
                        "a descriptor that is no class file",
                        good -> good.with(MODULE_INFO, "module chat {}"),
                        "L019 {dir}/chat.jar: its module descriptor is not valid: Bad magic number; wanted a"
                                + " valid module descriptor; correct it and build again"),
                ChangedJar.modular(
                        "a descriptor that is another class",
                        good -> good.with(MODULE_INFO, good.of(CHAT)),
                        "L019 {dir}/chat.jar: its module descriptor is not valid: access_flags should be"
                                + " ACC_MODULE; wanted a valid module descriptor; correct it and build again"),
                ChangedJar.modular(
                        "an empty descriptor",
                        good -> good.with(MODULE_INFO, ""),
                        "L019 {dir}/chat.jar: its module descriptor is not valid: Truncated module-info.class;"
                                + " wanted a valid module descriptor; correct it and build again"),
                ChangedJar.modular(
                        "a descriptor that is cut short",
                        good -> good.with(MODULE_INFO, Arrays.copyOf(good.of(MODULE_INFO), 60)),
                        "L019 {dir}/chat.jar: its module descriptor is not valid: Truncated module-info.class;"
                                + " wanted a valid module descriptor; correct it and build again"),
                BadArtifact.of(
                        "a descriptor that exports a package which is not there",
                        (host, directory) -> Entries.of(host.chat("exports acme.more;", "return text;")
                                        .type("package acme.more; public class More {}"))
                                .without("acme/more/More.class")
                                .writeTo(directory.resolve("chat.jar")),
                        "L019 {dir}/chat.jar: its module descriptor is not valid: Package acme.more not found"
                                + " in module; wanted a valid module descriptor; correct it and build again"),
                ChangedJar.modular(
                        "a descriptor whose provider's package is not there",
                        good -> good.without(CHAT),
                        "L019 {dir}/chat.jar: its module descriptor is not valid: Package acme not found in"
                                + " module; wanted a valid module descriptor; correct it and build again"),
                ChangedJar.modular(
                        "a class in the unnamed package of a module",
                        good -> good.with("Main.class", good.of(CHAT)),
                        "L019 {dir}/chat.jar: 'Main.class' lies in the unnamed package, which a module cannot"
                                + " have; wanted classes in named packages; give it a package, or leave it out"));
    }

    private static List<BadArtifact> names() {
        return List.of(
                ChangedJar.plain(
                        "a file name that gives no module name",
                        "42.jar",
                        good -> good,
                        "L019 {dir}/42.jar: no module name can be derived from '42.jar': '42' is not a Java"
                                + " identifier; wanted a file name that gives a module name, or Automatic-Module-Name in"
                                + " the manifest; rename the file, or state Automatic-Module-Name"),
                ChangedJar.plain(
                        "a file name with a reserved word",
                        "chat-new-api.jar",
                        good -> good,
                        "L019 {dir}/chat-new-api.jar: no module name can be derived from 'chat-new-api.jar':"
                                + " 'new' is not a Java identifier; wanted a file name that gives a module name, or"
                                + " Automatic-Module-Name in the manifest; rename the file, or state Automatic-Module-Name"),
                ChangedJar.plain(
                        "a file name without letters",
                        "___.jar",
                        good -> good,
                        "L019 {dir}/___.jar: no module name can be derived from '___.jar': '' is not a Java"
                                + " identifier; wanted a file name that gives a module name, or Automatic-Module-Name in"
                                + " the manifest; rename the file, or state Automatic-Module-Name"),
                ChangedJar.plain(
                        "a manifest whose module name is none",
                        good -> good.with(
                                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nAutomatic-Module-Name: acme-chat\n\n"),
                        "L019 {dir}/chat.jar: 'Automatic-Module-Name: acme-chat' in its manifest: 'acme-chat'"
                                + " is not a Java identifier; wanted a module name of Java identifiers with '.' between"
                                + " them; correct the manifest"),
                ChangedJar.plain(
                        "a manifest whose module name is empty",
                        good -> good.with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nAutomatic-Module-Name: \n\n"),
                        "L019 {dir}/chat.jar: 'Automatic-Module-Name: ' in its manifest: '' is not a Java"
                                + " identifier; wanted a module name of Java identifiers with '.' between them; correct"
                                + " the manifest"));
    }

    private static List<BadArtifact> services() {
        return List.of(
                ChangedJar.plain(
                        "a provider in a package that is not there",
                        good -> good.with(SERVICES, "acme.plugin.Chat\n"),
                        "L020 {dir}/chat.jar: 'META-INF/services/bot.Command' names 'acme.plugin.Chat', which"
                                + " is not in the artifact; wanted the names of provider classes of this artifact;"
                                + " correct the file and build again"),
                ChangedJar.plain(
                        "a provider that is a path",
                        good -> good.with(SERVICES, "acme/Chat.class\n"),
                        "L020 {dir}/chat.jar: 'META-INF/services/bot.Command' names 'acme/Chat.class', which"
                                + " is not in the artifact; wanted the names of provider classes of this artifact;"
                                + " correct the file and build again"),
                ChangedJar.plain(
                        "two providers in one line",
                        good -> good.with(SERVICES, "acme.Chat, acme.Chat\n"),
                        "L020 {dir}/chat.jar: 'META-INF/services/bot.Command' names 'acme.Chat, acme.Chat',"
                                + " which is not in the artifact; wanted the names of provider classes of this artifact;"
                                + " correct the file and build again"),
                ChangedJar.plain(
                        "a provider without a package",
                        good -> good.with(SERVICES, "Chat\n"),
                        "L020 {dir}/chat.jar: 'META-INF/services/bot.Command' names 'Chat', which is in no"
                                + " package; wanted the names of provider classes of this artifact; correct the"
                                + " file and build again"),
                ChangedJar.plain(
                        "a provider that is a keyword",
                        good -> good.with(SERVICES, "acme.class\n"),
                        "L020 {dir}/chat.jar: 'META-INF/services/bot.Command' is not valid: acme.class:"
                                + " Invalid service provider name: 'class' is not a Java identifier; wanted the names of"
                                + " provider classes of this artifact; correct the file and build again"),
                ChangedJar.plain(
                        "a file of services that names nobody",
                        good -> good.with(SERVICES, "# acme.Chat\n"),
                        "L050 {dir}/chat.jar: module 'chat': provides no 'bot.Command'; wanted a provider of"
                                + " 'bot.Command'; name one in a file of META-INF/services"),
                ChangedJar.plain(
                        "a byte order mark before the provider",
                        good -> good.with(SERVICES, "\uFEFFacme.Chat\n"),
                        "L020 {dir}/chat.jar: 'META-INF/services/bot.Command' names '\\ufeffacme.Chat', which"
                                + " is not in the artifact; wanted the names of provider classes of this artifact;"
                                + " correct the file and build again"),
                ChangedJar.plain(
                        "two wrong files of services",
                        good -> good.with(SERVICES, "acme.other.Chat\n")
                                .with("META-INF/services/bot.Greeter", "Greeter"),
                        "L020 {dir}/chat.jar: 'META-INF/services/bot.Command' names 'acme.other.Chat', which"
                                + " is not in the artifact; wanted the names of provider classes of this artifact;"
                                + " correct the file and build again",
                        "L020 {dir}/chat.jar: 'META-INF/services/bot.Greeter' names 'Greeter', which is in no"
                                + " package; wanted the names of provider classes of this artifact; correct the"
                                + " file and build again"));
    }

    private static List<BadArtifact> manifests() {
        return List.of(
                ChangedJar.plain(
                        "a manifest line without colon",
                        good -> good.with("META-INF/MANIFEST.MF", "Manifest-Version\n"),
                        "L021 {dir}/chat.jar: its manifest cannot be parsed: invalid header field (line 1);"
                                + " wanted a valid manifest; correct it and build again"),
                ChangedJar.modular(
                        "a manifest whose attribute is no name",
                        good -> good.with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nÜber Namen: 1\n"),
                        "L021 {dir}/chat.jar: its manifest cannot be parsed: invalid header field name: Über"
                                + " Namen (line 2); wanted a valid manifest; correct it and build again"),
                ChangedJar.modular(
                        "a manifest that begins with a continuation",
                        good -> good.with("META-INF/MANIFEST.MF", " Manifest-Version: 1.0\n"),
                        "L021 {dir}/chat.jar: its manifest cannot be parsed: misplaced continuation line (line"
                                + " 1); wanted a valid manifest; correct it and build again"));
    }
}
