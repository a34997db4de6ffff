package dev.layers.internal.drain;

import dev.layers.fixture.Compilation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Map;
import java.util.Set;

/** Small classes under the names that stacks are judged by: each calls what stands next. */
final class StagedClasses {
    static final String REFERENCES = "chat references 1a2b";

    private static final Map<String, byte[]> CLASSES = Compilation.of(
            Map.of(),
            passage("dev.layers.generated.service", "Chat"),
            passage("dev.layers.generated.crossing", "Task"),
            passage("dev.layers.generated.entry", "Chat"),
            """
            package dev.layers.generated.service;
            import java.lang.invoke.*;
            public class Switched implements Runnable {
                public static final MutableCallSite site = new MutableCallSite(MethodType.methodType(void.class));
                private static final MethodHandle CALL = site.dynamicInvoker();
                public void run() {
                    while (true) {
                        try { CALL.invokeExact(); return; }
                        catch (ArrayStoreException turnedBack) { continue; }
                        catch (Throwable other) { throw new IllegalStateException(other); }
                    }
                }
            }
            """,
            """
            package dev.layers.generated.entry;
            import java.lang.invoke.*;
            public class Checking implements Runnable {
                public static final MutableCallSite closed = new MutableCallSite(MethodType.methodType(boolean.class));
                static { closed.setTarget(MethodHandles.constant(boolean.class, false)); }
                private static final MethodHandle CLOSED = closed.dynamicInvoker();
                public volatile Runnable next;
                public int sum;
                public void run() {
                    int x = sum;
                    LARGE
                    sum = x;
                    try { if ((boolean) CLOSED.invokeExact()) throw new ArrayStoreException(); }
                    catch (RuntimeException late) { throw late; }
                    catch (Throwable other) { throw new IllegalStateException(other); }
                    next.run();
                }
            }
            """.replace("LARGE", "x += x * 31; x ^= x << 7;".repeat(100)),
            """
            package acme;
            import java.util.concurrent.CountDownLatch;
            public class Chat implements Runnable {
                public volatile Runnable next = () -> {};
                public volatile int depth;
                public final CountDownLatch end = new CountDownLatch(1);
                public void run() { next.run(); await(depth); }
                private void await(int left) {
                    if (left > 0) { await(left - 1); return; }
                    try { end.await(); } catch (InterruptedException asked) { }
                }
            }
            """,
            """
            package acme;
            public class Quick implements Runnable {
                public volatile boolean over;
                public volatile int late;
                public void run() { if (over) { late++; } }
            }
            """);

    private StagedClasses() {}

    /** Makes a service frame that calls {@code next}. */
    static Runnable service(Runnable next) {
        return next(of(REFERENCES, "dev.layers.generated.service.Chat"), next);
    }

    /** Makes a frame of what crossed from {@code generation} that calls {@code next}. */
    static Runnable crossing(String generation, Runnable next) {
        return next(of(crossings(generation), "dev.layers.generated.crossing.Task"), next);
    }

    /** Returns the census of a generation whose frames these classes make. */
    static CallCensus census(String generation) {
        return new CallCensus(Set.of(generation + " calls", crossings(generation)));
    }

    private static String crossings(String generation) {
        return REFERENCES + " " + generation.substring(generation.indexOf('#') + 1);
    }

    /** Makes a frame of the entry into {@code generation} that calls {@code next}. */
    static Runnable entry(String generation, Runnable next) {
        return next(of(generation + " calls", "dev.layers.generated.entry.Chat"), next);
    }

    /** Makes a call of {@code generation} that goes through a reference and all. */
    static Runnable call(String generation, Runnable module) {
        return service(entry(generation, module));
    }

    /** Makes module code that calls what is next, then waits for its end. */
    static Runnable chat(String generation) {
        return of(generation, "acme.Chat");
    }

    /** Makes module code that returns at once, and counts in {@code late} how often it did when {@code over}. */
    static Runnable quick(String generation) {
        return of(generation, "acme.Quick");
    }

    /** Makes the frame of an entry that turns calls back once it is closed, and is too large to be inlined. */
    static Runnable checkingEntry(String generation, Runnable next) {
        return next(of(generation + " calls", "dev.layers.generated.entry.Checking"), next);
    }

    /** Closes an entry that checks. */
    static void close(Runnable checkingEntry) {
        point(checkingEntry, "closed", MethodHandles.constant(boolean.class, true));
    }

    /** Makes a service frame that calls {@code entry} as a constant, until it is pointed elsewhere. */
    static Runnable switched(Runnable entry) {
        Runnable service = of(REFERENCES, "dev.layers.generated.service.Switched");
        point(service, entry);
        return service;
    }

    static void point(Runnable switched, Runnable entry) {
        try {
            MethodHandle run =
                    MethodHandles.publicLookup().findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
            point(switched, "site", run.bindTo(entry));
        } catch (ReflectiveOperationException absent) {
            throw new AssertionError(absent);
        }
    }

    private static void point(Runnable made, String field, MethodHandle target) {
        MutableCallSite site = (MutableCallSite) field(made, field);
        site.setTarget(target);
        MutableCallSite.syncAll(new MutableCallSite[] {site});
    }

    static Runnable next(Runnable made, Runnable next) {
        set(made, "next", next);
        return made;
    }

    static void set(Runnable made, String field, Object value) {
        try {
            made.getClass().getField(field).set(made, value);
        } catch (ReflectiveOperationException absent) {
            throw new AssertionError(absent);
        }
    }

    static Object field(Runnable made, String field) {
        try {
            return made.getClass().getField(field).get(made);
        } catch (ReflectiveOperationException absent) {
            throw new AssertionError(absent);
        }
    }

    private static Runnable of(String loader, String type) {
        try {
            Class<?> made = new Staged(loader).loadClass(type);
            return (Runnable) made.getConstructor().newInstance();
        } catch (ReflectiveOperationException absent) {
            throw new AssertionError(absent);
        }
    }

    private static String passage(String location, String name) {
        return "package " + location + "; public class " + name + " implements Runnable {"
                + " public volatile Runnable next; public void run() { next.run(); } }";
    }

    /** Defines these classes under a name of its own. */
    private static final class Staged extends ClassLoader {
        Staged(String name) {
            super(name, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = CLASSES.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
