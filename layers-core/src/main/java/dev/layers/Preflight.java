package dev.layers;

import dev.layers.internal.linkage.Linkage;
import dev.layers.internal.resolution.Resolution;
import dev.layers.internal.resolution.Resolved;
import dev.layers.internal.resolution.Unresolved;
import dev.layers.internal.snapshot.ClassFiles;
import dev.layers.internal.snapshot.Limits;
import dev.layers.internal.snapshot.Reading;
import dev.layers.internal.snapshot.Snapshot;
import dev.layers.internal.snapshot.SnapshotReader;
import dev.layers.internal.survey.Survey;
import dev.layers.module.ModuleLifecycle;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Origin;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Rule;
import dev.layers.preflight.Severity;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

    /** Reads and checks {@code source} and returns what can be loaded of it; tells of a refusal. */
    static Preparation pass(Environment environment, Source source) {
        Preflight preflight = new Preflight(environment, source);
        return preflight.run().orElseThrow(() -> {
            PreflightException refused = new PreflightException(preflight.report(Optional.empty()));
            environment.announcer().announceFailure(preflight.origin, refused);
            return refused;
        });
    }

    /**
     * Reads and checks {@code source} and returns all that was found.
     *
     * @param holders who holds the name of a module already
     */
    static PreflightReport check(Environment environment, Source source, Function<String, Optional<String>> holders) {
        Preflight preflight = new Preflight(environment, source);
        Optional<Survey> survey = preflight.run().map(preflight::survey);
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
    private Survey survey(Preparation preparation) {
        try {
            return Survey.of(environment.host().describe(preparation.resolved().configuration()), this::isOfContract);
        } catch (IOException impossible) {
            throw new IllegalStateException("A snapshot in memory failed to open", impossible);
        }
    }

    private boolean isOfContract(String packageName) {
        return environment.host().contract().stream()
                .anyMatch(shared -> shared.exported().contains(packageName));
    }

    /** Goes from stage to stage as long as nothing is refused. */
    private Optional<Preparation> run() {
        Reading<ClassFileCollector> reading =
                new SnapshotReader(source.artifact(), source.libraries(), limits()).read(this::collector);
        findings.addAll(reading.findings());
        findings.addAll(untrusted);
        return reading.snapshot()
                .filter(snapshot -> isPassing())
                .flatMap(snapshot -> prepare(snapshot, reading.classFiles()));
    }

    /** Returns what takes the class files; nobody looks into bytes that are not trusted, or were examined before. */
    private Optional<ClassFileCollector> collector(Snapshot snapshot) {
        origin = new Origin(source.artifact().toString(), snapshot.digest(), Trust.signers(snapshot.artifacts()));
        Trust trust = new Trust(environment.policies().trust(), InstantSource.system());
        untrusted = trust.check(snapshot.digest(), snapshot.artifacts());
        return untrusted.isEmpty() && !environment.examinedBytes().contain(snapshot.digest())
                ? Optional.of(new ClassFileCollector(new Linkage(environment.contractTypes())))
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

    /** Bytes of which there is nothing to say are not looked at again. */
    private void link(Snapshot snapshot, Linkage linkage) {
        boolean isWithoutFinding = findings.isEmpty();
        List<Finding> unlinked = linkage.check(snapshot.findAll());
        findings.addAll(unlinked);
        if (isWithoutFinding && unlinked.isEmpty()) {
            environment.examinedBytes().add(snapshot.digest());
        }
    }

    private Optional<Preparation> prepare(Snapshot snapshot, Optional<ClassFileCollector> unexamined) {
        List<ModuleDescriptor> candidates = snapshot.candidates(this::providesAny);
        if (candidates.size() != 1) {
            findings.add(candidates.isEmpty() ? providerMissing() : ambiguous(candidates));
            return Optional.empty();
        }
        String name = candidates.get(0).name();
        module = Optional.of(name);
        Resolution resolution = new Resolution(
                name,
                snapshot.findAll(),
                environment.hostModules(),
                environment.contract().terms());
        unexamined.ifPresent(classFiles -> link(snapshot, classFiles.linkage()));
        findings.addAll(resolution.check());
        return isPassing()
                ? resolve(resolution).map(resolved -> new Preparation(source, origin, name, resolved))
                : Optional.empty();
    }

    private Optional<Resolved> resolve(Resolution resolution) {
        try {
            return Optional.of(resolution.resolve());
        } catch (Unresolved refused) {
            findings.add(refused.finding());
            return Optional.empty();
        }
    }

    private boolean isPassing() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private boolean providesAny(ModuleDescriptor descriptor) {
        return provides(descriptor, environment.contract().provided())
                || provides(descriptor, List.of(ModuleLifecycle.class));
    }

    private static boolean provides(ModuleDescriptor descriptor, List<Class<?>> services) {
        return descriptor.provides().stream()
                .anyMatch(provides ->
                        services.stream().anyMatch(service -> service.getName().equals(provides.service())));
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
