package dev.layers.internal.failure;

import dev.layers.internal.time.Deadline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Copies what was thrown, so that it can cross between host and module by value.
 *
 * <p>Any throwable that was created while module code was on the stack holds that code's classes. Its copy holds
 * nothing of it; it keeps its type if both sides know that.
 */
public final class ThrownCopies {
    /** Takes microseconds; more is needed only by messages that are computed. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Ends nowhere near the depth of the longest chain that is copied. */
    private static final long DEEP_STACK = 4L << 20;

    private final Terms terms;
    private final Duration longest;
    private final Preparation preparation;
    /** The serial form of a number, once it was needed. */
    private volatile byte @Nullable [] number;

    /**
     * Creates the copies of one border; call it without module code on the stack, and once for many modules.
     *
     * <p>What they need is made ready beside the caller; {@link #awaitReady()} waits for it.
     *
     * @param shared whether a class is known on both sides
     * @param own whether a throwable is one of ours, which records no stack in the VM's own form and crosses as it is
     * @param telling makes the exception that tells what another one was
     */
    public ThrownCopies(
            Predicate<Class<?>> shared, Predicate<Throwable> own, Function<ModuleFailure, RuntimeException> telling) {
        this(new Terms(shared, own, telling), LONGEST);
    }

    ThrownCopies(Terms terms, Duration longest) {
        this.terms = terms;
        this.longest = longest;
        this.preparation = Preparation.begin(terms, DEEP_STACK);
    }

    /** Waits until they are ready for whatever is thrown; to be called before code of a module runs. */
    public void awaitReady() {
        preparation.await();
    }

    /** Returns what stands for {@code thrown} on the other side; never throws. */
    public Throwable copy(Throwable thrown) {
        try {
            preparation.await();
            return copyOrText(thrown);
        } catch (OutOfMemoryError full) {
            return preparation.withoutMemory();
        } catch (Throwable deep) {
            return preparation.withoutStack();
        }
    }

    /**
     * Lets the JDK forget classes of modules that it met in serial forms, be they written here or by a module.
     *
     * <p>The descriptor of such a class is held softly. Once it was cleared while its class was alive, it waits with the
     * class in a queue of the JDK for the next one to write or read anything: to read what has a field empties each. Call it
     * when a module was let go.
     */
    public void forgetClasses() {
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(number()))) {
            Object unused = input.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException refused) {
            // a filter of the host may take throwables alone
            copy(new Throwable());
        }
    }

    private byte[] number() {
        byte[] known = number;
        if (known == null) {
            known = serialFormOfNumber();
            number = known;
        }
        return known;
    }

    private static byte[] serialFormOfNumber() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private Throwable copyOrText(Throwable thrown) {
        try {
            return thrown instanceof StackOverflowError ? copyAside(thrown) : copyHere(thrown);
        } catch (RuntimeException brokenTerms) {
            return ModuleFailure.copyOf(thrown);
        }
    }

    private Throwable copyHere(Throwable thrown) {
        try {
            return new Copying(terms, false).copyOf(thrown);
        } catch (StackOverflowError deep) {
            return copyAside(thrown);
        }
    }

    /** Copies on a fresh stack; messages of a module may wait there for what the caller's thread holds. */
    private Throwable copyAside(Throwable thrown) {
        Aside aside = new Aside(terms, thrown);
        Thread thread = new Thread(null, aside, "layers-copy", DEEP_STACK, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        Throwable copy = Deadline.in(longest).join(thread) ? aside.copy : null;
        return copy == null ? bareCopy(thrown) : copy;
    }

    private Throwable bareCopy(Throwable thrown) {
        boolean isKept = thrown instanceof StackOverflowError;
        return isKept ? preparation.withoutStack() : terms.telling().apply(ModuleFailure.bareCopyOf(thrown));
    }

    /** Copies on a thread of its own. */
    static final class Aside implements Runnable {
        private final Terms terms;
        private final Throwable thrown;
        private @Nullable Throwable copy;

        Aside(Terms terms, Throwable thrown) {
            this.terms = terms;
            this.thrown = thrown;
        }

        @Override
        public void run() {
            try {
                copy = new Copying(terms, true).copyOf(thrown);
            } catch (Throwable failure) {
                // the caller finds no copy; a handler of uncaught exceptions would keep this one
            }
        }
    }
}
