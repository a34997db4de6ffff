package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.Compilation;
import dev.layers.fixture.Patience;
import dev.layers.internal.failure.ThrownCopies;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be kept of what a module throws: the original never, its copy always. */
class ModuleCallExceptionIT {
    private static final Map<String, byte[]> CONTRACT = Compilation.of(Map.of(), """
            package bot;
            public class BotException extends Exception {
                public final int code = 7;
                public final Object payload;
                public BotException(String message) { this(message, null); }
                public BotException(String message, Object payload) { super(message); this.payload = payload; }
            }
            """);

    /** Of the host, and gone with the test. */
    private final ClassLoader host = new Defining("host", ModuleCallExceptionIT.class.getClassLoader(), CONTRACT);

    private final ThrownCopies copies = new ThrownCopies(
            type -> type.getClassLoader() == null
                    || type.getClassLoader() == ClassLoader.getPlatformClassLoader()
                    || type.getClassLoader() == host,
            thrown -> thrown instanceof LayerException,
            ModuleCallException::of);

    static Stream<Arguments> thrown() {
        return Stream.of(
                Arguments.of("of the JDK", """
                        throw new IllegalStateException("odd");
                        """, "java.lang.IllegalStateException: odd"),
                Arguments.of("by the JDK", """
                        return "short".substring(9);
                        """, "java.lang.StringIndexOutOfBoundsException: "),
                Arguments.of(
                        "helpful null pointer",
                        """
                        String none = null;
                        return none.length();
                        """,
                        "java.lang.NullPointerException: Cannot invoke \"String.length()\" because"),
                Arguments.of("of the contract", """
                        throw new bot.BotException("busy");
                        """, "bot.BotException: busy"),
                Arguments.of("of the module", """
                        throw new ChatFailed("no such room", new ChatFailed("inner", null));
                        """, "dev.layers.ModuleCallException: acme.ChatFailed: no such room"),
                Arguments.of("of the module, extends the contract's", """
                        throw new ChatBusy("busy");
                        """, "bot.BotException: busy"),
                Arguments.of("cause of the module", """
                        throw new bot.BotException("busy").initCause(new ChatFailed("inner", null));
                        """, "bot.BotException: busy"),
                Arguments.of("suppressed of the module", """
                        bot.BotException busy = new bot.BotException("busy");
                        busy.addSuppressed(new ChatFailed("aside", null));
                        throw busy;
                        """, "bot.BotException: busy"),
                Arguments.of("payload of the module", """
                        throw new bot.BotException("busy", new Chat());
                        """, "bot.BotException: busy"),
                Arguments.of("payload that holds the module's", """
                        throw new bot.BotException("busy", new java.util.ArrayList<>(java.util.List.of(new Chat())));
                        """, "bot.BotException: busy"),
                Arguments.of("payload that is a class", """
                        throw new bot.BotException("busy", Chat.class);
                        """, "bot.BotException: busy"),
                Arguments.of("stack overflow", """
                        return call();
                        """, "java.lang.StackOverflowError"),
                Arguments.of("stack overflow in the module's cause", """
                        throw new IllegalStateException("odd", new ChatEvil());
                        """, "java.lang.IllegalStateException: odd"),
                Arguments.of("out of memory", """
                        throw new OutOfMemoryError("made up");
                        """, "java.lang.OutOfMemoryError: made up"),
                Arguments.of("out of memory by the VM", """
                        return new long[Integer.MAX_VALUE][];
                        """, "java.lang.OutOfMemoryError: "),
                Arguments.of("missing class", """
                        return new Gone();
                        """, "java.lang.NoClassDefFoundError: acme/Gone"),
                Arguments.of("evil", """
                        throw new ChatEvil();
                        """, "dev.layers.ModuleCallException: acme.ChatEvil"),
                Arguments.of("suppressed in one of ours", """
                        RuntimeException ours = (RuntimeException) one;
                        ours.addSuppressed(new ChatFailed("aside", null));
                        throw ours;
                        """, "dev.layers.ModuleUnloadedException: gone"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("thrown")
    void original_keepsItsClassLoader(String what, String code, String text) throws Exception {
        Kept kept = kept(code, thrown -> thrown);

        assertThat(Patience.outlivesCollections(kept.loader())).isTrue();
        Reference.reachabilityFence(kept);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("thrown")
    void copy_letsTheClassLoaderOfItsOriginalGo(String what, String code, String text) throws Exception {
        Kept kept = kept(code, copies::copy);

        Patience.untilCollected(kept.loader());
        assertThat(kept.throwable().toString()).startsWith(text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("thrown")
    void copyMadeAboveFramesOfTheModule_letsItsClassLoaderGo(String what, String code, String text) throws Exception {
        Kept kept = keptByAHandlerBelowTheModule(code);

        Patience.untilCollected(kept.loader());
        assertThat(kept.throwable().toString()).startsWith(text);
    }

    @Test
    void copyOfTheContract_keepsItsStateBesideACauseOfTheModule() throws Exception {
        Throwable copy = kept("""
                        throw new bot.BotException("busy").initCause(new ChatFailed("inner", null));
                        """, copies::copy).throwable();

        assertThat(copy.getClass().getField("code").get(copy)).isEqualTo(7);
        assertThat(copy.getCause()).isInstanceOf(ModuleCallException.class).hasMessage("acme.ChatFailed: inner");
        assertThat(copy.getStackTrace()[0]).hasToString("chat#1//acme.Chat.call(Chat.java:6)");
    }

    @Test
    void copyOfAModules_tellsTypesMessagesAndPlaces() throws Exception {
        Throwable copy = kept("""
                        throw new ChatFailed("no such room", new ChatFailed("inner", null));
                        """, copies::copy).throwable();

        ModuleCallException told = (ModuleCallException) copy;
        assertThat(told.type()).isEqualTo("acme.ChatFailed");
        assertThat(told.getCause()).hasToString("dev.layers.ModuleCallException: acme.ChatFailed: inner");
        assertThat(told.getStackTrace()[0]).hasToString("chat#1//acme.Chat.call(Chat.java:6)");
    }

    private record Kept(WeakReference<ClassLoader> loader, Throwable throwable) {}

    /** A method of its own, so that no frame keeps the loader. */
    private Kept kept(String code, Function<Throwable, Throwable> keeping) throws Exception {
        ClassLoader chat = chat(code);
        try {
            throw new AssertionError(
                    "Nothing was thrown but returned: " + chat(chat).call());
        } catch (AssertionError nothing) {
            throw nothing;
        } catch (Throwable thrown) {
            return new Kept(new WeakReference<>(chat), keeping.apply(thrown));
        }
    }

    private Kept keptByAHandlerBelowTheModule(String code) throws Exception {
        ClassLoader chat = chat(code);
        Callable<?> call = chat(chat);
        List<Throwable> handled = new ArrayList<>();
        Callable<Object> handler = () -> {
            try {
                return call.call();
            } catch (Throwable thrown) {
                return handled.add(copies.copy(thrown));
            }
        };
        Object around =
                chat.loadClass("acme.Around").getConstructor(Callable.class).newInstance(handler);
        ((Callable<?>) around).call();
        return new Kept(new WeakReference<>(chat), handled.get(0));
    }

    private static Callable<?> chat(ClassLoader loader) throws ReflectiveOperationException {
        return (Callable<?>) loader.loadClass("acme.Chat")
                .getConstructor(Object.class)
                .newInstance(new ModuleUnloadedException("gone"));
    }

    private ClassLoader chat(String code) {
        Map<String, byte[]> classes =
                new TreeMap<>(Compilation.of(CONTRACT, """
                package acme;
                public class Chat implements java.util.concurrent.Callable<Object>, java.io.Serializable {
                    private final transient Object one;
                    public Chat(Object one) { this.one = one; } public Chat() { this(null); }
                    public Object call() throws Exception { try {
                """ + code + """
                    } catch (Exception | Error thrown) { throw thrown;
                    } catch (Throwable thrown) { throw sneaky(thrown); } }
                    @SuppressWarnings("unchecked")
                    static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T { throw (T) thrown; }
                }
                """, """
                package acme;
                public class ChatFailed extends RuntimeException {
                    final Chat chat = new Chat();
                    public ChatFailed(String message, Throwable cause) { super(message, cause); }
                }
                """, """
                package acme;
                public class ChatBusy extends bot.BotException {
                    public ChatBusy(String message) { super(message); }
                }
                """, """
                package acme;
                public class ChatEvil extends RuntimeException {
                    public String getMessage() { return getMessage() + 1; }
                    public Throwable getCause() { throw new IllegalStateException(); }
                    public StackTraceElement[] getStackTrace() { return new StackTraceElement[] { null }; }
                    private void writeObject(java.io.ObjectOutputStream to) { throw new IllegalStateException(); }
                    private Object writeReplace() { throw new IllegalStateException(); }
                }
                """, """
                package acme;
                public class Around implements java.util.concurrent.Callable<Object> {
                    private final java.util.concurrent.Callable<?> inner;
                    public Around(java.util.concurrent.Callable<?> inner) { this.inner = inner; }
                    public Object call() throws Exception { return inner.call(); }
                }
                """, """
                package acme;
                public class Gone {}
                """));
        classes.remove("acme/Gone.class");
        return new Defining("chat#1", host, classes);
    }

    /** Defines what was compiled here. */
    private static final class Defining extends ClassLoader {
        private final Map<String, byte[]> classes;

        Defining(String name, ClassLoader parent, Map<String, byte[]> classes) {
            super(name, parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
