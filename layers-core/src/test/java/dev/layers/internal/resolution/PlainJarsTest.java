package dev.layers.internal.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.internal.layer.ClassTransform;
import dev.layers.internal.layer.GenerationLayer;
import dev.layers.internal.layer.HostSide;
import dev.layers.internal.snapshot.Snapshot;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/** Modules that bring a library of which the host has another version. */
class PlainJarsTest {
    private static final String MAIN = """
            package acme.chat;
            public class Chat implements java.util.function.Supplier<Object>, acme.api.Greeter {
                public Object get() { return org.gson.Gson.name() + " and " + acme.util.Util.name(); }
            }
            """;
    private static final String API = "package acme.api; public interface Greeter {}";
    private static final String UTIL =
            "package acme.util; public class Util { public static String name() { return \"util of the host\"; } }";

    @TempDir
    Path directory;

    private HostSide host;

    @BeforeEach
    void startHost() throws Exception {
        Path modules = Files.createDirectory(directory.resolve("host"));
        TestJar.empty().source("module acme.api { exports acme.api; }", API).writeTo(modules.resolve("api.jar"));
        TestJar.empty().source("module acme.util { exports acme.util; }", UTIL).writeTo(modules.resolve("util.jar"));
        TestJar.empty()
                .source("module org.gson { exports org.gson; }", gson("host"))
                .writeTo(modules.resolve("gson.jar"));
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(modules), ModuleFinder.of(), Set.of("acme.api", "acme.util", "org.gson"));
        ModuleLayer layer = ModuleLayer.boot().defineModulesWithOneLoader(configuration, null);
        host = HostSide.of(List.of(layer.findLoader("acme.api").loadClass("acme.api.Greeter"), Supplier.class));
    }

    @Test
    void plainJars_useTheLibraryTheyBring() throws Exception {
        assertThat(result(plainMain(), plainGson("org.gson"))).isEqualTo("gson of the module and util of the host");
    }

    @Test
    void libraryOfAnotherName_winsByItsPackage() throws Exception {
        assertThat(result(plainMain(), plainGson("gson.fork"))).isEqualTo("gson of the module and util of the host");
    }

    @Test
    void libraryWithADescriptor_winsToo() throws Exception {
        Path gson = TestJar.empty()
                .source("module org.gson { exports org.gson; }", gson("module"))
                .writeTo(directory.resolve("gson.jar"));

        assertThat(result(plainMain(), gson)).isEqualTo("gson of the module and util of the host");
    }

    @Test
    void moduleWithADescriptor_usesThePlainJarItBrings() throws Exception {
        Path main = plainClasses().entry("module-info.class", moduleInfo()).writeTo(directory.resolve("chat.jar"));

        assertThat(result(main, plainGson("org.gson"))).isEqualTo("gson of the module and util of the host");
    }

    @Test
    void withoutConflict_automaticModulesStayAutomatic() throws Exception {
        Resolved resolved = resolution(plainMain()).resolve();

        assertThat(resolved.readsAll()).isEmpty();
        assertThat(descriptor(resolved, "acme.chat").isAutomatic()).isTrue();
        assertThat(call(resolved)).isEqualTo("gson of the host and util of the host");
    }

    @Test
    void descriptorThatStandsIn_keepsWhatTheJarSays() throws Exception {
        Resolved resolved = resolution(plainMain(), plainGson("org.gson")).resolve();

        assertThat(resolved.readsAll()).containsExactlyInAnyOrder("acme.chat", "org.gson");
        ModuleDescriptor chat = descriptor(resolved, "acme.chat");
        assertThat(chat.isOpen()).isTrue();
        assertThat(chat.packages()).containsExactly("acme.chat");
        assertThat(chat.version()).map(Object::toString).hasValue("1.2");
        assertThat(chat.exports()).extracting(ModuleDescriptor.Exports::source).containsExactly("acme.chat");
        assertThat(chat.provides())
                .extracting(ModuleDescriptor.Provides::service)
                .containsExactlyInAnyOrder("java.util.function.Supplier", "acme.api.Greeter");
        assertThat(chat.requires())
                .extracting(ModuleDescriptor.Requires::name)
                .contains("java.base", "acme.api", "java.xml")
                .doesNotContain("org.gson", "acme.util");
    }

    @Test
    void serviceThatTheHostUses_isUsedWhereADescriptorStandsIn() throws Exception {
        assertThat(loads("java.nio.file.spi.FileSystemProvider")).isEqualTo("loaded");
        assertThat(loads("javax.xml.parsers.SAXParserFactory")).isEqualTo("loaded");
    }

    @Test
    void serviceThatOnlyTheJarKnows_isUsedWhereADescriptorStandsIn() throws Exception {
        assertThat(loads("acme.api.Greeter")).isEqualTo("loaded");
        assertThat(loads("acme.util.Util")).isEqualTo("loaded");
        assertThat(loads("java.util.Comparator")).isEqualTo("loaded");
    }

    @Test
    void serviceThatIsHandedToALibrary_isUsedByIt() throws Exception {
        String loading = """
                package acme.load;
                public class Loading {
                    public static int count(Class<?> type) {
                        int count = 0;
                        for (Object each : java.util.ServiceLoader.load(type)) count++;
                        return count;
                    }
                }
                """;
        String main = """
                package acme.chat;
                public class Chat implements java.util.function.Supplier<Object> {
                    public Object get() { return acme.load.Loading.count(java.util.Comparator.class); }
                }
                """;
        TestJar both = TestJar.empty().source(main, loading);
        Path library = TestJar.empty()
                .entry("acme/load/Loading.class", both.entry("acme/load/Loading.class"))
                .writeTo(directory.resolve("acme.load.jar"));

        assertThat(result(plain(both.entry("acme/chat/Chat.class")), library, plainGson("org.gson")))
                .isEqualTo(0);
    }

    @Test
    void usesOfEachOther_makeNoCycle() throws Exception {
        String first = "package acme.chat; public class Chat implements java.util.function.Supplier<Object> {"
                + " public Object get() { return java.util.ServiceLoader.load(acme.words.Words.class).findFirst(); } }";
        String second = "package acme.words; public class Words {"
                + " public Object get() { return java.util.ServiceLoader.load(acme.chat.Chat.class); } }";
        TestJar both = TestJar.empty().source(first, second);
        Path words = TestJar.empty()
                .entry("acme/words/Words.class", both.entry("acme/words/Words.class"))
                .writeTo(directory.resolve("acme.words.jar"));

        assertThat(result(plain(both.entry("acme/chat/Chat.class")), words, plainGson("org.gson")))
                .isEqualTo(Optional.empty());
    }

    private Object loads(String service) throws Exception {
        TestJar classes = TestJar.empty().source(API, UTIL, """
                package acme.chat;
                public class Chat implements java.util.function.Supplier<Object> {
                    public Object get() {
                        java.util.ServiceLoader.load(%s.class).stream().count();
                        return "loaded";
                    }
                }
                """.formatted(service));
        return result(plain(classes.entry("acme/chat/Chat.class")), plainGson("org.gson"));
    }

    private Path plain(byte[] chat) throws Exception {
        return TestJar.empty()
                .entry("acme/chat/Chat.class", chat)
                .entry("META-INF/services/java.util.function.Supplier", "acme.chat.Chat")
                .writeTo(directory.resolve("acme.chat.jar"));
    }

    @Test
    void plainJars_readAllButWhatIsInConflict() throws Exception {
        Resolved resolved = resolution(plainMain(), plainGson("org.gson")).resolve();
        GenerationLayer layer = define(resolved);

        Module chat = layer.loader().loadClass("acme.chat.Chat").getModule();

        assertThat(chat.canRead(module("org.gson"))).isFalse();
        assertThat(chat.canRead(module("acme.util"))).isTrue();
        assertThat(chat.canRead(Object.class.getModule())).isTrue();
        assertThat(chat.canRead(chat.getLayer().findModule("org.gson").orElseThrow()))
                .isTrue();
        assertThat(chat.canRead(ClassLoader.getSystemClassLoader().getUnnamedModule()))
                .isTrue();
        assertThat(chat.isOpen("acme.chat", Object.class.getModule())).isTrue();
    }

    @Test
    void serviceOfNobody_isLeftOut() throws Exception {
        Path main = plainClasses()
                .entry("META-INF/services/java.util.function.Supplier", "acme.chat.Chat")
                .entry("META-INF/services/web.Starter", "acme.chat.Chat")
                .writeTo(directory.resolve("acme.chat.jar"));

        assertThat(result(main, plainGson("org.gson"))).isEqualTo("gson of the module and util of the host");
    }

    /** The price of a descriptor: an automatic module would have had its constructor called. */
    @Test
    void providerMethod_isCalledWhereADescriptorStandsIn() throws Exception {
        TestJar classes =
                TestJar.empty().source("""
                        package acme.chat;
                        public class Chat implements java.util.function.Supplier<Object> {
                            public static Chat provider() { return new Chat() { public Object get() { return "method"; } }; }
                            public Object get() { return "constructor"; }
                        }
                        """).entry("META-INF/services/java.util.function.Supplier", "acme.chat.Chat");
        Path main = classes.writeTo(directory.resolve("acme.chat.jar"));

        assertThat(result(main)).isEqualTo("constructor");
        assertThat(result(main, plainGson("org.gson"))).isEqualTo("method");
    }

    private Module module(String name) {
        return hostModule(host.contract().get(0).loader(), name).orElseThrow();
    }

    private static Optional<Module> hostModule(ClassLoader loader, String name) {
        try {
            return loader.loadClass("acme.api.Greeter").getModule().getLayer().findModule(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object result(Path main, Path... libraries) throws Exception {
        return call(resolution(main, libraries).resolve());
    }

    @SuppressWarnings("rawtypes")
    private Object call(Resolved resolved) throws Exception {
        List<ServiceLoader.Provider<Supplier>> providers = define(resolved).providers(Supplier.class);
        return providers.get(0).get().get();
    }

    private GenerationLayer define(Resolved resolved) throws Exception {
        return GenerationLayer.define(
                new GenerationLayer.Plan(
                        "acme.chat", 1, resolved.configuration(), resolved.readsAll(), ClassTransform.none()),
                host);
    }

    private Resolution resolution(Path main, Path... libraries) throws Exception {
        Snapshot snapshot = Snapshots.take(main, libraries);
        Resolution resolution = new Resolution(
                "acme.chat",
                snapshot.findAll(),
                HostModules.of(host.configurations(), host.contract()),
                new Terms(List.of(), Optional.empty(), false));
        assertThat(resolution.check()).isEmpty();
        return resolution;
    }

    private static ModuleDescriptor descriptor(Resolved resolved, String name) {
        return resolved.configuration()
                .findModule(name)
                .orElseThrow()
                .reference()
                .descriptor();
    }

    private Path plainMain() throws Exception {
        return plainClasses()
                .entry("META-INF/services/java.util.function.Supplier", "acme.chat.Chat")
                .entry("META-INF/services/acme.api.Greeter", "acme.chat.Chat")
                .writeTo(directory.resolve("acme.chat-1.2.jar"));
    }

    /** Compiled together with what it uses, then left alone. */
    private static TestJar plainClasses() {
        byte[] chat = TestJar.empty().source(MAIN, API, UTIL, gson("nobody")).entry("acme/chat/Chat.class");
        return TestJar.empty().entry("acme/chat/Chat.class", chat);
    }

    private static byte[] moduleInfo() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
        ModuleVisitor module = writer.visitModule("acme.chat", 0, null);
        module.visitRequire("java.base", Opcodes.ACC_MANDATED, null);
        List.of("acme.api", "acme.util", "org.gson").forEach(name -> module.visitRequire(name, 0, null));
        module.visitProvide("java/util/function/Supplier", "acme/chat/Chat");
        module.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private Path plainGson(String name) throws Exception {
        return TestJar.empty()
                .source(gson("module"))
                .manifest("Automatic-Module-Name: " + name)
                .writeTo(directory.resolve("gson.jar"));
    }

    private static String gson(String owner) {
        return "package org.gson; public class Gson { public static String name() { return \"gson of the " + owner
                + "\"; } }";
    }
}
