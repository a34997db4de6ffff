package dev.layers.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.internal.snapshot.Snapshot;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("rawtypes")
class HostSideTest {
    private static final TestJar API = TestJar.empty()
            .source(
                    "module acme.api { exports acme.api; }",
                    "package acme.api; public interface Greeter { String greet(); }",
                    "package acme.inner; public class Secret {}");
    /** Compiled together with a copy of the contract, then left alone. */
    private static final TestJar CHAT = TestJar.empty()
            .entry(
                    "module-info.class",
                    TestJar.empty()
                            .source(
                                    "module acme.chat { provides java.util.concurrent.Callable with acme.chat.Polite; }",
                                    """
                                    package acme.chat;
                                    public class Polite implements java.util.concurrent.Callable<Object> {
                                        public Object call() { return null; }
                                    }
                                    """)
                            .entry("module-info.class"))
            .entry(
                    "acme/chat/Polite.class",
                    TestJar.empty()
                            .source("package acme.api; public interface Greeter { String greet(); }", """
                                    package acme.chat;
                                    public class Polite
                                            implements acme.api.Greeter, java.util.concurrent.Callable<Object> {
                                        public String greet() { return "Hello"; }
                                        public Object call() { return this; }
                                    }
                                    """)
                            .entry("acme/chat/Polite.class"));

    @TempDir
    Path directory;

    private Path api;
    private Path chat;

    @BeforeEach
    void write() throws Exception {
        api = API.writeTo(directory.resolve("acme-api.jar"));
        chat = CHAT.writeTo(directory.resolve("chat.jar"));
    }

    @Test
    void typesOfTheBootLayer_needNothingElse() {
        HostSide host = HostSide.of(List.of(Callable.class, GenerationLayer.class));

        assertThat(host.parents()).containsExactly(ModuleLayer.boot());
        assertThat(host.configurations()).containsExactly(ModuleLayer.boot().configuration());
        assertThat(host.unnamed()).isEmpty();
        assertThat(host.fallback()).isSameAs(ClassLoader.getSystemClassLoader());
        assertThat(host.loader("acme.api")).isSameAs(host.fallback());
    }

    @Test
    void typeOfALayer_bringsThatLayerAndItsLoader() throws Exception {
        Class<?> greeter = inALayer();

        HostSide host = HostSide.of(List.of(Callable.class, greeter));

        assertThat(host.parents())
                .containsExactlyInAnyOrder(
                        ModuleLayer.boot(), greeter.getModule().getLayer());
        assertThat(host.loader("acme.api")).isSameAs(greeter.getClassLoader());
        assertThat(host.loader("acme.inner")).isSameAs(greeter.getClassLoader());
        assertThat(host.loader("acme.other")).isSameAs(host.fallback());
        assertThat(host.unnamed()).isEmpty();
    }

    @Test
    void typeOnTheClassPath_bringsADescriptorWithoutClasses() throws Exception {
        Class<?> greeter = onTheClassPath();

        HostSide host = HostSide.of(List.of(greeter));

        assertThat(host.unnamed()).containsExactly(greeter.getClassLoader().getUnnamedModule());
        assertThat(host.loader("acme.api")).isSameAs(greeter.getClassLoader());
        assertThat(host.parents()).singleElement().satisfies(parent -> {
            assertThat(names(parent)).containsExactly("acme.api");
            assertThat(parent.parents()).containsExactly(ModuleLayer.boot());
            assertThat(parent.findModule("acme.api").orElseThrow().isExported("acme.api"))
                    .isTrue();
        });
    }

    @Test
    void artifactThatIsNoModule_isDescribedAsAnAutomaticOne() throws Exception {
        Path plain = TestJar.empty()
                .entry("acme/api/Greeter.class", API.entry("acme/api/Greeter.class"))
                .writeTo(directory.resolve("plain-api-1.0.jar"));

        HostSide host = HostSide.of(List.of(onTheClassPath(plain)));

        assertThat(host.parents()).singleElement().satisfies(parent -> {
            assertThat(names(parent)).containsExactly("plain.api");
            assertThat(parent.findModule("plain.api")
                            .orElseThrow()
                            .getDescriptor()
                            .isAutomatic())
                    .isTrue();
        });
    }

    @Test
    void classesInADirectoryThatIsNoModule_areDescribedAllTheSame() throws Exception {
        Class<?> greeter = onTheClassPath(plainClasses("main-1.0"));

        HostSide host = HostSide.of(List.of(greeter));

        assertThat(host.parents())
                .singleElement()
                .satisfies(parent -> assertThat(names(parent)).containsExactly("host.main"));
        assertThat(host.loader("acme.api")).isSameAs(greeter.getClassLoader());
        assertThat(host.contract()).singleElement().satisfies(module -> {
            assertThat(module.text()).isEqualTo("'host.main'");
            assertThat(module.exported()).containsExactlyInAnyOrder("acme.api", "acme.inner");
            assertThat(module.reserved()).containsExactly("acme.api");
            assertThat(module.loader()).isSameAs(greeter.getClassLoader());
        });
    }

    @Test
    void directoriesOfTwoLoaders_areTwoModules() throws Exception {
        Class<?> one = onTheClassPath(plainClasses("classes"));
        Path other = TestJar.empty()
                .source("package acme.more; public interface More {}", "package acme.far; public class Far {}")
                .writeDirectory(directory.resolve("other/classes"));
        Class<?> two = new URLClassLoader(new URL[] {other.toUri().toURL()}).loadClass("acme.more.More");

        HostSide host = HostSide.of(List.of(one, two));

        assertThat(host.contract())
                .extracting(module -> module.name(), module -> module.loader())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("host.classes", one.getClassLoader()),
                        org.assertj.core.groups.Tuple.tuple("host.classes2", two.getClassLoader()));
        assertThat(host.loader("acme.far")).isSameAs(two.getClassLoader());
    }

    @Test
    void artifactThatIsCalledAsModulesOfTheJdkAre_isShared() throws Exception {
        Path json = TestJar.empty()
                .entry("acme/api/Greeter.class", API.entry("acme/api/Greeter.class"))
                .writeTo(directory.resolve("java-json-1.1.jar"));

        assertThat(HostSide.of(List.of(onTheClassPath(json))).contract())
                .extracting(module -> module.text())
                .containsExactly("'java.json@1.1'");
    }

    @Test
    void jarWithADescriptorThatHidesTheContract_isDescribedTwice() throws Exception {
        Path fat = TestJar.empty()
                .source("module acme.other { exports acme.inner; }", "package acme.inner; public interface Inner {}")
                .entry("acme/api/Greeter.class", API.entry("acme/api/Greeter.class"))
                .writeTo(directory.resolve("fat.jar"));
        URLClassLoader loader = new URLClassLoader(new URL[] {fat.toUri().toURL()});

        HostSide host =
                HostSide.of(List.of(loader.loadClass("acme.inner.Inner"), loader.loadClass("acme.api.Greeter")));

        assertThat(host.contract()).extracting(module -> module.text()).containsExactly("'acme.other'", "'host.fat'");
    }

    private Path plainClasses(String name) throws Exception {
        return TestJar.empty()
                .entry("acme/api/Greeter.class", API.entry("acme/api/Greeter.class"))
                .entry("acme/inner/Secret.class", API.entry("acme/inner/Secret.class"))
                .entry("not-a-package/Secret.class", API.entry("acme/inner/Secret.class"))
                .writeDirectory(directory.resolve(name));
    }

    @Test
    void requiredModuleThatNobodyHas_isLeftOutOfTheDescriptor() throws Exception {
        Path needy = directory.resolve("needy.jar");
        byte[] info = TestJar.empty()
                .source(
                        "module acme.api { requires static java.desktop; exports acme.api; }",
                        "package acme.api; public interface Greeter {}")
                .entry("module-info.class");
        byte[] renamed = new String(info, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("java.desktop", "acme.missing")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        API.entry("module-info.class", renamed).writeTo(needy);

        HostSide host = HostSide.of(List.of(onTheClassPath(needy)));

        assertThat(host.parents()).singleElement().satisfies(parent -> {
            ResolvedModule module =
                    parent.configuration().findModule("acme.api").orElseThrow();
            assertThat(module.reference().descriptor().requires())
                    .extracting(requires -> requires.name())
                    .containsExactly("java.base");
        });
    }

    @Test
    void module_seesTheHostsTypesOnTheClassPath() throws Exception {
        assertThatProviderIsA(onTheClassPath());
    }

    private void assertThatProviderIsA(Class<?> greeter) throws Exception {
        Snapshot snapshot = Snapshots.take(chat);
        HostSide host = HostSide.of(List.of(greeter, Callable.class));
        Configuration configuration =
                Configuration.resolve(snapshot, host.configurations(), ModuleFinder.of(), snapshot.names());
        GenerationLayer layer = GenerationLayer.define(
                new GenerationLayer.Plan("chat", 1, configuration, Set.of(), ClassTransform.none()), host);

        Callable<?> provider = layer.providers(Callable.class).get(0).get();

        assertThat(provider.call()).isInstanceOf(greeter);
        layer.release();
    }

    private Class<?> inALayer() throws ClassNotFoundException {
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(api), ModuleFinder.of(), Set.of("acme.api"));
        return ModuleLayer.boot()
                .defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader())
                .findLoader("acme.api")
                .loadClass("acme.api.Greeter");
    }

    private Class<?> onTheClassPath() throws Exception {
        return onTheClassPath(api);
    }

    private static Class<?> onTheClassPath(Path artifact) throws Exception {
        return new URLClassLoader(new URL[] {artifact.toUri().toURL()}).loadClass("acme.api.Greeter");
    }

    private static List<String> names(ModuleLayer layer) {
        return layer.modules().stream().map(Module::getName).sorted().toList();
    }
}
