package dev.layers.internal.layer;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps the names of live loaders apart, in all managers of the JVM.
 *
 * <p>Stack frames tell whose they are by the name of the loader alone, so two live loaders of one name would put the
 * threads of the one to the account of the other. This is the one thing that has to be known JVM-wide; it holds names,
 * and loaders weakly.
 */
final class LoaderNames {
    private static final LoaderNames OF_THIS_JVM = new LoaderNames();

    private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
    /** Guarded by this. */
    private final Map<String, Claim> claims = new HashMap<>();

    LoaderNames() {}

    static LoaderNames ofThisJvm() {
        return OF_THIS_JVM;
    }

    /** Makes a loader named {@code wanted}, or {@code wanted@2} and so on while loaders of that name live. */
    synchronized <L extends ClassLoader> L claim(String wanted, Function<String, L> creation) {
        forgetCollected();
        String name = wanted;
        for (int number = 2; claims.containsKey(name); number++) {
            name = wanted + "@" + number;
        }
        L loader = creation.apply(name);
        claims.put(name, new Claim(name, loader, gone));
        return loader;
    }

    /** Returns whether {@code question} is true of some live loader. */
    synchronized boolean any(Predicate<? super ClassLoader> question) {
        return claims.values().stream().map(Reference::get).anyMatch(loader -> loader != null && question.test(loader));
    }

    private void forgetCollected() {
        for (Reference<?> next = gone.poll(); next != null; next = gone.poll()) {
            if (next instanceof Claim claim) {
                claims.remove(claim.name, claim);
            }
        }
    }

    /** The claim of a live loader on its name. */
    private static final class Claim extends WeakReference<ClassLoader> {
        private final String name;

        Claim(String name, ClassLoader loader, ReferenceQueue<ClassLoader> gone) {
            super(loader, gone);
            this.name = name;
        }
    }
}
