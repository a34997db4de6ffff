package dev.layers;

import dev.layers.internal.linkage.Linkage;
import dev.layers.internal.snapshot.ClassFiles;
import dev.layers.internal.snapshot.Limits;
import dev.layers.internal.snapshot.Reading;
import dev.layers.internal.snapshot.Snapshot;
import dev.layers.internal.snapshot.SnapshotArtifact;
import dev.layers.internal.snapshot.SnapshotReader;
import dev.layers.internal.survey.Survey;
import dev.layers.module.ModuleLifecycle;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Origin;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says whatever is wrong with an artifact before any code of it runs. */
final class Preflight {
    private final Environment environment;
    private final Source source;
    private final List<Finding> findings = new ArrayList<>();
    private Origin origin;
    private Optional<String> module = Optional.empty();
    /** Of the last attempt to read. */
    private List<Finding> untrusted = List.of();

    private Preflight(Environment environment, Source source) {
        this.environment = environment;
        this.source = source;
        this.origin = new Origin(source.artifact().toString(), "", List.of());
    }

    /** Returns the name of the module that is at {@code source}, whether or not it could be loaded. */
    static Optional<String> name(Environment environment, Source source) {
        Preflight preflight = new Preflight(environment, source);
        return preflight
                .read(snapshot -> Optional.empty())
                .snapshot()
                .map(snapshot -> snapshot.candidates(preflight::providesAny))
                .filter(candidates -> candidates.size() == 1)
                .map(candidates -> candidates.get(0).name());
    }

    /** Reads {@code source}; tells nobody but the caller of a refusal. */
    static Draft examine(Environment environment, Source source) {
        Preflight preflight = new Preflight(environment, source);
        return preflight.draft().orElseThrow(() -> new PreflightException(preflight.report(Optional.empty())));
    }

    /**
     * Reads and checks {@code source} and returns all that was found.
     *
     * @param neighbours what it may stand on
     * @param holders who holds the name of a module already
     */
    static PreflightReport check(
            Environment environment, Source source, Neighbours neighbours, Function<String, Optional<String>> holders) {
        Preflight preflight = new Preflight(environment, source);
        Optional<Survey> survey = preflight
                .draft()
                .flatMap(draft -> draft.prepare(neighbours, preflight.findings))
                .map(preflight::survey);
        preflight.checkName(holders);
        return preflight.report(survey);
    }

    private void checkName(Function<String, Optional<String>> holders) {
        module.ifPresent(name -> holders.apply(name)
                .map(holder -> Rule.NAME_LIVE.at(source.artifact() + ": module '" + name + "'", holder))
                .ifPresent(findings::add));
    }

    private PreflightReport report(Optional<Survey> survey) {
        List<Finding> all = new ArrayList<>(findings);
        survey.map(Survey::findings).ifPresent(all::addAll);
        return new PreflightReport(
                origin, module, all, survey.map(Survey::implementations).orElse(Collections.emptySortedMap()));
    }

    /** Looks at what nothing is wrong with, for people. */
    private Survey survey(ResolvedArtifact artifact) {
        try {
            return Survey.of(
                    artifact.parents().host().describe(artifact.resolved().configuration()), this::isOfContract);
        } catch (IOException impossible) {
            throw new IllegalStateException("A snapshot in memory failed to open", impossible);
        }
    }

    private boolean isOfContract(String packageName) {
        return environment.parents().host().contract().stream()
                .anyMatch(shared -> shared.exported().contains(packageName));
    }

    /** Reads, and finds the module, as long as nothing is refused. */
    private Optional<ArtifactDraft> draft() {
        Reading<ClassFileCollector> reading = read(this::collector);
        findings.addAll(reading.findings());
        findings.addAll(untrusted);
        return reading.snapshot()
                .filter(snapshot -> ArtifactDraft.isPassing(findings))
                .flatMap(snapshot -> draft(snapshot, reading.classFiles().map(ClassFileCollector::linkage)));
    }

    private Reading<ClassFileCollector> read(Function<Snapshot, Optional<ClassFileCollector>> collectors) {
        return new SnapshotReader(source.artifact(), source.libraries(), limits()).read(collectors);
    }

    /** Returns what takes the class files; nobody looks into bytes that are not trusted, or were examined before. */
    private Optional<ClassFileCollector> collector(Snapshot snapshot) {
        List<SnapshotArtifact> artifacts = snapshot.artifacts();
        origin = new Origin(source.artifact().toString(), snapshot.digest(), Trust.signers(artifacts));
        Trust trust = new Trust(environment.policies().trust(), InstantSource.system());
        untrusted = trust.check(snapshot.digest(), artifacts);
        return untrusted.isEmpty() && !environment.examinedBytes().contain(snapshot.digest())
                ? Optional.of(
                        new ClassFileCollector(new Linkage(environment.parents().types())))
                : Optional.empty();
    }

    /** Hands class files from the snapshot to the linkage check; the two do not know each other. */
    private record ClassFileCollector(Linkage linkage) implements ClassFiles {
        @Override
        public List<Finding> add(String artifact, String entry, byte[] classFile) {
            return linkage.add(artifact, entry, classFile);
        }
    }

    private Limits limits() {
        ArtifactPolicy policy = environment.policies().artifacts();
        return new Limits(policy.entries(), policy.inflated(), policy.depth(), policy.quiet());
    }

    /** A module that provides nothing may be one that others require; how it is loaded decides. */
    private Optional<ArtifactDraft> draft(Snapshot snapshot, Optional<Linkage> unexamined) {
        List<ModuleDescriptor> providers = snapshot.candidates(this::providesAny);
        List<ModuleDescriptor> candidates = providers.isEmpty() ? roots(snapshot) : providers;
        Optional<Finding> unprovided = providers.isEmpty() ? Optional.of(providerMissing()) : Optional.empty();
        if (candidates.size() != 1) {
            findings.add(unprovided.orElseGet(() -> ambiguous(candidates)));
            return Optional.empty();
        }
        ModuleDescriptor main = candidates.get(0);
        module = Optional.of(main.name());
        ArtifactDraft.Read read = new ArtifactDraft.Read(source, origin, findings, unprovided);
        return Optional.of(new ArtifactDraft(environment, main, read, new ArtifactDraft.Bytes(snapshot, unexamined)));
    }

    /** Returns the modules of the artifact that none of the others requires. */
    private static List<ModuleDescriptor> roots(Snapshot snapshot) {
        List<ModuleDescriptor> all = snapshot.candidates(any -> true);
        Set<String> required = all.stream()
                .flatMap(module -> module.requires().stream())
                .map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toSet());
        return all.stream().filter(module -> !required.contains(module.name())).toList();
    }

    private boolean providesAny(ModuleDescriptor descriptor) {
        return provides(descriptor, environment.contract().provided())
                || provides(descriptor, List.of(ModuleLifecycle.class));
    }

    private static boolean provides(ModuleDescriptor descriptor, List<Class<?>> services) {
        for (ModuleDescriptor.Provides provides : descriptor.provides()) {
            for (Class<?> service : services) {
                if (service.getName().equals(provides.service())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Finding providerMissing() {
        List<Class<?>> provided = environment.contract().provided();
        List<Class<?>> wanted = provided.isEmpty() ? List.of(ModuleLifecycle.class) : provided;
        String services = wanted.stream().map(Class::getName).collect(Collectors.joining("' or '"));
        return Rule.PROVIDER_MISSING.at(
                source.artifact(),
                "no module with a provider",
                services,
                "add 'provides ... with ...' to module-info.java, or to a plain jar a file in META-INF/services");
    }

    private Finding ambiguous(List<ModuleDescriptor> candidates) {
        String names = candidates.stream()
                .map(candidate -> "'" + candidate.name() + "'")
                .sorted()
                .collect(Collectors.joining(", "));
        return Rule.MODULE_AMBIGUOUS.at(source.artifact(), "several modules provide services: " + names);
    }
}
