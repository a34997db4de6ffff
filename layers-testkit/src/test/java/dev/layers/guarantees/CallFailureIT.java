package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleCallException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a module throws is the failure of one call: it arrives as a copy, and everything goes on. */
class CallFailureIT {
    private static final String MEMBERS = """
            static class Own extends RuntimeException {
                Own(String message, Throwable cause) { super(message, cause); }
            }
            static class Busy extends BotException {
                Busy(String message) { super(message); }
            }
            static class Evil extends RuntimeException {
                public String getMessage() { throw new Evil(); }
            }
            static class Deep extends RuntimeException {
                public String getMessage() { return getMessage() + getMessage(); }
            }
            static class Death extends Error {}
            static class Uninitialized {
                static { if (true) throw new IllegalStateException("static"); }
                static void touch() {}
            }
            static int deeper(int depth) { return deeper(depth + 1) + 1; }
            public String say(String text) throws BotException {
                switch (text) {
                    case "stack": return "" + deeper(0);
                    case "memory": throw new OutOfMemoryError("thrown");
                    case "class": throw new NoClassDefFoundError("acme/Missing");
                    case "link": throw new UnsatisfiedLinkError("missing");
                    case "init": Uninitialized.touch(); return "";
                    case "thread death": throw new Death();
                    case "assertion": throw new AssertionError("odd", new Own("inner", null));
                    case "evil": throw new Evil();
                    case "deep": throw new Deep();
                    case "contract": throw new BotException("declared", new IllegalStateException("cause"));
                    case "subclass": throw new Busy("busy");
                    case "jdk": throw new IllegalArgumentException("of the JDK");
                    case "own":
                        Own own = new Own("outer", new IllegalStateException("middle", new Own("inner", null)));
                        own.addSuppressed(new Own("aside", null));
                        throw own;
                    case "unchecked": Chat.<RuntimeException>sneak(new IOException("not declared"));
                    case "buy": return shop.buy(new Order("tea", 1));
                    default: return "said " + text;
                }
            }
            @SuppressWarnings("unchecked")
            static <X extends Throwable> void sneak(Throwable thrown) throws X { throw (X) thrown; }
            public Object any(Object value) {
                try {
                    return shop.buy(new Order("tea", 1));
                } catch (BotException | RuntimeException | Error thrown) {
                    StringBuilder text = new StringBuilder();
                    for (Throwable each = thrown; each != null; each = each.getCause()) {
                        text.append(each).append(each.getStackTrace().length > 0 ? " with trace; " : "; ");
                    }
                    for (Throwable each : thrown.getSuppressed()) {
                        text.append("suppressed ").append(each);
                    }
                    return text.toString();
                }
            }
            """;

    @TempDir
    Path directory;

    private BoundaryHost host;
    private LayerManager manager;
    private LoadedModule module;
    private Object service;
    private final List<Throwable> kept = new ArrayList<>();

    /** A type that no module knows. */
    static final class HostFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HostFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }

    @BeforeEach
    void load() {
        host = BoundaryHost.create(directory);
        manager = BoundaryHost.manager(host.contract().build()).build();
        module = manager.load(host.module("chat", MEMBERS));
        service = host.service(module);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @CsvSource({
        "stack, java.lang.StackOverflowError,",
        "memory, java.lang.OutOfMemoryError, thrown",
        "class, java.lang.NoClassDefFoundError, acme/Missing",
        "link, java.lang.UnsatisfiedLinkError, missing",
        "init, java.lang.ExceptionInInitializerError,",
        "thread death, dev.layers.ModuleCallException, acme.Chat$Death",
        "assertion, java.lang.AssertionError, odd",
        "evil, dev.layers.ModuleCallException, acme.Chat$Evil",
        "deep, dev.layers.ModuleCallException, acme.Chat$Deep",
        "jdk, java.lang.IllegalArgumentException, of the JDK",
        "contract, bot.BotException, declared",
        "subclass, bot.BotException, busy",
        "unchecked, java.io.IOException, not declared"
    })
    @DisplayName("G18 Whatever a call throws arrives by type; other calls go on, and the module is collected")
    void failure_arrivesByTypeAndEverythingGoesOn(String text, String type, String message) throws Throwable {
        Throwable thrown = failure(text);

        assertThat(thrown.getClass().getName()).isEqualTo(type);
        assertThat(thrown.getMessage()).isEqualTo(message);
        assertThat(BoundaryHost.call(service, "say", "ping")).isEqualTo("said ping");
        LoadedModule other = manager.load(host.module("other", MEMBERS));
        assertThat(BoundaryHost.call(host.service(other), "say", "ping")).isEqualTo("said ping");
        assertThat(other.unload()).isClean();
        assertThat(module.reload()).isClean();
        assertThat(BoundaryHost.call(service, "say", "ping")).isEqualTo("said ping");
        kept.add(failure(text));
        assertThat(module.unload()).isClean();
        Reference.reachabilityFence(kept);
    }

    @Test
    @DisplayName("G18 Host and module that call each other without end overflow the stack, and everything goes on")
    void endlessCallsToAndFro_overflowTheStackAlone() throws Throwable {
        AtomicInteger depth = new AtomicInteger();
        host.shopkeeper((method, order) -> {
            depth.incrementAndGet();
            return BoundaryHost.call(service, "say", "buy");
        });

        Throwable thrown = failure("buy");

        assertThat(thrown).isExactlyInstanceOf(StackOverflowError.class);
        assertThat(depth).hasValueGreaterThan(10);
        assertThat(BoundaryHost.call(service, "say", "ping")).isEqualTo("said ping");
        assertThat(module.reload()).isClean();
        assertThat(BoundaryHost.call(service, "say", "ping")).isEqualTo("said ping");
        assertThat(module.unload()).isClean();
        Reference.reachabilityFence(kept);
    }

    @Test
    @DisplayName("G17 A module's own exception arrives as text: type, message, causes, suppressed and trace")
    void ownException_arrivesAsText() {
        Throwable thrown = failure("own");

        assertThat(thrown)
                .isInstanceOfSatisfying(
                        ModuleCallException.class,
                        told -> assertThat(told.type()).isEqualTo("acme.Chat$Own"))
                .hasMessage("acme.Chat$Own: outer");
        assertThat(thrown.getCause())
                .isExactlyInstanceOf(ModuleCallException.class)
                .hasMessage("java.lang.IllegalStateException: middle");
        assertThat(thrown.getCause().getCause())
                .isExactlyInstanceOf(ModuleCallException.class)
                .hasMessage("acme.Chat$Own: inner")
                .hasNoCause();
        assertThat(thrown.getSuppressed()).hasSize(1);
        assertThat(thrown.getSuppressed()[0])
                .isExactlyInstanceOf(ModuleCallException.class)
                .hasMessage("acme.Chat$Own: aside");
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .startsWith("dev.layers.ModuleCallException: acme.Chat$Own: outer")
                // the loader of a generation is named after others of its name that are alive still
                .containsPattern("at chat#1(@\\d+)?/chat/acme\\.Chat\\.say\\(Chat\\.java:")
                .contains("CallFailureIT.failure(CallFailureIT.java:")
                .contains("Suppressed: dev.layers.ModuleCallException: acme.Chat$Own: aside")
                .contains("Caused by: dev.layers.ModuleCallException: java.lang.IllegalStateException: middle")
                .contains("Caused by: dev.layers.ModuleCallException: acme.Chat$Own: inner");
    }

    @Test
    @DisplayName("G17 A checked exception of the contract arrives as declared, with cause and trace, as a copy")
    void contractException_arrivesAsDeclared() {
        Throwable thrown = failure("contract");

        assertThat(thrown).isExactlyInstanceOf(host.type("bot.BotException")).hasMessage("declared");
        assertThat(thrown.getCause())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("cause");
        assertThat(thrown.getStackTrace()[0].getClassName()).isEqualTo("acme.Chat");
        assertThat(thrown.getStackTrace()[0].getClassLoaderName()).startsWith("chat#1");
    }

    @Test
    @DisplayName("G17 A checked exception of the contract arrives in the module as declared")
    void contractExceptionOfHost_arrivesInModule() throws Throwable {
        Throwable busy = (Throwable) host.type("bot.BotException")
                .getConstructor(String.class, Throwable.class)
                .newInstance("sold out", new HostFailure("inner", null));
        busy.addSuppressed(new IllegalStateException("aside"));

        assertThat(answerTo(busy))
                .isEqualTo("bot.BotException: sold out with trace;"
                        + " dev.layers.ModuleCallException: dev.layers.guarantees.CallFailureIT$HostFailure: inner"
                        + " with trace; suppressed java.lang.IllegalStateException: aside");
    }

    @Test
    @DisplayName("G17 An exception of the host's own arrives in the module as text, an Error by type")
    void ownExceptionOfHost_arrivesInModuleAsText() throws Throwable {
        assertThat(answerTo(new HostFailure("outer", new IllegalStateException("inner"))))
                .isEqualTo("dev.layers.ModuleCallException:"
                        + " dev.layers.guarantees.CallFailureIT$HostFailure: outer with trace;"
                        + " dev.layers.ModuleCallException: java.lang.IllegalStateException: inner with trace; ");
        assertThat(answerTo(new StackOverflowError())).isEqualTo("java.lang.StackOverflowError with trace; ");
    }

    private Object answerTo(Throwable ofHost) throws Throwable {
        host.shopkeeper((method, order) -> {
            throw ofHost;
        });
        return BoundaryHost.call(service, "any", "x");
    }

    private Throwable failure(String text) {
        Throwable thrown = BoundaryHost.thrown(service, "say", text);
        kept.add(thrown);
        return thrown;
    }
}
