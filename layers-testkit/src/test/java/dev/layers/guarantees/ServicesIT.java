package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.Cardinality;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleStartException;
import dev.layers.ModuleUnloadedException;
import dev.layers.PreflightException;
import dev.layers.ProviderMissingException;
import dev.layers.ServiceContract;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hosts get when they ask for one service, perhaps one, or all of them, and how that follows generations. */
class ServicesIT {
    @TempDir
    Path directory;

    private OwnContract own;
    private LayerManager manager;
    private Class<?> talk;
    private Class<?> extra;
    private Path jar;

    @BeforeEach
    void openManager() {
        own = OwnContract.of(
                directory,
                "public interface Talk extends java.util.function.UnaryOperator<String> {}",
                "public interface Extra extends java.util.function.UnaryOperator<String> {}");
        talk = own.type("Talk");
        extra = own.type("Extra");
        manager = OwnContract.manager(ServiceContract.builder()
                        .provides(talk)
                        .provides(extra, Cardinality.OPTIONAL)
                        .build())
                .build();
        jar = directory.resolve("chat.jar");
    }

    @AfterEach
    void closeManager() {
        manager.close();
    }

    @Test
    @DisplayName("G16 An optional service is the same reference at every call, and empty where it is missing")
    void optional_isPresentOrEmpty() {
        LoadedModule module = manager.load(
                chat("own.Talk with acme.A", "own.Extra with acme.A").toJar(jar));
        Object reference = module.optional(extra).orElseThrow();

        assertThat(module.optional(extra).orElseThrow()).isSameAs(reference);
        assertThat(module.service(extra)).isSameAs(reference).isNotSameAs(module.service(talk));
        assertThat(answer(reference)).isEqualTo("A of ");

        chat("own.Talk with acme.A").toJar(jar);
        assertThat(module.reload()).isClean();
        assertThat(module.optional(extra)).isEmpty();
        assertThatExceptionOfType(ProviderMissingException.class)
                .isThrownBy(() -> module.service(extra))
                .withMessage("Module 'chat': no provider of 'own.Extra' in chat#2;"
                        + " ask with optional(...) if it may be missing");
        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(() -> answer(reference))
                .withMessage("Module 'chat#2' does not provide 'acme.A' any longer; ask it for its services");

        chat("own.Talk with acme.A", "own.Extra with acme.A").toJar(jar);
        assertThat(module.reload()).isClean();
        assertThat(module.optional(extra).orElseThrow()).isSameAs(reference);
        assertThat(answer(reference)).isEqualTo("A of ");
    }

    @Test
    @DisplayName("G16 A service outside the contract is the caller's mistake, also where it may be missing")
    void serviceOutsideTheContract_isRefused() {
        LoadedModule module = manager.load(chat("own.Talk with acme.A").toJar(jar));

        Stream.<Runnable>of(
                        () -> module.service(Runnable.class),
                        () -> module.optional(Runnable.class),
                        () -> module.services(Runnable.class),
                        () -> manager.services(Runnable.class))
                .forEach(asking -> assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(asking::run)
                        .withMessage("Service 'java.lang.Runnable' is not provided by the contract;"
                                + " it names [own.Extra, own.Talk]"));
    }

    @Test
    @DisplayName(
            "G16 The list of services follows reloads: providers come, go and change places, and keep their references")
    void services_followReloads() {
        LoadedModule module = manager.load(
                chat("own.Talk with acme.A, acme.B", "own.Extra with acme.B").toJar(jar));
        List<?> services = module.services(talk);
        Object a = services.get(0);
        Object b = services.get(1);
        assertThat(answers(services)).containsExactly("A of ", "B of ");
        assertThat(module.services(extra)).hasSize(1);

        chat("own.Talk with acme.B, acme.C, acme.A").toJar(jar);
        assertThat(module.reload()).isClean();
        assertThat(answers(services)).containsExactly("B of ", "C of ", "A of ");
        assertThat(services.get(0)).isSameAs(b);
        assertThat(services.get(2)).isSameAs(a);
        assertThat(module.service(talk)).isSameAs(b);
        assertThat(module.services(extra)).isEmpty();

        chat("own.Talk with acme.C").toJar(jar);
        assertThat(module.reload()).isClean();
        assertThat(answers(services)).containsExactly("C of ");
    }

    @Test
    @DisplayName("G16 A walk over the list sees the providers of one generation, whatever happens meanwhile")
    void walk_seesOneState() {
        LoadedModule module = manager.load(chat("own.Talk with acme.A, acme.B").toJar(jar));
        List<?> services = module.services(talk);
        Iterator<?> walk = services.iterator();
        Object first = walk.next();

        chat("own.Talk with acme.C").toJar(jar);
        assertThat(module.reload()).isClean();
        List<Object> seen = new ArrayList<>(List.of(first));
        walk.forEachRemaining(seen::add);

        assertThat(seen)
                .hasSize(2)
                .extracting(Object::toString)
                .containsExactly("reference to acme.A of chat#2", "reference to acme.B of chat#2");
        assertThat(answers(services)).containsExactly("C of ");
    }

    @Test
    @DisplayName("G16 The lists cannot be changed, and stay as they were once the module is unloaded")
    void lists_areUnmodifiableAndOutliveTheModule() {
        LoadedModule module = manager.load(chat("own.Talk with acme.A, acme.B").toJar(jar));
        List<?> services = module.services(talk);
        List<?> all = manager.services(talk);
        List<Object> before = List.copyOf(services);

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(services::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> services.remove(0));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> all.remove(0));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> services.subList(0, 1).clear());
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> {
            Iterator<?> walk = services.iterator();
            walk.next();
            walk.remove();
        });
        assertThat(module.unload()).isClean();
        assertThat(List.<Object>copyOf(services)).isEqualTo(before);
        assertThat(all).isEmpty();
        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(() -> answer(services.get(0)))
                .withMessage("Module 'chat#1' was unloaded; load it again and ask for 'acme.A' anew");
        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(() -> module.services(talk))
                .withMessage("Module 'chat#1' was unloaded; load it again and ask for 'own.Talk' anew");
        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(() -> module.optional(extra))
                .withMessage("Module 'chat#1' was unloaded; load it again and ask for 'own.Extra' anew");
    }

    @Test
    @DisplayName("G16 All providers of all modules come in the order of loading, and follow loads, reloads and unloads")
    void servicesOfTheManager_followLoadsAndUnloads() {
        List<?> all = manager.services(talk);
        List<?> some = manager.services(talk, name -> name.startsWith("c"));
        assertThat(all).isEmpty();
        LoadedModule zulu = load("zulu", "own.Talk with acme.A, acme.B");
        LoadedModule chat = load("chat", "own.Talk with acme.C");
        LoadedModule alpha = load("alpha", "own.Talk with acme.B");

        assertThat(answers(all)).containsExactly("A of zulu", "B of zulu", "C of chat", "B of alpha");
        assertThat(answers(some)).containsExactly("C of chat");
        assertThat(all.get(2)).isSameAs(some.get(0)).isSameAs(chat.service(talk));

        module("zulu", "own.Talk with acme.C").toJar(directory.resolve("zulu.jar"));
        assertThat(zulu.reload()).isClean();
        assertThat(answers(all)).containsExactly("C of zulu", "C of chat", "B of alpha");
        assertThat(chat.unload()).isClean();
        assertThat(answers(all)).containsExactly("C of zulu", "B of alpha");
        assertThat(some).isEmpty();
        load("chat", "own.Talk with acme.A");
        assertThat(answers(all)).containsExactly("C of zulu", "B of alpha", "A of chat");
        assertThat(answers(some)).containsExactly("A of chat");
        assertThat(alpha.unload()).isClean();
    }

    @Test
    @DisplayName("G26 After a reload that failed, services are what they were")
    void failedReload_leavesServicesAsTheyWere() throws Exception {
        LoadedModule module = manager.load(chat("own.Talk with acme.A, acme.B").toJar(jar));
        Object service = module.service(talk);
        List<?> services = module.services(talk);
        List<Object> before = List.copyOf(services);

        chat("own.Talk with acme.C", "dev.layers.module.ModuleLifecycle with acme.Bad")
                .type("package acme; public class Bad implements dev.layers.module.ModuleLifecycle {"
                        + " public void start(dev.layers.module.ModuleContext context) {"
                        + " throw new IllegalStateException(\"no\"); } }")
                .toJar(jar);
        assertThatExceptionOfType(ModuleStartException.class).isThrownBy(module::reload);
        Files.writeString(jar, "no jar at all");
        assertThatExceptionOfType(PreflightException.class).isThrownBy(module::reload);

        assertThat(module.service(talk)).isSameAs(service);
        assertThat(List.<Object>copyOf(services)).isEqualTo(before);
        assertThat(answers(services)).containsExactly("A of ", "B of ");
        assertThat(service).hasToString("reference to acme.A of chat#1");
    }

    private LoadedModule load(String name, String... provides) {
        return manager.load(module(name, provides).toJar(directory.resolve(name + ".jar")));
    }

    private ModuleSource chat(String... provides) {
        return withTypes(own.module("chat", provides), "");
    }

    private ModuleSource module(String name, String... provides) {
        return withTypes(own.module(name, provides), name);
    }

    private static ModuleSource withTypes(ModuleSource source, String module) {
        ModuleSource all = source;
        for (String name : List.of("A", "B", "C")) {
            all = all.type("package acme; public class " + name + " implements own.Talk, own.Extra {"
                    + " public String apply(String text) { return \"" + name + " of " + module + "\"; } }");
        }
        return all;
    }

    private static List<String> answers(List<?> services) {
        return services.stream().map(ServicesIT::answer).toList();
    }

    @SuppressWarnings("unchecked")
    private static String answer(Object service) {
        return ((UnaryOperator<String>) service).apply("");
    }
}
