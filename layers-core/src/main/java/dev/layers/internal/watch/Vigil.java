package dev.layers.internal.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a directory, turn by turn. While the directory cannot be looked at, nothing in it has changed.
 *
 * <p>Used by one thread; it asks no clock that anybody can set.
 */
final class Vigil implements Turns {
    private final Terms terms;
    private final Means means;
    private final Receiver receiver;
    private final Troubles troubles;
    private final SortedMap<Path, Child> children = new TreeMap<>();
    private Optional<Object> identity = Optional.empty();
    private boolean isAttended;
    private boolean isLookWanted = true;
    private boolean hasLooked;
    private boolean hasTold;
    private long lookedAt;
    private long looks;
    private Optional<Long> askAgainAt = Optional.empty();

    /** What it looks with. */
    record Means(Sights sights, Notices notices, LongSupplier clock) {}

    Vigil(Terms terms, Means means, Receiver receiver) {
        this.terms = terms;
        this.means = means;
        this.receiver = receiver;
        this.troubles = new Troubles(receiver);
    }

    /** Takes what was noticed, looks at what may have changed, tells what is at rest; returns when the next turn is due. */
    @Override
    public Duration turn(News news) {
        isLookWanted |= news.extent() != News.Extent.NOTHING_ELSE
                || (!isAttended && !news.children().isEmpty());
        isAttended &= news.extent() != News.Extent.DIRECTORY;
        news.children().forEach(this::notice);
        if (isLookDue()) {
            lookAtAll();
        }
        if (isAttended) {
            settle();
            tell();
            children.values().removeIf(Child::isForgettable);
        }
        return untilNext();
    }

    @Override
    public Standing standing() {
        List<Path> restless =
                pending().filter(Child::isRestless).map(Child::path).toList();
        int artifacts = (int) children.values().stream()
                .filter(child -> child.told().isPresent())
                .count();
        return new Standing(
                artifacts, restless, troubles.standing(), means.notices().text(), looks);
    }

    private void notice(Path path) {
        Child known = children.get(path);
        if (known != null) {
            known.look(true);
            return;
        }
        switch (means.sights().naming(path)) {
            case ARTIFACT -> child(path).look(true);
            case HIDDEN_WAY -> isLookWanted = true;
            case NOTHING -> {
                // no artifact has such a name
            }
        }
    }

    private Child child(Path path) {
        return children.computeIfAbsent(
                path, absent -> new Child(path, means.sights(), means.clock(), means.notices()::follow));
    }

    /** What was noticed is looked at soon, and not each time. */
    private boolean isLookDue() {
        Duration pause = isLookWanted ? terms.quiet().dividedBy(2) : terms.poll();
        return !hasLooked || since(lookedAt).compareTo(pause) >= 0;
    }

    private void lookAtAll() {
        isLookWanted = false;
        hasLooked = true;
        lookedAt = now();
        looks++;
        try {
            attend(means.sights().root());
            means.sights().children().forEach(this::child);
        } catch (IOException failure) {
            isAttended = false;
            troubles.ofDirectory(Reason.of(failure));
            return;
        }
        children.values().forEach(child -> child.look(false));
        resume();
    }

    private void attend(Place root) {
        Optional<Object> found = Optional.ofNullable(root.key());
        if (!found.equals(identity)) {
            means.notices().forget(root.child());
            identity = found;
            isAttended = false;
        }
        means.notices().follow(root);
    }

    /** An empty directory in the place of another is one that is not mounted, or not filled yet. */
    private void resume() {
        boolean isEmptied = !isAttended && children.values().stream().allMatch(Child::isAbsent);
        if (isEmptied && told().findAny().isPresent()) {
            troubles.ofDirectory("it is empty since it is back");
            return;
        }
        if (!isAttended) {
            pending().forEach(Child::stirAnew);
        }
        isAttended = true;
        troubles.endOfDirectory();
    }

    private void settle() {
        List<Child> restless = pending().filter(Child::isRestless).toList();
        for (Child child : restless) {
            if (child.untilRest(terms.quiet()).compareTo(Duration.ZERO) <= 0) {
                child.rest();
            }
            if (!child.isRestless()) {
                troubles.endOf(child.path());
            } else if (child.isBecomingOverdue(terms.longest())) {
                troubles.of(child.path(), terms);
            }
        }
    }

    private void tell() {
        List<Child> due = due();
        boolean isAskedAgain = askAgainAt.isPresent() && askAgainAt.get() - now() <= 0;
        boolean isFirst = !hasTold && pending().findAny().isEmpty();
        if (due.isEmpty() && !isAskedAgain && !isFirst) {
            return;
        }
        if (due.stream().anyMatch(Child::isGone) && !isRootThere()) {
            lookAtAll();
            return;
        }
        hasTold = true;
        due.forEach(Child::tell);
        SortedMap<Path, String> artifacts = new TreeMap<>();
        told().forEach(child -> artifacts.put(child.path(), child.told().orElseThrow()));
        Settled settled = new Settled(artifacts, due.stream().map(Child::path).collect(Collectors.toSet()));
        // should it fail, it is given the same again
        askAgainAt = Optional.of(now() + terms.poll().toNanos());
        askAgainAt = receiver.receive(settled).map(wait -> now() + wait.toNanos());
    }

    /** Returns what is ready: all of it when everything is at rest, else what has waited for the others long enough. */
    private List<Child> due() {
        boolean isAtRest = pending().noneMatch(Child::isRestless);
        return pending()
                .filter(Child::isReady)
                .filter(child -> isAtRest || child.ready().compareTo(patience(child)) >= 0)
                .toList();
    }

    /** What is gone may come back with what others are still being written with. */
    private Duration patience(Child child) {
        return child.isGone() ? terms.longest() : terms.patience();
    }

    private boolean isRootThere() {
        try {
            return Optional.ofNullable(means.sights().root().key()).equals(identity);
        } catch (IOException failure) {
            return false;
        }
    }

    private Duration untilNext() {
        Duration next = terms.poll().minus(since(lookedAt));
        if (isLookWanted) {
            next = shorter(next, terms.quiet().dividedBy(2).minus(since(lookedAt)));
        }
        if (!isAttended) {
            return positive(next);
        }
        for (Child child : (Iterable<Child>) pending()::iterator) {
            next = shorter(
                    next,
                    child.isRestless()
                            ? child.untilRest(terms.quiet())
                            : patience(child).minus(child.ready()));
        }
        if (askAgainAt.isPresent()) {
            next = shorter(next, Duration.ofNanos(askAgainAt.get() - now()));
        }
        return positive(next);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration positive(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }

    private Stream<Child> pending() {
        return children.values().stream().filter(child -> child.isRestless() || child.isReady());
    }

    private Stream<Child> told() {
        Collection<Child> all = children.values();
        return all.stream().filter(child -> child.told().isPresent());
    }

    private long now() {
        return means.clock().getAsLong();
    }

    private Duration since(long moment) {
        return Duration.ofNanos(now() - moment);
    }
}
