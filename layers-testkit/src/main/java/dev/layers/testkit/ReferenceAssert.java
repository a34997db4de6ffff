package dev.layers.testkit;

import dev.layers.ExplanationPolicy;
import dev.layers.Verdict;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what was dropped and is known by a weak reference alone. Collections are requested, for {@linkplain
 * #waitingFor ten seconds} at the most (below two seconds nothing is ever called retained), and a heap dump is read to tell what holds
 * what was retained.
 *
 * @since 0.1
 */
public final class ReferenceAssert extends VerdictAssert<ReferenceAssert, Reference<?>> {
    private final String subject;
    private ExplanationPolicy explanation = ExplanationPolicy.heapDump();
    private @Nullable Verdict known;

    ReferenceAssert(Reference<?> reference, String subject) {
        super(reference, ReferenceAssert.class, Inquiry.LIMIT);
        this.subject = subject;
        if (reference instanceof SoftReference<?>) {
            throw new IllegalArgumentException("Reference to " + subject
                    + ": a soft reference holds what it refers to; wanted a weak or a phantom reference");
        }
    }

    /**
     * Makes no heap dump: what is retained is {@link dev.layers.retention.Hold#UNEXAMINED}.
     *
     * @return these assertions
     */
    public ReferenceAssert withoutHeapDump() {
        return explaining(ExplanationPolicy.none());
    }

    /**
     * Sets whether and how it is looked up what holds what was retained.
     *
     * @param policy the policy, {@link ExplanationPolicy#heapDump()} if not given
     * @return these assertions
     */
    public ReferenceAssert explaining(ExplanationPolicy policy) {
        explanation = policy;
        known = null;
        return this;
    }

    @Override
    public ReferenceAssert waitingFor(Duration limit) {
        known = null;
        return super.waitingFor(limit);
    }

    @Override
    String subject() {
        return subject;
    }

    @Override
    Optional<Verdict> verdict(Duration limit) throws InterruptedException {
        if (known == null) {
            known = new Inquiry(limit, explanation).verdict(List.of(actual));
        }
        return Optional.of(known);
    }

    @Override
    List<String> found(Optional<Verdict> verdict) {
        return verdict.map(VerdictLines::of).orElse(List.of("the wait was interrupted"));
    }

    /** Returns false: the verdict was reached with all the waiting that there is. */
    @Override
    boolean isCollectedWithin(Duration limit) {
        return false;
    }
}
