package dev.layers;

import java.time.Duration;
import java.util.Objects;

/**
 * How a module goes from one generation to the next.
 *
 * @param order which generation goes first
 * @param patience how long a call that begins during a reload waits under {@link ReloadOrder#STOP_FIRST}, before it fails with
 *     {@link ModuleBusyException}
 * @param refusedState what becomes of the reload when the state of the old generation does not come through
 * @since 0.1
 */
public record ReloadPolicy(ReloadOrder order, Duration patience, RefusedState refusedState) {
    private static final ReloadPolicy DEFAULT =
            new ReloadPolicy(ReloadOrder.START_FIRST, Duration.ofSeconds(30), RefusedState.START_FRESH);

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public ReloadPolicy {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(refusedState, "refusedState");
        if (Objects.requireNonNull(patience, "patience").isNegative()) {
            throw new IllegalArgumentException("Reload policy: patience is " + patience + "; wanted zero or more");
        }
    }

    /**
     * Returns the default: {@link ReloadOrder#START_FIRST}; callers wait 30 s under the other order; {@link
     * RefusedState#START_FRESH}.
     *
     * @return the default policy
     */
    public static ReloadPolicy standard() {
        return DEFAULT;
    }

    /**
     * Returns this policy with another order.
     *
     * @param first which generation goes first
     * @return the changed policy
     */
    public ReloadPolicy order(ReloadOrder first) {
        return new ReloadPolicy(first, patience, refusedState);
    }

    /**
     * Returns this policy with another patience.
     *
     * @param limit how long a call waits under {@link ReloadOrder#STOP_FIRST}
     * @return the changed policy
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    public ReloadPolicy waitFor(Duration limit) {
        return new ReloadPolicy(order, limit, refusedState);
    }

    /**
     * Returns this policy with another treatment of state that does not come through.
     *
     * @param treatment what becomes of the reload
     * @return the changed policy
     */
    public ReloadPolicy onRefusedState(RefusedState treatment) {
        return new ReloadPolicy(order, patience, treatment);
    }
}
