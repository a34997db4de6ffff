package dev.layers.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.Boundary;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes as a user writes them: good ones and bad ones. They are run by other tests alone. */
final class UserTests {
    /** Where a module that leaks leaves itself. */
    static final String HELD = "layers.held";

    static final ModuleSource CHAT = chat("chat", "return \"chat \" + text;");

    static final ModuleSource LEAKY = chat(
            "leaky",
            "System.getProperties().put(\"" + HELD
                    + "\", new java.util.concurrent.atomic.AtomicReference<>(this)); return text;");

    private UserTests() {}

    static ModuleSource chat(String name, String body) {
        return ModuleSource.module("module " + name + " { provides java.util.function.UnaryOperator with acme.Chat; }")
                .type("package acme; public class Chat implements java.util.function.UnaryOperator<String> {"
                        + " public String apply(String text) { " + body + " } }");
    }

    /** Holds what all need; a class inherits the annotation. */
    @LayersTest(provides = UnaryOperator.class)
    abstract static class Base {
        static ModuleSource chat() {
            return CHAT;
        }

        static ModuleSource other() {
            return UserTests.chat("other", "return \"other \" + text;");
        }

        static final ModuleSource LEAKY = UserTests.LEAKY;
        static final Path ABSENT = Path.of("absent.jar");
    }

    static class Good extends Base {
        private UnaryOperator<String> early = text -> "";

        @BeforeEach
        void load(@Load("chat") UnaryOperator<String> chat) {
            early = chat;
        }

        @AfterEach
        void callAgain(@Load("chat") UnaryOperator<String> chat) {
            assertThat(chat.apply("bye")).isEqualTo("chat bye");
        }

        @Test
        void parametersOfAllKinds(
                LayerManager manager,
                @Load("chat") LoadedModule module,
                @Load("chat") UnaryOperator<String> chat,
                @Load("other") List<UnaryOperator<String>> others,
                @Load("other") Optional<UnaryOperator<String>> other) {
            assertThat(manager.modules()).extracting(LoadedModule::name).containsExactly("chat", "other");
            assertThat(module.name()).isEqualTo("chat");
            assertThat(early).isSameAs(chat);
            assertThat(others).hasSize(1);
            assertThat(other.orElseThrow().apply("hi")).isEqualTo("other hi");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void invocations(String text, @Load("chat") UnaryOperator<String> chat) {
            assertThat(chat.apply(text)).isEqualTo("chat " + text);
        }

        @UnloadsCleanly(repeat = 3)
        void repetitions(@Load("chat") LoadedModule module) {
            assertThat(module.generation().number()).isEqualTo(1);
        }

        @Nested
        class Inner {
            @Test
            void nested(@Load("chat") LoadedModule module) {
                assertThat(module.reload().generation().toString()).isEqualTo("chat#1");
            }
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClass extends Base {
        private final Properties seen = new Properties();

        @Test
        void first(@Load("chat") UnaryOperator<String> chat) {
            seen.put("first", chat);
        }

        @Test
        void second(@Load("chat") UnaryOperator<String> chat) {
            seen.put("second", chat);
        }
    }

    static class Leaky extends Base {
        @Test
        void leaks(@Load("LEAKY") UnaryOperator<String> leaky) {
            assertThat(leaky.apply("hi")).isEqualTo("hi");
        }
    }

    static class LeakyAndWrong extends Base {
        @Test
        void leaks(@Load("LEAKY") UnaryOperator<String> leaky) {
            assertThat(leaky.apply("hi")).isEqualTo("bye");
        }
    }

    static class LeakyInTheThird extends Base {
        private static final ThreadLocal<Integer> RUNS = ThreadLocal.withInitial(() -> 0);

        @BeforeAll
        static void reset() {
            RUNS.remove();
        }

        @UnloadsCleanly(repeat = 5)
        void leaks(@Load("LEAKY") UnaryOperator<String> leaky) {
            RUNS.set(RUNS.get() + 1);
            if (RUNS.get() == 3) {
                leaky.apply("hi");
            }
        }
    }

    static class LoadsByItself extends Base {
        @Test
        void leaks(LayerManager manager, @Load("chat") LoadedModule chat) {
            LoadedModule leaky = manager.load(LEAKY.toJar(Path.of("target", "user-tests", "leaky.jar")));
            leak(leaky.service(UnaryOperator.class));
            assertThat(chat.unload().findings()).isEmpty();
        }

        @SuppressWarnings("unchecked")
        private static void leak(UnaryOperator<?> leaky) {
            ((UnaryOperator<String>) leaky).apply("hi");
        }
    }

    @LayersTest(provides = UnaryOperator.class, explaining = false, seconds = 20)
    static class ShortLeak {
        static final ModuleSource LEAKY = UserTests.LEAKY;

        @Test
        void leaks(@Load("LEAKY") UnaryOperator<String> leaky) {
            leaky.apply("hi");
        }
    }

    @LayersTest(provides = UnaryOperator.class, collecting = Collecting.PASSIVE, seconds = 2)
    static class Passive {
        static final ModuleSource LEAKY = UserTests.LEAKY;

        @Test
        void leaks(@Load("LEAKY") UnaryOperator<String> leaky) {
            leaky.apply("hi");
        }
    }

    /** Gets objects of the module itself. */
    @LayersTest
    abstract static class Direct {
        static final ModuleSource CHAT = UserTests.CHAT;

        static ServiceContract contract() {
            return ServiceContract.builder()
                    .provides(UnaryOperator.class)
                    .boundary(Boundary.DIRECT)
                    .build();
        }
    }

    static class DirectDropped extends Direct {
        @Test
        void dropped(@Load("CHAT") UnaryOperator<String> chat) {
            assertThat(chat.apply("hi")).isEqualTo("chat hi");
        }
    }

    static class DirectKept extends Direct {
        private Optional<Object> kept = Optional.empty();

        @Test
        void kept(@Load("CHAT") UnaryOperator<String> chat) {
            kept = Optional.of(chat);
            assertThat(kept).isPresent();
        }
    }

    static class Parallel extends Base {
        /** Opens when both tests are in their bodies. */
        static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Test
        void one(@Load("chat") UnaryOperator<String> chat) throws Exception {
            BOTH.await(1, TimeUnit.MINUTES);
            assertThat(chat.apply("one")).isEqualTo("chat one");
        }

        @Test
        void other(@Load("chat") UnaryOperator<String> chat) throws Exception {
            BOTH.await(1, TimeUnit.MINUTES);
            assertThat(chat.apply("other")).isEqualTo("chat other");
        }
    }

    @LayersTest
    static class NoContract {
        @Test
        void test(LayerManager manager) {
            manager.modules();
        }
    }

    @LayersTest(provides = UnaryOperator.class)
    static class TwoContracts {
        static ServiceContract contract() {
            return Direct.contract();
        }

        @Test
        void test(LayerManager manager) {
            manager.modules();
        }
    }

    static class NoSuchModule extends Base {
        @Test
        void test(@Load("ABSENT") LoadedModule module) {
            module.name();
        }
    }

    static class WrongMember extends Base {
        static final String NAME = "chat";

        @Test
        void test(@Load("NAME") LoadedModule module) {
            module.name();
        }
    }

    static class WrongService extends Base {
        @Test
        void test(@Load("chat") IntSupplier chat) {
            chat.getAsInt();
        }
    }

    static class RawList extends Base {
        @Test
        @SuppressWarnings("rawtypes")
        void test(@Load("chat") List chats) {
            chats.clear();
        }
    }

    static class BeforeAllTests extends Base {
        @BeforeAll
        static void load(@Load("chat") LoadedModule chat) {
            chat.name();
        }

        @Test
        void test() {}
    }

    static class Unannotated {
        @UnloadsCleanly(repeat = 2)
        void test(LayerManager manager) {
            manager.modules();
        }
    }

    static class NoRepetition extends Base {
        @UnloadsCleanly(repeat = 0)
        void test(LayerManager manager) {
            manager.modules();
        }
    }
}
