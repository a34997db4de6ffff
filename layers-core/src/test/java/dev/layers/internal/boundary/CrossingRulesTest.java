package dev.layers.internal.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.ChatContract;
import dev.layers.internal.reference.MethodPlan;
import dev.layers.internal.reference.Passage;
import dev.layers.internal.reference.ReferenceShape;
import java.io.Closeable;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class CrossingRulesTest {
    @Test
    void contract_isDescribed() {
        CrossingRules rules =
                new CrossingRules(List.of(ChatContract.Command.class), List.of(ChatContract.QuietRoom.class));

        assertThat(rules.describe().replace("dev.layers.ChatContract$", "bot.")).isEqualTo("""
                        provides bot.Command
                          apply(plain String): plain String
                          find(opaque Class<opaque T>, container opaque T[]): opaque T
                          listen(service bot.Listener, container List<record bot.Order>)
                        uses bot.QuietRoom
                          add(service bot.Listener)
                          close()
                          name(): plain String
                        service bot.Listener
                          heard(plain String)
                        record bot.Order
                          id: plain String
                          listeners: container List<service bot.Listener>
                          note: opaque Object
                        """);
        assertThat(rules.problems()).isEmpty();
    }

    @Test
    void everyTypeWithoutRule_isAProblem() {
        CrossingRules rules =
                new CrossingRules(List.of(ChatContract.BadCommand.class, ChatContract.Widget.class), List.of());

        assertThat(rules.problems().stream().map(text -> text.replace("dev.layers.ChatContract$", "bot.")))
                .containsExactly(
                        "Service 'bot.BadCommand': argument 1 of 'bot.BadCommand.start(Thread)' has type 'Thread',"
                                + " which cannot cross: a thread belongs to one side; use Runnable or Executor",
                        "Service 'bot.BadCommand': component 'thread' of record 'bot.Broken' has type 'Thread', which"
                                + " cannot cross: a thread belongs to one side; use Runnable or Executor",
                        "Service 'bot.Widget' cannot cross: it is a class with state; make it a record or an interface");
    }

    @Test
    void serviceOfTheJdk_isFollowed() {
        CrossingRules rules = new CrossingRules(List.of(Watched.class), List.of());

        assertThat(rules.problems())
                .containsExactly("Service 'dev.layers.internal.boundary.CrossingRulesTest$Watched': argument 1 of"
                        + " 'java.lang.Thread$UncaughtExceptionHandler.uncaughtException(Thread, Throwable)' has type"
                        + " 'Thread', which cannot cross: a thread belongs to one side; use Runnable or Executor");
        assertThat(rules.describe()).doesNotContain("uncaughtException");
    }

    /** Takes a service of the JDK that takes what cannot cross. */
    public interface Watched {
        void watch(List<Thread.UncaughtExceptionHandler> handlers);
    }

    @Test
    void servicesOfTheJdkThatAreNamedOften_haveNoProblem() {
        CrossingRules rules = new CrossingRules(List.of(Busy.class), List.of());

        assertThat(rules.problems()).isEmpty();
    }

    /** Takes what the JDK has for everybody. */
    public interface Busy {
        void run(Runnable runnable, ExecutorService executor, Iterable<String> texts, Enumeration<String> names);

        void hear(Flow.Processor<String, String> processor, Closeable closeable, Comparator<String> comparator);
    }

    @Test
    void shape_overridesDefaultsOfTheContractOnly() {
        assertThat(methods(ChatContract.QuietRoom.class)).containsExactly("add", "close", "name");
        assertThat(methods(ChatContract.Ordering.class)).containsExactly("compare");
        assertThat(methods(Iterator.class)).containsExactly("hasNext", "next", "remove");
    }

    @Test
    void covariantResult_leavesTheBridgeToTheInterface() {
        ReferenceShape shape =
                new CrossingRules(List.of(ChatContract.Child.class), List.of()).shape(ChatContract.Child.class);

        assertThat(shape.methods())
                .extracting(MethodPlan::method)
                .extracting(Method::toGenericString)
                .containsExactly("public abstract java.lang.String dev.layers.ChatContract$Child.value()");
    }

    @Test
    void plainTypes_crossAtNoCost() {
        MethodPlan plan = new CrossingRules(List.of(ChatContract.Listener.class), List.of())
                .shape(ChatContract.Listener.class)
                .methods()
                .get(0);

        assertThat(plan.parameters()).containsExactly(Passage.AS_IS);
        assertThat(plan.result()).isSameAs(Passage.AS_IS);
    }

    @Test
    void typeThatNobodyMayName_passesAsItIs() {
        List<MethodPlan> plans = new CrossingRules(List.of(Sealed.class), List.of())
                .shape(Sealed.class)
                .methods();

        assertThat(plans)
                .extracting(MethodPlan::method)
                .extracting(Method::getName)
                .containsExactly("close", "open");
        assertThat(plans.get(0).parameters()).containsExactly(Passage.AS_IS);
        assertThat(plans.get(1).result()).isSameAs(Passage.AS_IS);
    }

    /** Names a type that generated code cannot. */
    public interface Sealed {
        void close(Hidden[] hidden);

        Hidden open();
    }

    interface Hidden {}

    @Test
    void shape_isMadeOnce() {
        CrossingRules rules = new CrossingRules(List.of(ChatContract.Room.class), List.of());

        assertThat(rules.shape(ChatContract.Room.class)).isSameAs(rules.shape(ChatContract.Room.class));
    }

    private static List<String> methods(Class<?> service) {
        return new CrossingRules(List.of(ChatContract.Room.class), List.of())
                .shape(service).methods().stream()
                        .map(plan -> plan.method().getName())
                        .toList();
    }
}
