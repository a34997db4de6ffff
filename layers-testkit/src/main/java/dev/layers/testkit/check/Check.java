package dev.layers.testkit.check;

import dev.layers.ArtifactPolicy;
import dev.layers.CollectionPolicy;
import dev.layers.ExplanationPolicy;
import dev.layers.GenerationPolicy;
import dev.layers.LayerEvent;
import dev.layers.LayerException;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.PreflightException;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.retention.Hold;
import dev.layers.retention.RetentionPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Loads a plug-in, calls it and unloads it, as often as asked or until it is not clean. */
final class Check {
    private static final Duration VERDICT = Duration.ofSeconds(20);

    private final CheckRequest request;
    private final Progress progress;
    private final Growth growth = new Growth();
    private final AtomicReference<@Nullable UnloadReport> discarded = new AtomicReference<>();
    private final long start = System.nanoTime();
    private int number = 1;

    Check(CheckRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @throws UsageException if what is asked for cannot be done
     */
    CheckResult run() throws InterruptedException {
        requireNamed(request.plugin());
        requireExisting(request.plugin(), "Plug-in", "the plug-in");
        request.libraries().forEach(library -> requireExisting(library, "Private library", "--private"));
        SharedContract shared = SharedContract.of(request);
        List<Call> calls = request.calls().stream()
                .flatMap(name -> Call.named(name, shared.services()).stream())
                .toList();
        try (Calls caller = new Calls(calls, request.limits().call());
                LayerManager manager = manager(shared)) {
            return rounds(manager, caller);
        } finally {
            progress.done();
        }
    }

    /** An empty path would be the current directory. */
    private static void requireNamed(Path plugin) {
        if (plugin.toString().isEmpty()) {
            throw new UsageException(
                    "Plug-in '': no name; wanted a jar or a directory of classes; correct the plug-in");
        }
    }

    private static void requireExisting(Path path, String what, String where) {
        if (!Files.exists(path)) {
            throw new UsageException(
                    what + " '" + path + "': no such file; wanted a jar or a directory of classes; correct " + where);
        }
    }

    private LayerManager manager(SharedContract shared) {
        return LayerManager.builder(shared.contract())
                .name("check")
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .unloading(UnloadPolicy.standard().hooksFor(request.limits().start()))
                .collecting(CollectionPolicy.request(VERDICT))
                .explaining(ExplanationPolicy.heapDump())
                .listener(this::tell)
                .bounding(new GenerationPolicy(Integer.MAX_VALUE, GenerationPolicy.Excess.GO_ON))
                .build();
    }

    private void tell(LayerEvent event) {
        if (event instanceof LayerEvent.Discarded vain) {
            discarded.set(vain.report());
        }
        if (event instanceof LayerEvent.Examining examining) {
            progress.doing("looking what holds it: " + examining.stage() + ", " + examining.percent() + " %");
        }
    }

    private CheckResult rounds(LayerManager manager, Calls caller) throws InterruptedException {
        try {
            Round round = round(manager, caller);
            while (round.isClean() && number < request.repeat()) {
                number++;
                round = round(manager, caller);
            }
            return result(round);
        } catch (PreflightException refused) {
            return refused(
                    refused.report().findings().stream().map(CheckFinding::of).toList());
        } catch (UnloadFailure failed) {
            return new CheckResult(
                    CheckVerdict.UNCONFIRMED,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(failed.finding(request.plugin())),
                    how());
        } catch (LayerException refused) {
            return refused(List.of(Refusal.finding(request.plugin(), number, refused)));
        }
    }

    private Round round(LayerManager manager, Calls caller) throws InterruptedException {
        String of = "round " + number + " of " + request.repeat() + ": ";
        progress.doing(of + "loading");
        LoadedModule module = manager.load(request.plugin(), request.libraries().toArray(Path[]::new));
        progress.doing(of + "calling");
        List<CheckFinding> failures = caller.on(module);
        progress.doing(of + "unloading");
        UnloadReport report = unload(module);
        progress.doing(of + "waiting for the verdict");
        Round round = new Round(report, LastVerdict.of(report, request.limits().patience()), failures);
        growth.add(Growth.Sample.now());
        return round;
    }

    private static UnloadReport unload(LoadedModule module) {
        try {
            return module.unload();
        } catch (LayerException failed) {
            throw new UnloadFailure(failed);
        }
    }

    private CheckResult result(Round last) {
        List<LeftOver> grown = last.isClean() ? growth.found() : List.of();
        List<LeftOver> residue = new ArrayList<>(last.residue());
        residue.addAll(grown);
        return new CheckResult(
                verdict(last.verdict()), hold(last.verdict()), residue, paths(last.verdict()), last.findings(), how());
    }

    private static CheckVerdict verdict(Verdict verdict) {
        if (verdict instanceof Verdict.Collected) {
            return CheckVerdict.COLLECTED;
        }
        return verdict instanceof Verdict.Retained ? CheckVerdict.RETAINED : CheckVerdict.UNCONFIRMED;
    }

    private static Optional<Hold> hold(Verdict verdict) {
        return verdict instanceof Verdict.Retained retained
                ? Optional.of(retained.retention().hold())
                : Optional.empty();
    }

    private static List<RetentionPath> paths(Verdict verdict) {
        return verdict instanceof Verdict.Retained retained
                ? retained.retention().paths()
                : List.of();
    }

    /** What was made in vain is told too: its providers may have left something before one of them failed. */
    private CheckResult refused(List<CheckFinding> refusals) throws InterruptedException {
        UnloadReport vain = discarded.get();
        if (vain == null) {
            return new CheckResult(CheckVerdict.REFUSED, Optional.empty(), List.of(), List.of(), refusals, how());
        }
        progress.doing("waiting for the verdict on what was not loaded");
        Round round = new Round(vain, LastVerdict.of(vain, request.limits().patience()), List.of());
        List<CheckFinding> findings = new ArrayList<>(refusals);
        findings.addAll(round.findings());
        return new CheckResult(
                CheckVerdict.REFUSED, hold(round.verdict()), round.residue(), paths(round.verdict()), findings, how());
    }

    private CheckResult.Run how() {
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return new CheckResult.Run(String.valueOf(request.plugin().getFileName()), request.repeat(), number, millis);
    }
}
