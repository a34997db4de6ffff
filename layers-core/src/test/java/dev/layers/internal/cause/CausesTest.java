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
import dev.layers.retention.Hold;
import dev.layers.retention.Lasting;
import dev.layers.retention.Retention;
import dev.layers.retention.RetentionPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final String END_CALL =
            "wait until that call has returned, or interrupt its thread, when the module is unloaded";

    @Test
    void path_isToldFromItsLastStaticFieldOn() {
        Retention found = strong(path(
                root(HeapRoot.Kind.JAVA_FRAME, "main", "acme.Main.main(Main.java:1)"),
                field("acme.Start", "host"),
                type("acme.Host", Link.STATIC_FIELD, "listeners"),
                field("java.util.ArrayList", "elementData"),
                step("java.lang.Object[]", Link.ELEMENT, "3", false),
                CHAT));

        assertThat(found)
                .isEqualTo(new Retention(
                        Hold.STRONG,
                        List.of(new RetentionPath(
                                "static field acme.Host.listeners",
                                List.of(
                                        "class acme.Host .listeners",
                                        "java.util.ArrayList .elementData",
                                        "java.lang.Object[] [3]",
                                        "acme.Chat <class>",
                                        "class acme.Chat <loader>",
                                        "loader 'chat#1' (acme.ChatLoader)"),
                                "static field acme.Host.listeners keeps acme.Chat at [3]",
                                "remove it there when the module is unloaded")),
                        List.of()));
    }

    @Test
    void longPath_tellsHowMuchIsLeftOut() {
        List<HeapStep> steps =
                new ArrayList<>(List.of(field("acme.Start", "host"), type("acme.Host", Link.STATIC_FIELD, "first")));
        for (int number = 0; number < HeldPath.HEAD + HeldPath.TAIL - 4; number++) {
            steps.add(field("acme.Node" + number, "next"));
        }
        steps.addAll(List.of(CHAT_CLASS, LOADER));

        Retention found = Causes.of(new Holding(
                Holding.Kind.STRONG, List.of(new HeldPath(root(HeapRoot.Kind.JNI_GLOBAL, ""), steps, 99_976)), false));

        assertThat(found.paths().get(0).steps()).contains("(99976 steps more)");
        assertThat(found.paths().get(0).steps().get(HeldPath.HEAD - 1)).isEqualTo("(99976 steps more)");
        assertThat(found.paths().get(0).steps().get(HeldPath.HEAD)).isEqualTo("acme.Node10 .next");
    }

    @Test
    void threadOfTheModule_isToldOnceForAllItsFrames() {
        Retention found = strong(
                path(root(HeapRoot.Kind.JAVA_FRAME, "pump", "java.lang.Thread.run(Thread.java:1)"), CHAT),
                path(root(HeapRoot.Kind.JAVA_FRAME, "pump", "acme.Chat.run(Chat.java:3)"), CHAT),
                path(
                        root(HeapRoot.Kind.THREAD, "pump", "java.lang.Object.wait(Object.java)"),
                        field("java.lang.Thread", "inheritedAccessControlContext", "pump"),
                        CHAT),
                path(
                        root(HeapRoot.Kind.THREAD, "pump", "java.lang.Object.wait(Object.java)"),
                        field("java.lang.Thread", "target", "pump"),
                        CHAT));

        assertThat(causes(found)).containsExactly("thread 'pump' runs; its task is acme.Chat");
    }

    @Test
    void contextLoader_isToldOfThreadsOfTheHostAlone() {
        HeldPath task = path(root(HeapRoot.Kind.THREAD, "pump"), field("java.lang.Thread", "target", "pump"), CHAT);
        HeldPath context = path(
                root(HeapRoot.Kind.THREAD, "pump"), field("java.lang.Thread", "contextClassLoader", "pump"), LOADER);
        HeldPath other = path(
                root(HeapRoot.Kind.THREAD, "http-1"),
                field("java.lang.Thread", "contextClassLoader", "http-1"),
                LOADER);

        assertThat(causes(strong(context, task, other)))
                .containsExactlyInAnyOrder(
                        "thread 'pump' runs; its task is acme.Chat", "context class loader of thread 'http-1'");
        assertThat(causes(strong(context))).containsExactly("context class loader of thread 'pump'");
    }

    @Test
    void frame_ofTheModuleIsToldRatherThanThoseOfTheJdk() {
        Retention found = strong(
                path(
                        root(
                                HeapRoot.Kind.JAVA_FRAME,
                                "http-1",
                                "java.util.concurrent.FutureTask.run(FutureTask.java:264)"),
                        CHAT),
                path(root(HeapRoot.Kind.JAVA_FRAME, "http-1", "acme.Chat.call(Chat.java:7)"), CHAT));

        assertThat(found.paths()).singleElement().satisfies(path -> {
            assertThat(path.root()).isEqualTo("local variable of acme.Chat.call(Chat.java:7) on thread 'http-1'");
            assertThat(path.cause())
                    .isEqualTo("local variable of acme.Chat.call(Chat.java:7) on thread 'http-1' is acme.Chat");
            assertThat(path.advice()).isEqualTo(END_CALL);
        });
    }

    @Test
    void frameOfVirtualThread_isToldAsSuch() {
        HeapRoot root = root(
                HeapRoot.Kind.JAVA_FRAME,
                "",
                "acme.Chat.lambda$run$0(Chat.java:7)",
                "java.lang.VirtualThread.run(VirtualThread.java:309)");

        assertThat(causes(strong(path(root, CHAT))))
                .containsExactly(
                        "local variable of acme.Chat.lambda$run$0(Chat.java:7) on virtual thread '' is acme.Chat");
    }

    @Test
    void nativeCode_isToldByTheKindOfItsReference() {
        assertThat(causes(strong(
                        path(root(HeapRoot.Kind.JNI_GLOBAL, ""), CHAT),
                        path(root(HeapRoot.Kind.JNI_LOCAL, "main", "acme.Native.call(Native Method)"), CHAT),
                        path(root(HeapRoot.Kind.MONITOR, ""), CHAT),
                        path(root(HeapRoot.Kind.NATIVE_STACK, "gc"), field("acme.Box", "content"), CHAT),
                        path(root(HeapRoot.Kind.UNKNOWN, ""), field("acme.Box", "content"), CHAT))))
                .containsExactly(
                        "a global reference of native code is acme.Chat",
                        "object of acme.Box keeps acme.Chat at .content: local variable of thread 'gc' is acme.Box",
                        "native code that acme.Native.call(Native Method) on thread 'main' is in has acme.Chat",
                        "a thread has entered the monitor of acme.Chat",
                        "object of acme.Box keeps acme.Chat at .content");
    }

    @Test
    void paths_areRanked() {
        assertThat(causes(strong(
                        path(root(HeapRoot.Kind.FINALIZER, ""), CHAT),
                        path(root(HeapRoot.Kind.JAVA_FRAME, "http-1", "acme.Main.main(Main.java:1)"), CHAT),
                        path(root(HeapRoot.Kind.JNI_GLOBAL, ""), CHAT),
                        path(
                                root(HeapRoot.Kind.THREAD, "http-2"),
                                field("java.lang.Thread", "contextClassLoader", "http-2"),
                                LOADER),
                        path(root(HeapRoot.Kind.CLASS, ""), type("acme.Host", Link.STATIC_FIELD, "one"), CHAT))))
                .containsExactly(
                        "static field acme.Host.one keeps acme.Chat",
                        "context class loader of thread 'http-2'",
                        "a global reference of native code is acme.Chat",
                        "local variable of acme.Main.main(Main.java:1) on thread 'http-1' is acme.Chat",
                        "an object with a finalizer leads to acme.Chat");
    }

    @Test
    void idleWorkerWithALimitedTime_endsByItself() {
        HeapStep born = field("java.lang.Thread", "inheritedAccessControlContext", "pool-1-thread-1");
        String getTask = "java.util.concurrent.ThreadPoolExecutor.getTask(ThreadPoolExecutor.java:1061)";
        String poll = "java.util.concurrent.SynchronousQueue.poll(SynchronousQueue.java:903)";
        String take = "java.util.concurrent.LinkedBlockingQueue.take(LinkedBlockingQueue.java:435)";

        assertThat(strong(path(root(HeapRoot.Kind.THREAD, "pool-1-thread-1", poll, getTask), born, CHAT))
                        .lasting())
                .isEqualTo(Lasting.ENDS_BY_ITSELF);
        assertThat(strong(path(root(HeapRoot.Kind.THREAD, "pool-1-thread-1", take, getTask), born, CHAT))
                        .lasting())
                .isEqualTo(Lasting.STAYS);
    }

    @Test
    void whateverAnIdleWorkerKeeps_endsWithIt() {
        String getTask = "java.util.concurrent.ThreadPoolExecutor.getTask(ThreadPoolExecutor.java:1061)";
        String poll = "java.util.concurrent.SynchronousQueue.poll(SynchronousQueue.java:903)";
        HeapStep local = field("java.lang.Thread", "threadLocals", "idle");
        HeapStep context = field("java.lang.Thread", "contextClassLoader", "idle");

        assertThat(strong(path(root(HeapRoot.Kind.THREAD, "idle", poll, getTask), local, CHAT))
                        .lasting())
                .isEqualTo(Lasting.ENDS_BY_ITSELF);
        assertThat(strong(path(root(HeapRoot.Kind.THREAD, "idle", poll, getTask), context, LOADER))
                        .lasting())
                .isEqualTo(Lasting.ENDS_BY_ITSELF);
        assertThat(strong(path(root(HeapRoot.Kind.THREAD, "idle", poll), local, CHAT))
                        .lasting())
                .isEqualTo(Lasting.STAYS);
    }

    @Test
    void oneThatStays_outweighsThoseThatEnd() {
        Retention found = strong(
                path(root(HeapRoot.Kind.FINALIZER, ""), CHAT),
                path(root(HeapRoot.Kind.CLASS, ""), type("acme.Host", Link.STATIC_FIELD, "one"), CHAT));

        assertThat(found.lasting()).isEqualTo(Lasting.STAYS);
    }

    @Test
    void soft_isSaidInTheCauseAndEndsByItself() {
        Retention found = Causes.of(new Holding(
                Holding.Kind.SOFT,
                List.of(path(root(HeapRoot.Kind.CLASS, ""), type("acme.Host", Link.STATIC_FIELD, "cache"), CHAT)),
                false));

        assertThat(found.hold()).isEqualTo(Hold.SOFT);
        assertThat(found.lasting()).isEqualTo(Lasting.ENDS_BY_ITSELF);
        assertThat(causes(found)).containsExactly("softly held: static field acme.Host.cache keeps acme.Chat");
    }

    @Test
    void finalizable_isToldAsSuch() {
        Retention found = Causes.of(new Holding(
                Holding.Kind.FINALIZABLE, List.of(path(root(HeapRoot.Kind.FINALIZER, ""), CHAT)), false));

        assertThat(found.hold()).isEqualTo(Hold.STRONG);
        assertThat(found.lasting()).isEqualTo(Lasting.ENDS_BY_ITSELF);
        assertThat(found.text()).isEqualTo("""
                held by: an object with a finalizer leads to acme.Chat
                  to do: let finalizers run; where none does, a finalize() that does not return blocks them all
                  from queue of the finalizer
                    acme.Chat <class>
                    class acme.Chat <loader>
                    loader 'chat#1' (acme.ChatLoader)
                only objects that wait for their finalizer lead to it""");
    }

    @Test
    void hidden_namesClassValuesAndNothingThatClassesRememberOfThemselves() {
        Retention found = Causes.of(new Holding(
                Holding.Kind.HIDDEN,
                List.of(
                        path(root(HeapRoot.Kind.UNKNOWN, ""), field("java.lang.reflect.Method", "clazz"), CHAT_CLASS),
                        path(
                                root(HeapRoot.Kind.UNKNOWN, ""),
                                field("java.lang.ClassValue$ClassValueMap", "cacheArray"),
                                step("java.lang.ClassValue$Entry[]", Link.ELEMENT, "5", false),
                                field("java.lang.ClassValue$Entry", "value"),
                                CHAT)),
                false));

        assertThat(causes(found)).containsExactly("a ClassValue keeps acme.Chat for a class of the JDK or the host");
        assertThat(found.notes())
                .containsExactly("no root in the heap dump leads to it; inferred: dumps do not show the values of a"
                        + " ClassValue");
    }

    @Test
    void unreferenced_saysWhatADumpDoesNotShow() {
        Retention found = Causes.of(new Holding(Holding.Kind.UNREFERENCED, List.of(), false));

        assertThat(found.hold()).isEqualTo(Hold.STRONG);
        assertThat(found.text())
                .isEqualTo(
                        "nothing in the heap dump refers to it: a handle of the JVM, compiled code that a thread is in,"
                                + " or the last exception of a thread may hold it, none of which a dump shows");
    }

    @Test
    void morePaths_areMentioned() {
        Retention found = Causes.of(new Holding(
                Holding.Kind.STRONG, List.of(path(root(HeapRoot.Kind.JNI_GLOBAL, ""), CHAT)), true));

        assertThat(found.notes()).containsExactly("more paths lead to it than are told");
    }

    @Test
    void classBesideAnObjectOfTheSameRegistration_isNotToldAgain() {
        HeapStep drivers = type("java.sql.DriverManager", Link.STATIC_FIELD, "registeredDrivers");

        assertThat(causes(strong(
                        path(root(HeapRoot.Kind.CLASS, ""), drivers, field("java.sql.DriverInfo", "type"), CHAT_CLASS),
                        path(root(HeapRoot.Kind.CLASS, ""), drivers, field("java.sql.DriverInfo", "driver"), CHAT))))
                .containsExactly("JDBC driver acme.Chat is registered");
    }

    @Test
    void anotherModule_isNamedByItsGeneration() {
        HeapStep cache = new HeapStep("acme.other.Cache", true, "other#3", false, Link.STATIC_FIELD, "last", "");

        assertThat(causes(strong(path(root(HeapRoot.Kind.CLASS, ""), cache, CHAT))))
                .containsExactly("module 'other#3' keeps acme.Chat: static field acme.other.Cache.last");
    }
}
