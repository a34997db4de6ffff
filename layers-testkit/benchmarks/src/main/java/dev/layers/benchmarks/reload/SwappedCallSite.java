package dev.layers.benchmarks.reload;

import dev.layers.benchmarks.Calculator;
import dev.layers.benchmarks.Sum;
import dev.layers.benchmarks.jvm.Departures;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ServiceLoader;

/** A class loader for each provider and one call site that all calls go through; nobody waits for calls that still run. */
final class SwappedCallSite implements Reloading {
    private static final MethodType ADD = MethodType.methodType(int.class, int.class, int.class);
    private static final MutableCallSite SITE = new MutableCallSite(ADD);
    private static final MethodHandle CALL = SITE.dynamicInvoker();

    private final Deployment deployment = new Deployment();
    private final Departures departures = new Departures();
    private Calculator serving;

    SwappedCallSite() throws Exception {
        serving = load();
        turnTo(serving);
    }

    @Override
    public Calculator calculator() {
        return new Swapped();
    }

    @Override
    public void reload() throws Exception {
        WeakReference<ClassLoader> former =
                new WeakReference<>(serving.getClass().getClassLoader());
        deployment.renew();
        serving = load();
        turnTo(serving);
        departures.add(() -> former.refersTo(null));
    }

    @Override
    public void settle() {
        departures.await();
    }

    @Override
    public void close() throws IOException {
        SITE.setTarget(MethodHandles.empty(ADD));
        deployment.close();
    }

    private Calculator load() throws Exception {
        URL[] jar = {deployment.jar().toUri().toURL()};
        URLClassLoader loader = new URLClassLoader(jar, ClassLoader.getSystemClassLoader());
        return ServiceLoader.load(Calculator.class, loader).findFirst().orElseThrow();
    }

    private static void turnTo(Calculator calculator) throws ReflectiveOperationException {
        SITE.setTarget(MethodHandles.publicLookup().bind(calculator, "add", ADD));
        MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }

    /** What callers keep. */
    private static final class Swapped extends Sum {
        @Override
        public int add(int one, int other) {
            try {
                return (int) CALL.invokeExact(one, other);
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
