package dev.layers.internal.cause;

import static dev.layers.internal.cause.HeapPaths.CHAT;
import static dev.layers.internal.cause.HeapPaths.CHAT_CLASS;
import static dev.layers.internal.cause.HeapPaths.LOADER;
import static dev.layers.internal.cause.HeapPaths.causes;
import static dev.layers.internal.cause.HeapPaths.field;
import static dev.layers.internal.cause.HeapPaths.path;
import static dev.layers.internal.cause.HeapPaths.root;
import static dev.layers.internal.cause.HeapPaths.step;
import static dev.layers.internal.cause.HeapPaths.strong;
import static dev.layers.internal.cause.HeapPaths.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.heap.HeapRoot;
import dev.layers.internal.heap.HeapStep;
import dev.layers.internal.heap.HeldPath;
import dev.layers.internal.heap.Holding;
import dev.layers.internal.heap.Link;
import dev.layers.retention.Retention;
import dev.layers.retention.RetentionPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostObjectsTest {
    @Test
    void objectOfTheHostInBetween_isToldAsWhatKeeps() {
        HeapStep server = field("bot.Server", "plugins");
        HeapStep list = field("java.util.ArrayList", "elementData");
        HeapStep first = step("java.lang.Object[]", Link.ELEMENT, "0", false);
        HeapStep task = field("java.lang.Thread", "target", "loop");
        HeapStep drivers = type("java.sql.DriverManager", Link.STATIC_FIELD, "registeredDrivers");
        Retention found = strong(
                path(
                        root(HeapRoot.Kind.JAVA_FRAME, "loop", "bot.Server.run(Server.java:3)"),
                        server,
                        list,
                        first,
                        CHAT),
                path(root(HeapRoot.Kind.THREAD, "loop"), task, server, list, first, CHAT),
                path(root(HeapRoot.Kind.CLASS, ""), drivers, field("java.sql.DriverInfo", "driver"), server, CHAT));

        assertThat(causes(found))
                .containsExactly(
                        "object of bot.Server keeps acme.Chat at .plugins: JDBC driver bot.Server is registered",
                        "object of bot.Server keeps acme.Chat at .plugins[0]: thread 'loop' runs; its task is bot.Server");
        assertThat(found.paths())
                .extracting(RetentionPath::advice)
                .containsOnly("remove it there when the module is unloaded");
    }

    @Test
    void registrationBehindAnObjectOfTheHost_isToldAsItIs() {
        HeapStep app = field("bot.App", "server");
        HeapStep bean = field("com.sun.jmx.mbeanserver.NamedObject", "object");

        assertThat(causes(strong(path(
                        root(HeapRoot.Kind.CLASS, ""), type("bot.Main", Link.STATIC_FIELD, "app"), app, bean, CHAT))))
                .containsExactly("MBean acme.Chat is registered");
    }

    @Test
    void hookOfTheHost_isNotBlamedForItsContext() {
        HeapStep hooks = type("java.lang.ApplicationShutdownHooks", Link.STATIC_FIELD, "hooks");
        HeldPath context =
                path(root(HeapRoot.Kind.CLASS, ""), hooks, field("bot.Hook", "contextClassLoader", "bye"), LOADER);
        HeldPath task = path(root(HeapRoot.Kind.CLASS, ""), hooks, field("java.lang.Thread", "target", "bye"), CHAT);

        assertThat(causes(strong(context))).containsExactly("context class loader of shutdown hook thread 'bye'");
        assertThat(causes(strong(context, task))).containsExactly("shutdown hook thread 'bye' is registered");
    }

    @Test
    void stepsLeftOut_areNotTakenForNone() {
        List<HeapStep> steps = new ArrayList<>(List.of(
                type("java.lang.ApplicationShutdownHooks", Link.STATIC_FIELD, "hooks"),
                field("java.lang.Thread", "target", "hook")));
        for (int number = 2; number < HeldPath.HEAD + HeldPath.TAIL - 2; number++) {
            steps.add(field("java.util.concurrent.FutureTask", "callable"));
        }
        steps.addAll(List.of(CHAT, CHAT_CLASS, LOADER));

        Retention found = Causes.of(new Holding(
                Holding.Kind.STRONG, List.of(new HeldPath(root(HeapRoot.Kind.CLASS, ""), steps, 5)), false));

        assertThat(causes(found))
                .containsExactly("static field java.lang.ApplicationShutdownHooks.hooks of the JDK keeps acme.Chat");
    }

    @Test
    void monitorOfAnother_isNotTakenForThatOfTheModule() {
        assertThat(causes(strong(path(root(HeapRoot.Kind.MONITOR, ""), field("java.util.Optional", "value"), CHAT))))
                .containsExactly("an object whose monitor a thread has entered keeps acme.Chat");
    }

    @Test
    void taskOfOneThread_isNotThatOfAnother() {
        HeapStep target = field("java.lang.Thread", "target", "one");
        HeapStep workers = step("java.util.HashMap$Node[]", Link.ELEMENT, "1", false);

        assertThat(causes(strong(path(root(HeapRoot.Kind.THREAD, "one"), target, workers, CHAT))))
                .containsExactly("thread 'one' keeps acme.Chat");
    }
}
