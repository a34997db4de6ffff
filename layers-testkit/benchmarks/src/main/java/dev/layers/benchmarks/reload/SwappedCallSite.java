package dev.layers.benchmarks.reload;

import dev.layers.benchmarks.Calculator;
import dev.layers.benchmarks.jvm.Departures;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** A class loader for each provider and one call site that all calls go through; nobody waits for calls that still run. */
final class SwappedCallSite implements Reloading {
    private static final MethodType ADD = MethodType.methodType(int.class, int.class, int.class);
    private static final MutableCallSite SITE = new MutableCallSite(ADD);
    private static final MethodHandle CALL = SITE.dynamicInvoker();

    private final Path jar;
    private final Departures departures = new Departures();
    private Calculator serving;

    SwappedCallSite(Path jar) throws Exception {
        this.jar = jar;
        serving = load();
        turnTo(serving);
    }

    @Override
    public Calculator calculator() {
        return new Sum();
    }

    @Override
    public void reload() throws Exception {
        WeakReference<ClassLoader> former =
                new WeakReference<>(serving.getClass().getClassLoader());
        serving = load();
        turnTo(serving);
        departures.add(() -> former.refersTo(null));
    }

    @Override
    public void settle() {
        departures.await();
    }

    @Override
    public void close() {
        SITE.setTarget(MethodHandles.empty(ADD));
    }

    private Calculator load() throws Exception {
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getSystemClassLoader());
        return ServiceLoader.load(Calculator.class, loader).findFirst().orElseThrow();
    }

    private static void turnTo(Calculator calculator) throws ReflectiveOperationException {
        SITE.setTarget(MethodHandles.publicLookup().bind(calculator, "add", ADD));
        MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }

    /** What callers keep. */
    private static final class Sum implements Calculator {
        @Override
        public int add(int one, int other) {
            try {
                return (int) CALL.invokeExact(one, other);
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public String greet(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean take(Listener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Listener same() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Listener fresh() {
            throw new UnsupportedOperationException();
        }
    }
}
