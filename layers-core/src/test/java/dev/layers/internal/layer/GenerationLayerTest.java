package dev.layers.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.internal.snapshot.Snapshot;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.PhantomReference;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader.Provider;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("rawtypes")
class GenerationLayerTest {
    private static final TestJar CHAT = TestJar.empty()
            .source(
                    """
                    module acme.chat {
                        opens acme.open;
                        provides java.util.concurrent.Callable with acme.closed.Second, acme.closed.First;
                    }
                    """,
                    """
                    package acme.closed;
                    public class First implements java.util.concurrent.Callable<Object> {
                        public Object call() throws Exception {
                            return new Object[] {
                                getClass().getResource("secret.txt"),
                                getClass().getResource("/acme/open/greeting.txt"),
                                getClass().getClassLoader().getResource("acme/closed/secret.txt")
                            };
                        }
                    }
                    """,
                    """
                    package acme.closed;
                    public class Second implements java.util.concurrent.Callable<Object> {
                        public Object call() throws Exception { return Class.forName("acme.closed.Late"); }
                    }
                    """,
                    "package acme.closed; public class Late {}",
                    "package acme.open; public class Open {}")
            .entry("acme/closed/secret.txt", "secret")
            .entry("acme/open/greeting.txt", "Hello")
            .entry("acme/open/grüße 你好 100%#?+.txt", "Grüße")
            .entry("no-package/notes.txt", "notes")
            .entry("top.txt", "top");

    @TempDir
    Path directory;

    private Path jar;
    private GenerationLayer layer;
    private ClassLoader oracle;

    @BeforeEach
    void define() throws Exception {
        jar = CHAT.writeTo(directory.resolve("chat.jar"));
        layer = layer(Snapshots.take(jar));
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("acme.chat"));
        oracle = ModuleLayer.boot()
                .defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader())
                .findLoader("acme.chat");
    }

    @AfterEach
    void release() throws IOException {
        layer.release();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/closed/secret.txt",
                "acme/closed/First.class",
                "acme/open/greeting.txt",
                "acme/open/Open.class",
                "acme/open/grüße 你好 100%#?+.txt",
                "acme/open/missing.txt",
                "no-package/notes.txt",
                "top.txt",
                "module-info.class",
                "java/lang/Object.class",
                ""
            })
    void resource_isVisibleAsWithTheJdksLoader(String name) throws IOException {
        ClassLoader loader = layer.loader();

        assertThat(content(loader.getResource(name))).isEqualTo(content(oracle.getResource(name)));
        assertThat(Collections.list(loader.getResources(name)))
                .hasSameSizeAs(Collections.list(oracle.getResources(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/closed/secret.txt", "acme/open/greeting.txt", "top.txt", "missing.txt", "/top.txt"})
    void resourceOfTheModule_isThatOfTheJdk(String name) throws Exception {
        Module module = layer.loader().loadClass("acme.open.Open").getModule();
        Module expected = oracle.loadClass("acme.open.Open").getModule();

        assertThat(content(module.getResourceAsStream(name))).isEqualTo(content(expected.getResourceAsStream(name)));
    }

    @Test
    void ownCode_seesItsOwnResources() throws Exception {
        Object[] found = (Object[]) provider("acme.closed.First").call();

        assertThat(found[0]).hasToString("layers:/chat/3/acme.chat/acme/closed/secret.txt");
        assertThat(found[1]).hasToString("layers:/chat/3/acme.chat/acme/open/greeting.txt");
        assertThat(found[2]).isNull();
    }

    @Test
    void resourceUrl_tellsItsLengthAndReadsTwice() throws IOException {
        URL url = layer.loader().getResource("acme/open/greeting.txt");
        URLConnection connection = url.openConnection();

        assertThat(connection.getContentLength()).isEqualTo(5);
        assertThat(connection.getInputStream()).hasContent("Hello");
        assertThat(url.openStream()).hasContent("Hello");
    }

    @Test
    void resourceUrls_areEqualByText() {
        URL url = layer.loader().getResource("acme/open/greeting.txt");

        assertThat(url)
                .isEqualTo(layer.loader().getResource("acme/open/greeting.txt"))
                .hasSameHashCodeAs(layer.loader().getResource("acme/open/greeting.txt"))
                .isNotEqualTo(layer.loader().getResource("top.txt"));
    }

    @Test
    void urlBesideAnother_opens() throws Exception {
        URL url = layer.loader().getResource("acme/open/greeting.txt");

        @SuppressWarnings("deprecation")
        URL other = new URL(url, "../../top.txt");

        assertThat(other.openStream()).hasContent("top");
    }

    @Test
    void urlOfAnotherGeneration_isNotFound() throws Exception {
        URL url = layer.loader().getResource("top.txt");

        @SuppressWarnings("deprecation")
        URL other = new URL(url, "/chat/4/acme.chat/top.txt");

        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(other::openStream)
                .withMessage("layers:/chat/4/acme.chat/top.txt: not a resource of this generation");
    }

    @Test
    void loader_bearsTheNameOfTheGeneration() throws ClassNotFoundException {
        assertThat(layer.loader().getName()).matches("chat#3(@\\d+)?");
        assertThat(layer.loader().loadClass("acme.open.Open").getClassLoader()).isSameAs(layer.loader());
    }

    @Test
    void domain_namesTheArtifactAndNoLoader() throws Exception {
        ProtectionDomain domain = layer.loader().loadClass("acme.open.Open").getProtectionDomain();

        assertThat(domain.getClassLoader()).isNull();
        assertThat(domain.getCodeSource().getLocation()).isEqualTo(jar.toUri().toURL());
        assertThat(domain.getCodeSource().getCertificates()).isNull();
    }

    @Test
    void classesOfTheHost_areDelegated() throws ClassNotFoundException {
        assertThat(layer.loader().loadClass(GenerationLayer.class.getName())).isSameAs(GenerationLayer.class);
        assertThat(layer.loader().loadClass("java.util.List")).isSameAs(List.class);
    }

    @Test
    void missingClass_isNotFound() {
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> layer.loader().loadClass("acme.open.Missing"))
                .withMessage("'acme.open.Missing' in module 'acme.chat' of '"
                        + layer.loader().getName() + "': 'acme/open/Missing.class' not found");
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> layer.loader().loadClass("acme.elsewhere.Missing"))
                .withMessage("acme.elsewhere.Missing");
    }

    @Test
    void forNameInAModule_findsOwnClassesAlone() throws Exception {
        Module module = layer.loader().loadClass("acme.open.Open").getModule();

        assertThat(Class.forName(module, "acme.closed.Late").getModule()).isSameAs(module);
        assertThat(Class.forName(module, "acme.closed.Missing")).isNull();
        assertThat(Class.forName(module, "java.util.List")).isNull();
    }

    @Test
    void providers_comeInTheOrderOfTheDescriptor() {
        assertThat(layer.providers(Callable.class))
                .extracting(provider -> provider.type().getName())
                .containsExactly("acme.closed.Second", "acme.closed.First");
    }

    @Test
    void providersOfTheHost_areLeftOut() {
        getClass().getModule().addUses(java.util.spi.ToolProvider.class);

        assertThat(layer.providers(java.util.spi.ToolProvider.class)).isEmpty();
        assertThat(java.util.ServiceLoader.load(java.util.spi.ToolProvider.class))
                .isNotEmpty();
    }

    @Test
    void traces_leadToLayerAndLoader() {
        ModuleLayer own =
                layer.providers(Callable.class).get(0).type().getModule().getLayer();

        assertThat(layer.traces()).hasSize(3).noneMatch(trace -> trace.refersTo(null));
        assertThat(layer.traces())
                .filteredOn(trace -> trace instanceof WeakReference)
                .extracting(trace -> (Object) trace.get())
                .containsExactly(own, layer.loader());
        assertThat(layer.traces()).anyMatch(trace -> trace instanceof PhantomReference);
    }

    @Test
    void releasedLayer_leadsNowhere() throws IOException {
        layer.release();
        layer.release();

        assertThatIllegalStateException().isThrownBy(() -> layer.loader()).withMessage("The layer was released");
        assertThatIllegalStateException()
                .isThrownBy(() -> layer.providers(Callable.class))
                .withMessage("The layer was released");
        assertThatIllegalStateException().isThrownBy(layer::traces).withMessage("The layer was released");
    }

    @Test
    void classAfterTheRelease_isMissingWithTheReason() throws Exception {
        Callable<?> second = provider("acme.closed.Second");
        String name = layer.loader().getName();

        layer.release();

        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(second::call)
                .withMessage("'acme.closed.Late' in module 'acme.chat' of '" + name + "': the generation was unloaded");
    }

    @Test
    void resourceAfterTheRelease_isGone() throws Exception {
        ClassLoader loader = layer.loader();
        URL url = loader.getResource("acme/open/greeting.txt");

        layer.release();

        assertThat(loader.getResource("acme/open/greeting.txt")).isNull();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(url::openStream)
                .withMessage("the generation was unloaded");
    }

    @Test
    void snapshotLayer_needsItsFileNoLonger() throws Exception {
        java.nio.file.Files.delete(jar);

        assertThat(layer.loader().loadClass("acme.open.Open").getName()).isEqualTo("acme.open.Open");
        assertThat(content(layer.loader().getResource("acme/open/greeting.txt")))
                .isEqualTo("Hello");
    }

    @Test
    void severalModules_shareTheLoaderAndFindEachOthersResources() throws Exception {
        Path fonts = TestJar.empty()
                .source("open module acme.fonts {}", "package acme.fonts; public class Font {}")
                .entry("top.txt", "fonts")
                .writeTo(directory.resolve("fonts.jar"));
        GenerationLayer both = layer(Snapshots.take(jar, fonts));

        Class<?> font = both.loader().loadClass("acme.fonts.Font");

        assertThat(font.getModule().getName()).isEqualTo("acme.fonts");
        assertThat(font.getClassLoader()).isSameAs(both.loader());
        assertThat(Collections.list(both.loader().getResources("top.txt"))).hasSize(2);
        both.release();
    }

    private static GenerationLayer layer(Snapshot snapshot) throws IOException {
        HostSide host = HostSide.of(List.of(Callable.class));
        Configuration configuration =
                Configuration.resolve(snapshot, host.configurations(), ModuleFinder.of(), snapshot.names());
        return GenerationLayer.define(
                new GenerationLayer.Plan("chat", 3, configuration, Set.of(), ClassTransform.none()), host);
    }

    private Callable<?> provider(String type) {
        return layer.providers(Callable.class).stream()
                .filter(provider -> provider.type().getName().equals(type))
                .map(Provider::get)
                .findFirst()
                .orElseThrow();
    }

    private static String content(URL url) throws IOException {
        return url == null ? null : content(url.openStream());
    }

    private static String content(InputStream stream) throws IOException {
        if (stream == null) {
            return null;
        }
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
