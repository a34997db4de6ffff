package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.layers.Boundary;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.ValueRefusedException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every type in the signatures of a contract has a rule, or the contract is not built. */
class ClassificationIT {
    /** Of the host, and nothing that a module could know. */
    private static final class Thing {}

    /** A contract in which nothing can cross, but for one method. */
    private static final List<String> UNSOUND = List.of(
            "package bot; public class Account { public int balance; }",
            "package bot; class Hidden {}",
            "package bot; public sealed interface Shape permits Circle {}",
            "package bot; public final class Circle implements Shape { public int radius; }",
            "package bot; public record Page(String title, Inner inner) { public interface Inner { void set(Thread thread); } }",
            """
            package bot;
            import java.util.*;
            import java.util.concurrent.*;
            public interface Service {
                void account(Account account);
                Map<String, List<Account>> accounts();
                void hidden(int index, Hidden hidden);
                Shape shape();
                Page page();
                Queue<String> queue();
                Deque<? extends String> deque(ScheduledExecutorService timer);
                void run(Thread... threads);
                ClassLoader loader();
                String fine(String text);
            }
            """);

    private static final String PROBLEMS = """
            Contract: 10 types in its signatures cannot cross the boundary; change them, or hand out the service direct:
              Service 'bot.Service': argument 1 of 'bot.Page$Inner.set(Thread)' has type 'Thread', which cannot cross: a thread belongs to one side; use Runnable or Executor
              Service 'bot.Service': argument 1 of 'bot.Service.account(bot.Account)' has type 'bot.Account', which cannot cross: it is a class with state; make it a record or an interface
              Service 'bot.Service': argument 1 of 'bot.Service.deque(ScheduledExecutorService)' has type 'ScheduledExecutorService', which cannot cross: the JDK has it without a rule here; use a type of the contract or a simpler one of the JDK
              Service 'bot.Service': argument 1 of 'bot.Service.run(Thread[])' has type 'Thread[]', which cannot cross: 'Thread' in it cannot: a thread belongs to one side; use Runnable or Executor
              Service 'bot.Service': argument 2 of 'bot.Service.hidden(int, bot.Hidden)' has type 'bot.Hidden', which cannot cross: it is not public in an exported package; make it public and export its package
              Service 'bot.Service': the result of 'bot.Service.accounts()' has type 'Map<String, List<bot.Account>>', which cannot cross: 'bot.Account' in it cannot: it is a class with state; make it a record or an interface
              Service 'bot.Service': the result of 'bot.Service.deque(ScheduledExecutorService)' has type 'Deque<? extends String>', which cannot cross: only the plain kinds of collections are passed on; use Collection, List or Set
              Service 'bot.Service': the result of 'bot.Service.loader()' has type 'ClassLoader', which cannot cross: it leads to every class of its side; use InputStream for resources, String for names
              Service 'bot.Service': the result of 'bot.Service.queue()' has type 'Queue<String>', which cannot cross: only the plain kinds of collections are passed on; use Collection, List or Set
              Service 'bot.Service': the result of 'bot.Service.shape()' has type 'bot.Shape', which cannot cross: it is sealed, and permits others than records and enums; permit only records and enums""";

    @TempDir
    Path directory;

    @Test
    @DisplayName("G11 A contract whose signatures have types without a rule is refused, naming each method and type")
    void unsoundContract_isRefused() {
        ServiceContract.Builder builder = ServiceContract.builder()
                .provides(BoundaryHost.create(directory, UNSOUND).type("bot.Service"));

        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage(PROBLEMS);
    }

    @Test
    @DisplayName("G11 One type without a rule is enough")
    void contractWithOneProblem_isRefused() {
        Class<?> service = BoundaryHost.create(
                        directory, List.of("package bot; public interface Service { void run(Thread thread); }"))
                .type("bot.Service");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceContract.builder().provides(service).build())
                .withMessage("Contract: 1 type in its signatures cannot cross the boundary;"
                        + " change them, or hand out the service direct:\n"
                        + "  Service 'bot.Service': argument 1 of 'bot.Service.run(Thread)' has type 'Thread',"
                        + " which cannot cross: a thread belongs to one side; use Runnable or Executor");
    }

    @Test
    @DisplayName("G11 An unsound service may be handed out direct, and says so")
    void unsoundService_mayBeDirect() {
        Class<?> service = BoundaryHost.create(directory, UNSOUND).type("bot.Service");

        assertThat(ServiceContract.builder()
                        .provides(service)
                        .direct(service)
                        .build()
                        .describe())
                .isEqualTo("direct bot.Service: handed out as it is; not waited for, not revoked, nothing promised\n");
        assertThat(ServiceContract.builder()
                        .provides(service)
                        .boundary(Boundary.DIRECT)
                        .build()
                        .describe())
                .isEqualTo("direct bot.Service: handed out as it is; not waited for, not revoked, nothing promised\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceContract.builder().direct(service).build())
                .withMessage("Service 'bot.Service' is called direct, and neither provided nor used;"
                        + " name it with provides or uses");
    }

    @Test
    @DisplayName("G11 Under WARN an unsound contract is built; what has no rule passes and is told")
    void warn_letsPassAndTells() throws Throwable {
        List<LayerEvent> events = new CopyOnWriteArrayList<>();
        BoundaryHost host = BoundaryHost.create(directory);
        Path jar =
                host.module("chat", "public Object any(Object value) { return new StringJoiner(\",\").add(\"a\"); }");

        try (LayerManager manager = BoundaryHost.manager(
                        host.contract().boundary(Boundary.WARN).build())
                .listener(events::add)
                .build()) {
            LoadedModule module = manager.load(jar);
            assertThat(BoundaryHost.call(host.service(module), "any", "x")).hasToString("a");
            assertThat(events)
                    .filteredOn(LayerEvent.Passed.class::isInstance)
                    .singleElement()
                    .satisfies(event -> {
                        LayerEvent.Passed passed = (LayerEvent.Passed) event;
                        assertThat(passed.generation()).hasToString("chat#1");
                        assertThat(passed.what())
                                .isEqualTo("Module 'chat#1': Value of class 'StringJoiner' "
                                        + "cannot cross as the result of 'bot.Service.any(Object)':"
                                        + " the JDK has it without a rule here;"
                                        + " use a type of the contract or a simpler one of the JDK");
                    });
            assertThat(module.unload()).isClean();
        }
    }

    @Test
    @DisplayName("G11 Under WARN a contract is built whose types have no rule")
    void warn_buildsUnsoundContract() {
        Class<?> service = BoundaryHost.create(directory, UNSOUND).type("bot.Service");

        assertThat(ServiceContract.builder()
                        .provides(service)
                        .boundary(Boundary.WARN)
                        .build()
                        .describe())
                .isEqualTo("""
                        provides bot.Service
                          account(no rule for bot.Account)
                          accounts(): no rule for Map<String, List<bot.Account>>
                          deque(no rule for ScheduledExecutorService): no rule for Deque<String>
                          fine(plain String): plain String
                          hidden(plain int, no rule for bot.Hidden)
                          loader(): no rule for ClassLoader
                          page(): record bot.Page
                          queue(): no rule for Queue<String>
                          run(no rule for Thread[])
                          shape(): no rule for bot.Shape
                        record bot.Page
                          title: plain String
                          inner: service bot.Page$Inner
                        service bot.Page$Inner
                          set(no rule for Thread)
                        """);
    }

    @Test
    @DisplayName("G11 A value without a way to cross is refused, naming method, position and class")
    void valueWithoutARule_isRefused() throws Throwable {
        BoundaryHost host = BoundaryHost.create(directory);
        Path jar = host.module("chat", """
                public Object any(Object value) {
                    return value.equals("own") ? new Own() : new StringJoiner(",");
                }
                class Own {}
                public String say(String text) { shop.put(new Own()); return text; }
                """);

        try (LayerManager manager =
                BoundaryHost.manager(host.contract().build()).build()) {
            Object service = host.service(manager.load(jar));

            assertThatExceptionOfType(ValueRefusedException.class)
                    .isThrownBy(() -> BoundaryHost.call(service, "any", "own"))
                    .withMessage("Module 'chat#1': Value of class 'acme.Chat$Own' "
                            + "cannot cross as the result of 'bot.Service.any(Object)':"
                            + " its class belongs to chat#1 and implements no interface of the contract;"
                            + " use a record or an interface of the contract, or a simple value such as String");
            assertThatExceptionOfType(ValueRefusedException.class)
                    .isThrownBy(() -> BoundaryHost.call(service, "any", "joiner"))
                    .withMessage("Module 'chat#1': Value of class 'StringJoiner' "
                            + "cannot cross as the result of 'bot.Service.any(Object)':"
                            + " the JDK has it without a rule here;"
                            + " use a type of the contract or a simpler one of the JDK");
            assertThatExceptionOfType(ValueRefusedException.class)
                    .isThrownBy(() -> BoundaryHost.call(service, "say", "x"))
                    .withMessage("Module 'chat#1': Value of class 'acme.Chat$Own' "
                            + "cannot cross as argument 1 of 'bot.Shop.put(Object)':"
                            + " its class belongs to chat#1 and implements no interface of the contract;"
                            + " use a record or an interface of the contract, or a simple value such as String");
            assertThatExceptionOfType(ValueRefusedException.class)
                    .isThrownBy(() -> BoundaryHost.call(service, "any", new Thing()))
                    .withMessage("Module 'chat#1': Value of class 'dev.layers.guarantees.ClassificationIT$Thing' "
                            + "cannot cross as argument 1 of 'bot.Service.any(Object)':"
                            + " its class belongs to the host and implements no interface of the contract;"
                            + " use a record or an interface of the contract, or a simple value such as String");
        }
    }

    @Test
    @DisplayName("G11 A contract describes how each argument, result and component crosses")
    void describe_tellsHowEverythingCrosses() {
        assertThat(BoundaryHost.create(directory).contract().build().describe()).isEqualTo("""
                        provides bot.Service
                          any(opaque Object): opaque Object
                          array(): container service bot.Listener[]
                          echo(service bot.Listener): service bot.Listener
                          input(): stream InputStream
                          iterator(): service Iterator<service bot.Listener>
                          letter(): record bot.Letter
                          list(): container List<service bot.Listener>
                          listener(): service bot.Listener
                          map(): container Map<String, service bot.Listener>
                          optional(): container Optional<service bot.Listener>
                          order(plain bot.Order): plain bot.Order
                          publisher(): service Flow.Publisher<service bot.Listener>
                          say(plain String): plain String
                          self(): service bot.Service
                          set(): container Set<service bot.Listener>
                          stage(): container CompletionStage<service bot.Listener>
                          stream(): container Stream<service bot.Listener>
                          subscribe(service Flow.Subscriber<service bot.Listener>)
                          supplier(): service Supplier<service bot.Listener>
                          take(service bot.Listener)
                        uses bot.Shop
                          add(service bot.Listener)
                          addAll(container List<service bot.Listener>)
                          buy(plain bot.Order): plain String
                          echo(service bot.Listener): service bot.Listener
                          later(service Runnable)
                          mail(record bot.Letter)
                          put(opaque Object)
                        record bot.Letter
                          text: plain String
                          sender: service bot.Listener
                        service bot.Listener
                          heard(plain String): plain String
                        """);
    }
}
