package dev.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was taken, with artifacts of one module told apart: the one that is loaded goes on, the others are refused.
 *
 * @param single at most one artifact of each module
 * @param refused the others
 */
record Namesakes(List<Taken> single, List<Taken.Unfit> refused) {
    static Namesakes of(List<Taken> taken, Ownership ownership) {
        Map<String, List<Taken>> byName = new LinkedHashMap<>();
        List<Taken> single = new ArrayList<>();
        for (Taken one : taken) {
            module(one)
                    .ifPresentOrElse(
                            name -> byName.computeIfAbsent(name, first -> new ArrayList<>())
                                    .add(one),
                            () -> single.add(one));
        }
        List<Taken.Unfit> refused = new ArrayList<>();
        byName.forEach((name, all) -> {
            Optional<Taken> first = first(all, ownership.module(name));
            first.ifPresent(single::add);
            all.stream()
                    .filter(one -> first.filter(one::equals).isEmpty())
                    .map(one -> unfit(name, one, all))
                    .forEach(refused::add);
        });
        return new Namesakes(single, refused);
    }

    /** Which of several is meant nobody knows, unless one of them was loaded before the others came. */
    private static Optional<Taken> first(List<Taken> all, Optional<Ownership.Owned> owned) {
        return all.size() == 1
                ? Optional.of(all.get(0))
                : owned.flatMap(known -> all.stream()
                        .filter(one -> one.wanted()
                                .source()
                                .artifact()
                                .equals(known.wanted().source().artifact()))
                        .findFirst());
    }

    private static Taken.Unfit unfit(String name, Taken one, List<Taken> all) {
        List<Wanted> others = all.stream()
                .map(Taken::wanted)
                .filter(wanted -> !wanted.equals(one.wanted()))
                .toList();
        Draft draft = one instanceof Taken.Fresh fresh ? fresh.draft() : Standings.draft(((Taken.Standing) one).live());
        return new Taken.Unfit(
                one.wanted(),
                Optional.of(name),
                DeploymentWording.twice(name, others),
                draft.origin(),
                Optional.empty(),
                Taken.Fault.SURROUNDINGS);
    }

    private static Optional<String> module(Taken taken) {
        return Stream.of(taken)
                .filter(one -> !(one instanceof Taken.Unfit))
                .map(one -> one instanceof Taken.Fresh fresh
                        ? fresh.draft().module()
                        : ((Taken.Standing) one).live().name())
                .findFirst();
    }
}
