package dev.layers;

import java.util.List;

/**
 * What is to be done so that the modules of a manager are as they are wanted.
 *
 * @param changes what is loaded and reloaded, what is unloaded, both in the order in which it is done; then what is kept
 *     and what is refused
 * @since 0.1
 */
public record DeploymentPlan(List<Change> changes) {
    /** Copies the list. */
    public DeploymentPlan {
        changes = List.copyOf(changes);
    }

    /**
     * Returns whether everything stays as it is.
     *
     * @return whether all changes are of kind {@link Change.Kind#KEEP}
     */
    public boolean isEmpty() {
        return changes.stream().allMatch(change -> change.kind() == Change.Kind.KEEP);
    }

    /**
     * Returns the plan as a difference for people: a line for each change, in their order, with digests cut to twelve
     * digits.
     *
     * <pre>{@code
     * + chat 1.2 (sha256 9f86d081884c) from plugins/chat.jar
     * ~ fonts 2c26b46b68ff -> fcde2b2edba5
     *   reloads with it: menu, mail
     * ~ stats 486ea46224d1: options changed
     * - old (sha256 3e23e8160039)
     * = kept
     * ! refused: bad: L002 /srv/plugins/bad.jar: not a jar; wanted ...
     * }</pre>
     *
     * @return lines joined by {@code \n}
     */
    public String text() {
        return DeploymentText.of(changes, List.of());
    }

    @Override
    public String toString() {
        return text();
    }
}
