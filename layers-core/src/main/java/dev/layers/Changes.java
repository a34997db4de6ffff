package dev.layers;

import java.util.List;
import java.util.Optional;

/** Makes changes of what was compared. */
final class Changes {
    private Changes() {}

    static Change load(Taken.Fresh fresh) {
        Draft draft = fresh.draft();
        return new Change(
                Change.Kind.LOAD,
                draft.module(),
                version(draft),
                fresh.wanted().shown(),
                Optional.empty(),
                digest(draft.origin().digest()),
                "",
                List.of());
    }

    static Change reload(LiveModule live, Taken.Fresh fresh) {
        Draft draft = fresh.draft();
        boolean isOtherBytes =
                !live.status().origin().digest().equals(draft.origin().digest());
        String restarted = live.status().state() == ModuleState.ACTIVE
                ? DeploymentWording.OPTIONS_CHANGED
                : DeploymentWording.WAS_DOWN;
        return new Change(
                Change.Kind.RELOAD,
                draft.module(),
                version(draft),
                fresh.wanted().shown(),
                serving(live),
                digest(draft.origin().digest()),
                isOtherBytes ? "" : restarted,
                List.of());
    }

    /** Makes a change that leaves a module with the bytes that it has. */
    static Change of(LiveModule live, Change.Kind kind, String shown, String reason) {
        Optional<String> to = kind == Change.Kind.KEEP ? serving(live) : Optional.empty();
        return new Change(
                kind, live.name(), version(Standings.draft(live)), shown, serving(live), to, reason, List.of());
    }

    static Change follow(LiveModule live, String shown, List<String> causes) {
        return new Change(
                Change.Kind.RELOAD,
                live.name(),
                version(Standings.draft(live)),
                shown,
                serving(live),
                serving(live),
                DeploymentWording.standsOn(causes),
                causes);
    }

    static Change refuse(Taken.Unfit unfit, Optional<LiveModule> live) {
        return new Change(
                Change.Kind.REFUSE,
                unfit.module().orElseGet(() -> fileName(unfit.wanted())),
                Optional.empty(),
                unfit.wanted().shown(),
                live.flatMap(Changes::serving),
                digest(unfit.origin().digest()),
                unfit.reason(),
                List.of());
    }

    /** Makes of {@code change} one that cannot be made. */
    static Change refused(Change change, String reason) {
        return new Change(
                Change.Kind.REFUSE,
                change.module(),
                change.version(),
                change.source(),
                change.from(),
                change.to(),
                reason,
                List.of());
    }

    /** Makes a change of what was drawn along although nobody saw that before. */
    static Change unforeseen(Outcome outcome) {
        return new Change(outcome.kind(), outcome.module(), "", Optional.empty(), Optional.empty(), "");
    }

    private static Optional<String> serving(LiveModule live) {
        return digest(live.status().origin().digest());
    }

    private static Optional<String> digest(String digest) {
        return Optional.of(digest).filter(text -> !text.isEmpty());
    }

    private static Optional<String> version(Draft draft) {
        return draft.descriptor().rawVersion();
    }

    private static String fileName(Wanted wanted) {
        return String.valueOf(wanted.source().artifact().getFileName());
    }
}
