package dev.layers;

import dev.layers.internal.linkage.ContractTypes;
import dev.layers.internal.linkage.Linkage;
import dev.layers.internal.resolution.Requirements;
import dev.layers.internal.resolution.Resolution;
import dev.layers.internal.resolution.Resolved;
import dev.layers.internal.resolution.Terms;
import dev.layers.internal.resolution.Unresolved;
import dev.layers.internal.resolution.VersionRange;
import dev.layers.internal.snapshot.Snapshot;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Origin;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Severity;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An artifact that was read; it lies in memory and can be prepared and loaded any number of times. */
final class ArtifactDraft implements Draft {
    private final Environment environment;
    private final ModuleDescriptor descriptor;
    private final Read read;
    private final Requirements requirements;
    /** The bytes; gone once nothing is made of them any longer. */
    private volatile @Nullable Snapshot snapshot;
    /** Its class files, until they were checked once. */
    private final AtomicReference<@Nullable Linkage> unexamined;

    /**
     * What reading an artifact came to.
     *
     * @param found what was found while it was read
     * @param unprovided why it cannot be loaded for its services, if it provides none
     */
    record Read(Source source, Origin origin, List<Finding> found, Optional<Finding> unprovided) {
        Read {
            found = List.copyOf(found);
        }
    }

    /**
     * What was read.
     *
     * @param snapshot the bytes
     * @param unexamined their class files, none if they are known to be good
     */
    record Bytes(Snapshot snapshot, Optional<Linkage> unexamined) {}

    /** Takes what was read. */
    ArtifactDraft(Environment environment, ModuleDescriptor descriptor, Read read, Bytes bytes) {
        this.environment = environment;
        this.descriptor = descriptor;
        this.read = read;
        this.requirements = Requirements.of(
                descriptor.name(),
                bytes.snapshot().findAll(),
                environment.parents().modules());
        this.snapshot = bytes.snapshot();
        this.unexamined = new AtomicReference<>(bytes.unexamined().orElse(null));
    }

    @Override
    public ModuleDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Set<String> needs() {
        Set<String> all = new LinkedHashSet<>(requirements.strict());
        all.addAll(requirements.optional());
        return all;
    }

    @Override
    public Set<String> options() {
        return requirements.optional();
    }

    @Override
    public Source source() {
        return read.source();
    }

    @Override
    public Origin origin() {
        return read.origin();
    }

    @Override
    public Draft with(LoadOptions options) {
        Source other = new Source(options, source().artifact(), source().libraries());
        return new ArtifactDraft(
                environment,
                descriptor,
                new Read(other, origin(), read.found(), read.unprovided()),
                new Bytes(snapshot(), Optional.ofNullable(unexamined.getAndSet(null))));
    }

    @Override
    public void forget() {
        snapshot = null;
        unexamined.set(null);
    }

    private Snapshot snapshot() {
        Snapshot kept = snapshot;
        if (kept == null) {
            throw new ModuleUnloadedException(
                    "Module '" + module() + "': it was unloaded meanwhile; load it again, or ask again without it");
        }
        return kept;
    }

    @Override
    public Preparation prepare(Neighbours neighbours) {
        try {
            return examine(neighbours);
        } catch (PreflightException refused) {
            environment.announcer().announceFailure(origin(), refused);
            throw refused;
        }
    }

    @Override
    public Preparation examine(Neighbours neighbours) {
        List<Finding> findings = new ArrayList<>(read.found());
        return prepare(neighbours, findings)
                .orElseThrow(() -> new PreflightException(
                        new PreflightReport(origin(), Optional.of(module()), findings, Collections.emptySortedMap())));
    }

    /** Adds to {@code findings} what speaks against it. */
    Optional<ResolvedArtifact> prepare(Neighbours neighbours, List<Finding> findings) {
        if (source().options().offer() == Offer.SERVICES && read.unprovided().isPresent()) {
            findings.add(read.unprovided().get());
            return Optional.empty();
        }
        List<Neighbour> generations = new ArrayList<>();
        needs().forEach(name -> neighbours.find(name).ifPresent(generations::add));
        Snapshot bytes = snapshot();
        Parents parents = environment.parents().with(generations, bytes.names());
        Footing footing = Footing.of(bytes.digest(), generations);
        Resolution resolution = new Resolution(module(), bytes.findAll(), parents.modules(), terms());
        findings.addAll(unlinked(parents.types(), footing));
        findings.addAll(resolution.check());
        return isPassing(findings)
                ? resolve(resolution, findings)
                        .map(resolved -> new ResolvedArtifact(environment, this, parents, footing, resolved))
                : Optional.empty();
    }

    static boolean isPassing(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                return false;
            }
        }
        return true;
    }

    private Terms terms() {
        LoadOptions options = source().options();
        Terms terms = environment.contract().terms();
        if (!options.requiring().isEmpty()) {
            SortedMap<String, VersionRange> versions = new TreeMap<>();
            options.requiring().forEach((name, range) -> versions.put(name, VersionRange.of(range)));
            terms = terms.requiring(versions);
        }
        return options.offer() == Offer.PACKAGES ? terms.ofPackages() : terms;
    }

    /** Bytes of which there is nothing to say are not looked at again, unless they stand on something else. */
    private List<Finding> unlinked(ContractTypes types, Footing footing) {
        if (environment.examinedBytes().contain(footing.digest())) {
            return List.of();
        }
        Linkage linkage = Optional.ofNullable(unexamined.getAndSet(null)).orElseGet(this::reread);
        List<Finding> unlinked = linkage.check(snapshot().findAll(), types);
        if (read.found().isEmpty() && unlinked.isEmpty()) {
            environment.examinedBytes().add(footing.digest());
        }
        return unlinked;
    }

    /** What is wrong with the class files themselves was told when they were read first. */
    private Linkage reread() {
        Linkage linkage = new Linkage(environment.parents().types());
        snapshot().examine(linkage::add);
        return linkage;
    }

    private static Optional<Resolved> resolve(Resolution resolution, List<Finding> findings) {
        try {
            return Optional.of(resolution.resolve());
        } catch (Unresolved refused) {
            findings.add(refused.finding());
            return Optional.empty();
        }
    }
}
