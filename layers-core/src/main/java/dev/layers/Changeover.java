package dev.layers;

import dev.layers.internal.graph.DependencyGraph;
import dev.layers.module.UnloadReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes several modules over to their next generations together, or leaves them all as they are; to be run in the turns of all
 * of them.
 */
final class Changeover {
    private final Environment environment;
    private final ModuleNames names;
    private final List<List<Member>> levels;
    private final List<Member> members;
    private final List<Member> reversed;
    /** Those that serve, in levels: what serves of each stands on earlier ones alone. */
    private final List<List<Member>> serving;
    /** Those that serve, each before what it stands on now. */
    private final List<Member> leaving;

    private final Map<String, Member> byName = new HashMap<>();
    private final Map<String, LiveModule> neighbours = new HashMap<>();
    private final Crew crew;
    private final ModuleNames.Claim claim;
    private List<LiveModule> fresh = List.of();

    /** Creates one that has not begun. */
    Changeover(Environment environment, ModuleNames names, Setting setting) {
        this.environment = environment;
        this.names = names;
        this.levels = setting.levels();
        this.crew = setting.crew();
        this.claim = setting.claim();
        this.members = this.levels.stream().flatMap(List::stream).toList();
        this.reversed = reversed(members);
        members.forEach(member -> byName.put(member.name(), member));
        this.serving = serving();
        this.leaving = reversed(serving.stream().flatMap(List::stream).toList());
        setting.neighbours().forEach(module -> neighbours.put(module.name(), module));
    }

    private static List<Member> reversed(List<Member> some) {
        List<Member> reversed = new ArrayList<>(some);
        Collections.reverse(reversed);
        return reversed;
    }

    private List<List<Member>> serving() {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        members.stream().filter(Member::isServing).forEach(member -> needs.put(member.name(), member.standsOn()));
        return needs.isEmpty() ? List.of() : levels(needs);
    }

    private List<List<Member>> levels(Map<String, Set<String>> needs) {
        return DependencyGraph.of(needs).levels().stream()
                .map(level -> level.stream()
                        .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
                        .toList())
                .toList();
    }

    /**
     * What is changed, and beside what.
     *
     * @param levels the modules; each stands on those of earlier levels alone
     * @param neighbours other modules that they may stand on, which stay as they are meanwhile
     * @param crew what loads those of a level side by side
     * @param claim what has the names of those that are new
     */
    record Setting(List<List<Member>> levels, List<LiveModule> neighbours, Crew crew, ModuleNames.Claim claim) {}

    /** Runs it; what goes wrong is part of what it returns. */
    Changed run() {
        try {
            if (members.stream().anyMatch(Member::isStoppedFirst)) {
                stopFirst();
            } else {
                startFirst();
            }
            return changed(Optional.empty());
        } catch (RuntimeException failed) {
            return changed(Optional.of(failed));
        }
    }

    private void startFirst() {
        loadAll(this::askAndLoad);
        boolean quiet = false;
        try {
            members.forEach(Member::turn);
            leaving.forEach(this::drain);
            quiet = true;
        } finally {
            if (!quiet) {
                turnBack();
            }
        }
        boolean settled = settle();
        leaving.forEach(Member::unload);
        requireSettled(settled);
    }

    private void askAndLoad(Member member) {
        member.prepare(this::find);
        if (member.failure().isEmpty()) {
            member.ask();
        }
        if (member.failure().isEmpty()) {
            member.load(this::find);
        }
    }

    private void turnBack() {
        leaving.forEach(Member::reopen);
        members.forEach(Member::turnBack);
        reversed.forEach(Member::discard);
    }

    /** What can be known before anything is stopped is looked at before. */
    private void stopFirst() {
        if (levels.size() > 1) {
            rehearse();
        }
        each(levels.get(0), member -> member.prepare(this::find));
        boolean quiet = false;
        try {
            for (Member member : leaving) {
                member.hold();
                drain(member);
            }
            each(members, Member::ask);
            quiet = true;
        } finally {
            if (!quiet) {
                leaving.forEach(Member::reopen);
            }
        }
        leaving.forEach(Member::unload);
        startAgainOrBack();
        members.forEach(Member::turn);
        requireSettled(settle());
    }

    private void rehearse() {
        try (Trial trial = new Trial()) {
            Neighbours neighbours = name -> byName.containsKey(name) ? trial.find(name) : find(name);
            levels.forEach(level -> each(level, member -> member.rehearse(neighbours, trial)));
        }
    }

    private void startAgainOrBack() {
        String why = "an error";
        boolean started = false;
        try {
            loadAll(member -> member.load(this::find));
            started = true;
        } catch (LayerException failed) {
            why = String.valueOf(failed.getMessage());
            throw failed;
        } finally {
            if (!started) {
                rollBack(why);
            }
        }
    }

    private void rollBack(String why) {
        serving.forEach(level -> crew.each(level, member -> member.restore(this::find, why)));
    }

    private void loadAll(Consumer<Member> loading) {
        boolean complete = false;
        try {
            levels.forEach(level -> each(level, loading));
            complete = true;
        } finally {
            if (!complete) {
                reversed.forEach(Member::discard);
            }
        }
    }

    private void each(List<Member> level, Consumer<Member> work) {
        crew.each(level, work);
        level.stream()
                .filter(member -> !member.isLeftDown())
                .flatMap(member -> member.failure().stream())
                .findFirst()
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    private void drain(Member member) {
        member.drain().ifPresent(refused -> {
            throw member.fail(ModuleWording.stillCalled(refused));
        });
    }

    /** A module that is changed as well is found as it will be, and not before it is there. */
    private Optional<Generation> find(String name) {
        Member member = byName.get(name);
        return member == null
                ? Optional.ofNullable(neighbours.get(name)).flatMap(LiveModule::serving)
                : member.loaded();
    }

    private boolean settle() {
        fresh = members.stream().filter(Member::isNew).map(Member::publish).toList();
        return names.settle(fresh, claim);
    }

    /** What came too late, when everything is being unloaded, goes again. */
    private void requireSettled(boolean settled) {
        if (!settled && !fresh.isEmpty()) {
            for (int last = fresh.size() - 1; last >= 0; last--) {
                fresh.get(last).unload(UnloadReason.SHUTDOWN, () -> {}, () -> {});
            }
            throw ModuleNames.closed();
        }
    }

    private Changed changed(Optional<RuntimeException> failure) {
        List<Runnable> tellings = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Member member : members) {
            Optional<LayerException> own =
                    failure.isEmpty() ? member.failure() : failure.flatMap(failed -> failureOf(member, failed));
            outcomes.add(member.outcome(own));
            if (failure.isEmpty() && member.isNew()) {
                tellings.add(member::announceLoaded);
            }
            if (own.isPresent() && member.failure().isEmpty() && member.isAsked()) {
                tellings.add(() ->
                        environment.announcer().announceFailure(member.draft().origin(), own.get()));
            }
        }
        leaving.forEach(member -> member.unloads()
                .forEach(report -> tellings.add(
                        () -> environment.announcer().announceEnd(new LayerEvent.Unloaded(report), report))));
        return new Changed(outcomes, fresh, failure, tellings);
    }

    private Optional<LayerException> failureOf(Member member, RuntimeException failed) {
        return member.failure()
                .or(() -> members.stream()
                        .filter(other ->
                                other.failure().isPresent() && !other.isLeftDown() && failed instanceof LayerException)
                        .findFirst()
                        .map(other -> ModuleWording.abandoned(member.draft(), other.name(), (LayerException) failed)));
    }
}
