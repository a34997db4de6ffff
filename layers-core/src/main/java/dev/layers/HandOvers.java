package dev.layers;

import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.thread.ModuleThread;
import dev.layers.internal.thread.ModuleThread.Overdue;
import dev.layers.internal.time.Deadline;
import dev.layers.module.ModuleLifecycle;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the hooks of one generation what they hand over: at every reload anew, and never twice at once. */
final class HandOvers {
    /** What did not end in time; guarded by the turn of the module. */
    private @Nullable Late late;

    private record Late(ModuleThread<?> thread, String hook) {}

    /** Returns what the hooks of {@code generation} gave, or what says that it is lost. */
    HandOver ask(Giver giver, Generation generation) {
        HandOverCall.Answer answer = answer(giver, generation);
        String refusal = answer.refusal();
        if (refusal == null) {
            return answer.values().isEmpty() ? HandOver.nothing() : new GivenState(giver, answer.values());
        }
        if (giver.refusedState() == RefusedState.FAIL) {
            throw new ReloadRefusedException(HandOverWording.servesOn(refusal, giver.name()), answer.failure());
        }
        return new LostState(giver, refusal);
    }

    private HandOverCall.Answer answer(Giver giver, Generation generation) {
        Deque<ModuleLifecycle> started = generation.parts().started();
        if (started.isEmpty()) {
            return HandOverCall.Answer.given(Map.of());
        }
        Duration limit = giver.environment().policies().unload().hooks();
        Late earlier = late;
        if (earlier != null && !earlier.thread().isEnded(Deadline.in(limit))) {
            return HandOverCall.Answer.refused(HandOverWording.stillRuns(giver.name(), earlier.hook(), limit), null);
        }
        late = null;
        return called(new HandOverCall(giver, started), generation, limit);
    }

    private HandOverCall.Answer called(HandOverCall call, Generation generation, Duration limit) {
        GenerationName name = generation.name();
        ModuleThread<HandOverCall.Answer> thread = ModuleThread.start(
                name + " handOver",
                generation.parts().code().loader(),
                generation.boundary().asOwn(call));
        try {
            return thread.await(Deadline.in(limit)).orElseThrow();
        } catch (ModuleFailure failure) {
            return HandOverCall.Answer.refused(
                    HandOverWording.failed(name, call.hook(), "failed: " + failure.rootText()), failure);
        } catch (Overdue overdue) {
            late = new Late(thread, call.hook());
            return HandOverCall.Answer.refused(
                    HandOverWording.overdue(name, call.hook(), limit, String.valueOf(overdue.getMessage())), null);
        }
    }
}
