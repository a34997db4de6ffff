package dev.layers.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LayersExtensionIT {
    private static final String PARAMETER = "Failed to resolve parameter [";
    private static final String RETAINED =
            "(?s)Expected leaky#1 to be COLLECTED but was:\\R  leaky#1 unloaded \\(UNLOAD, sha256 [0-9a-f]{12}\\):"
                    + " RETAINED, outlived \\d+ collections in .*";

    @AfterEach
    void release() {
        System.getProperties().remove(UserTests.HELD);
    }

    @Test
    void goodTests_succeed() {
        UserRun run = UserRun.of(UserTests.Good.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.succeeded())
                .containsExactlyInAnyOrder(
                        "parametersOfAllKinds(LayerManager, LoadedModule, UnaryOperator, List, Optional)",
                        "[1] text = \"a\"",
                        "[2] text = \"b\"",
                        "repetition 1 of 3",
                        "repetition 2 of 3",
                        "repetition 3 of 3",
                        "nested(LoadedModule)");
    }

    @Test
    void instancePerClass_keepsReferencesAndPinsNothing() {
        UserRun run = UserRun.of(UserTests.PerClass.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.succeeded()).containsExactlyInAnyOrder("first(UnaryOperator)", "second(UnaryOperator)");
    }

    @Test
    void leak_failsTheTest() {
        UserRun run = UserRun.of(UserTests.Leaky.class);

        assertThat(run.failure()).isInstanceOf(AssertionError.class);
        assertThat(told(run.failure())).isEqualTo("""
                Expected leaky#1 to be COLLECTED but was:
                  leaky#1 unloaded (UNLOAD, sha256 of it): RETAINED, outlived some collections
                    drain some ms
                    hooks some ms
                    registrations some ms
                    threads some ms
                    residue some ms
                    release some ms
                    held by: the system properties have acme.Chat
                      to do: have text alone in the system properties, and remove it when the module is unloaded
                      from static field java.lang.System.props
                        class java.lang.System .props
                        java.util.Properties .map
                        java.util.concurrent.ConcurrentHashMap .table
                        java.util.concurrent.ConcurrentHashMap$Node[] [i]
                        java.util.concurrent.ConcurrentHashMap$Node 'layers.held' .val
                        java.util.concurrent.atomic.AtomicReference .value
                        acme.Chat <class>
                        class acme.Chat <loader>
                        loader 'leaky#1' (dev.layers.internal.layer.GenerationLoader)""");
    }

    @Test
    void leakOfATestThatFailed_isSuppressed() {
        UserRun run = UserRun.of(UserTests.LeakyAndWrong.class);

        assertThat(run.failure()).hasMessageContaining("expected: \"bye\"");
        assertThat(run.failure().getSuppressed())
                .singleElement()
                .satisfies(leak -> assertThat(leak).message().matches(RETAINED));
    }

    @Test
    void failure_endsTheRepetitionsOfItsOwnTestAlone() {
        UserRun run = UserRun.of(FailedUserTests.FailsFirst.class);

        assertThat(run.failed()).containsExactly("fails(UnaryOperator)", "repetition 1 of 5");
        assertThat(run.succeeded()).containsExactly("repetition 1 of 2", "repetition 2 of 2", "repetition 1 of 1");
    }

    @Test
    void abortedTest_isCheckedAndEndsNoRepetitions() {
        UserRun run = UserRun.of(FailedUserTests.Aborted.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.aborted()).containsExactly("repetition 1 of 2", "repetition 2 of 2");
    }

    @Test
    void leakOfATestThatWasAborted_failsIt() {
        UserRun run = UserRun.of(FailedUserTests.LeakyAndAborted.class);

        assertThat(run.aborted()).isEmpty();
        assertThat(run.failure()).message().matches(RETAINED);
        assertThat(run.failure().getSuppressed())
                .singleElement()
                .satisfies(assumption -> assertThat(assumption).hasMessage("Assumption failed: no text"));
    }

    @Test
    void repetitionThatLeaks_isNamedAndIsTheLast() {
        UserRun run = UserRun.of(UserTests.LeakyInTheThird.class);

        assertThat(run.succeeded()).containsExactly("repetition 1 of 5", "repetition 2 of 5");
        assertThat(run.failed()).containsExactly("repetition 3 of 5");
        assertThat(run.failure()).message().matches(RETAINED);
    }

    @Test
    void moduleThatTheTestLoadsItself_isChecked() {
        UserRun run = UserRun.of(UserTests.LoadsByItself.class);

        assertThat(run.failure()).message().matches(RETAINED);
    }

    @Test
    void settingsOfTheClass_areHeeded() {
        assertThat(UserRun.of(UserTests.ShortLeak.class).failure()).message().matches(RETAINED);
        System.getProperties().remove(UserTests.HELD);
        assertThat(UserRun.of(UserTests.Passive.class).failed()).isEmpty();
    }

    @Test
    void objectsOfTheModuleItself_areNotPinnedByJUnit() {
        assertThat(UserRun.of(UserTests.DirectDropped.class).failed()).isEmpty();
    }

    @Test
    void objectOfTheModuleItself_thatTheTestKeeps_fails() {
        UserRun run = UserRun.of(UserTests.DirectKept.class);

        assertThat(run.failure())
                .message()
                .matches(RETAINED.replace("leaky", "chat"))
                .contains(UserTests.DirectKept.class.getName() + " .kept");
    }

    @Test
    void testsInParallel_haveManagersOfTheirOwn() {
        UserRun run = UserRun.of(
                UserTests.Parallel.class,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled",
                        "true",
                        "junit.jupiter.execution.parallel.mode.default",
                        "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy",
                        "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        "2"));

        assertThat(run.failed()).isEmpty();
        assertThat(run.succeeded()).hasSize(2);
    }

    @Test
    void classWithoutContract_isRefused() {
        assertThat(UserRun.of(UserTests.NoContract.class).failure())
                .hasMessageEndingWith("Test class '" + UserTests.NoContract.class.getName()
                        + "': no contract; wanted one contract: @LayersTest(provides = ...),"
                        + " or one static field or method of type ServiceContract");
    }

    @Test
    void classWithTwoContracts_isRefused() {
        assertThat(UserRun.of(UserTests.TwoContracts.class).failure())
                .hasMessageEndingWith("Test class '" + UserTests.TwoContracts.class.getName()
                        + "': services at @LayersTest, and contracts in ['contract']; wanted one contract:"
                        + " @LayersTest(provides = ...), or one static field or method of type ServiceContract");
    }

    @Test
    void contractOfTheTestsThemselves_isSeenByThePlainModule() {
        assertThat(UserRun.of(ContractUserTests.Plain.class).succeeded()).containsExactly("greets(Greeting)");
    }

    @Test
    void moduleThatIsMisspelt_isToldWithThoseThatThereAre() {
        assertThat(UserRun.of(ContractUserTests.Misspelt.class).failure())
                .hasMessageEndingWith("Test class '" + ContractUserTests.Misspelt.class.getName()
                        + "': no static field or method 'caht' and no file '"
                        + Path.of("caht").toAbsolutePath()
                        + "'; wanted one of ['ABSENT', 'LEAKY', 'chat', 'other'] or the path of a jar or a directory");
    }

    @Test
    void tooFewSeconds_areRefused() {
        assertThat(UserRun.of(ContractUserTests.TooShort.class).failure())
                .hasMessageEndingWith("Test class '" + ContractUserTests.TooShort.class.getName()
                        + "': seconds is 1 at @LayersTest; wanted two or more, for below that nothing is ever called"
                        + " retained");
    }

    @Test
    void moduleThatIsNotThere_isToldInThePlaceOfTheParameter() {
        assertThat(UserRun.of(UserTests.NoSuchModule.class).failure())
                .hasMessageStartingWith(PARAMETER)
                .hasMessageContaining("absent.jar");
    }

    @Test
    void memberOfAnotherType_isRefused() {
        assertThat(UserRun.of(UserTests.WrongMember.class).failure())
                .hasMessageEndingWith("Test class '" + UserTests.WrongMember.class.getName()
                        + "': 'NAME' is of type 'java.lang.String';"
                        + " wanted a static field or method of type ModuleSource or Path");
    }

    @Test
    void serviceThatIsNotInTheContract_isRefused() {
        assertThat(UserRun.of(UserTests.WrongService.class).failure())
                .hasMessageEndingWith("Service 'java.util.function.IntSupplier' is not provided by the contract;"
                        + " it names [java.util.function.UnaryOperator]");
    }

    @Test
    void listOfNothing_isRefused() {
        assertThat(UserRun.of(UserTests.RawList.class).failure())
                .hasMessageEndingWith("Parameter type 'java.util.List' does not say which service;"
                        + " name an interface of the contract in angle brackets");
    }

    @Test
    void moduleForAllTests_isRefused() {
        assertThat(UserRun.of(UserTests.BeforeAllTests.class).failure())
                .hasMessageEndingWith("A module is loaded for one test; wanted the parameter at a test method,"
                        + " or at a method that runs before or after each test");
    }

    @Test
    void repetitionsOfAnotherClass_areRefused() {
        assertThat(UserRun.of(UserTests.Unannotated.class).failure())
                .hasMessage("Test class '" + UserTests.Unannotated.class.getName()
                        + "': no @LayersTest; put it on the class");
    }

    @Test
    void noRepetition_isRefused() {
        assertThat(UserRun.of(UserTests.NoRepetition.class).failure())
                .hasMessage("@UnloadsCleanly of " + UserTests.NoRepetition.class.getName()
                        + ".test: repeat is 0; wanted one or more");
    }

    /** Returns the message without what differs from run to run. */
    private static String told(Throwable failure) {
        return failure.getMessage()
                .replaceAll("outlived \\d+ collections in [^\r\n]*", "outlived some collections")
                .replaceAll("sha256 [0-9a-f]{12}", "sha256 of it")
                .replaceAll(" \\d+ ms\\b", " some ms")
                .replaceAll("\\[] \\[\\d+]", "[] [i]")
                .replace(System.lineSeparator(), "\n");
    }
}
