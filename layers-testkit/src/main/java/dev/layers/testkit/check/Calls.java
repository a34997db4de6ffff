package dev.layers.testkit.check;

import dev.layers.LoadedModule;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls the providers of a plug-in on one thread that outlives them all, as threads of a host do. */
final class Calls implements AutoCloseable {
    /** What tells failed calls from other findings. */
    static final String RULE = "CALL";

    private final List<Call> calls;
    private final Duration limit;
    private final ThreadPoolExecutor caller;

    Calls(List<Call> calls, Duration limit) {
        this.calls = List.copyOf(calls);
        this.limit = limit;
        this.caller = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Calls::thread);
        // born while no code of a plug-in is on a stack
        caller.prestartAllCoreThreads();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "check caller");
        thread.setDaemon(true);
        return thread;
    }

    /** Calls every provider of {@code module}; ends with the first call that takes too long: it has the thread. */
    List<CheckFinding> on(LoadedModule module) throws InterruptedException {
        List<CheckFinding> failures = new ArrayList<>();
        Iterator<Target> targets = targets(module).iterator();
        boolean isFree = true;
        while (isFree && targets.hasNext()) {
            Target target = targets.next();
            Future<Optional<String>> outcome = caller.submit(() -> failure(target));
            failure(outcome).ifPresent(found -> failures.add(finding(target.where(), found)));
            isFree = !outcome.isCancelled();
        }
        return failures;
    }

    private List<Target> targets(LoadedModule module) {
        List<Target> targets = new ArrayList<>();
        for (Call call : calls) {
            List<?> providers = module.services(call.service());
            for (int number = 0; number < providers.size(); number++) {
                String where = call + " of provider " + (number + 1) + " of '" + module.name() + "'";
                targets.add(new Target(call, providers.get(number), where));
            }
        }
        return targets;
    }

    /** A call of one provider. */
    private record Target(Call call, Object provider, String where) {}

    /** Returns what went wrong with one call, as text: an exception could hold the plug-in. */
    private static Optional<String> failure(Target target) {
        try {
            target.call().on(target.provider());
            return Optional.empty();
        } catch (InvocationTargetException failed) {
            return Optional.of("it threw " + failed.getCause());
        }
    }

    private Optional<String> failure(Future<Optional<String>> outcome) throws InterruptedException {
        try {
            return outcome.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException running) {
            outcome.cancel(false);
            return Optional.of("it did not return within " + limit.toSeconds() + " s");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible.getCause());
        }
    }

    private static CheckFinding finding(String where, String found) {
        return new CheckFinding(
                RULE,
                where,
                found,
                "a call that returns",
                "mend the method, or call one with --call that needs nothing of its host");
    }

    @Override
    public void close() {
        caller.shutdownNow();
    }
}
