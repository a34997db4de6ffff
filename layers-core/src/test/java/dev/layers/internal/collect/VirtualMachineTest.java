package dev.layers.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualMachineTest {
    private static final String REQUESTED =
            "no request made the JVM unload classes: a loader dropped for comparison is still there; ";
    private static final String PASSIVE =
            "no collection that unloads classes came by itself, and PASSIVE requests none:"
                    + " a loader dropped for comparison is still there; ";

    @ParameterizedTest
    @ValueSource(strings = {"Serial", "Parallel", "G1", "Z", "Shenandoah"})
    void collector_isToldByName(String name) {
        VirtualMachine machine =
                new VirtualMachine(true, Map.of("Use" + name + "GC", "true", "ClassUnloading", "true"));

        assertThat(machine.whyNothingWasUnloaded(true)).isEqualTo(REQUESTED + "the collector is " + name);
        assertThat(machine.whyNothingWasUnloaded(false)).isEqualTo(PASSIVE + "the collector is " + name);
        assertThat(machine.isUnloading()).isTrue();
    }

    @Test
    void epsilon_neverCollects() {
        VirtualMachine machine = new VirtualMachine(true, Map.of("UseEpsilonGC", "true", "UseSerialGC", "false"));

        assertThat(machine.whyNothingWasUnloaded(true))
                .isEqualTo(REQUESTED + "the collector is Epsilon, which never collects");
        assertThat(machine.whyNothingWasUnloaded(false))
                .isEqualTo(PASSIVE + "the collector is Epsilon, which never collects");
        assertThat(machine.isUnloading()).isFalse();
    }

    @Test
    void classUnloadingThatIsOff_keepsEveryClass() {
        VirtualMachine machine = new VirtualMachine(true, Map.of("UseG1GC", "true", "ClassUnloading", "false"));

        assertThat(machine.whyNothingWasUnloaded(true))
                .isEqualTo(REQUESTED + "the collector is G1; -XX:-ClassUnloading keeps every class");
        assertThat(machine.whyNothingWasUnloaded(false))
                .isEqualTo(PASSIVE + "the collector is G1; -XX:-ClassUnloading keeps every class");
        assertThat(machine.isUnloading()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DisableExplicitGC           | -XX:+DisableExplicitGC ignores System.gc()
            ExplicitGCInvokesConcurrent | -XX:+ExplicitGCInvokesConcurrent lets some collectors delay it
            """)
    void flagsOfRequests_matterToRequestsAlone(String flag, String reason) {
        VirtualMachine machine = new VirtualMachine(true, Map.of("UseG1GC", "true", flag, "true"));

        assertThat(machine.whyNothingWasUnloaded(true)).isEqualTo(REQUESTED + "the collector is G1; " + reason);
        assertThat(machine.whyNothingWasUnloaded(false)).isEqualTo(PASSIVE + "the collector is G1");
        assertThat(machine.isUnloading()).isTrue();
    }

    @Test
    void allFlags_areToldInOrder() {
        VirtualMachine machine = new VirtualMachine(
                true,
                Map.of(
                        "UseParallelGC", "true",
                        "ClassUnloading", "false",
                        "DisableExplicitGC", "true",
                        "ExplicitGCInvokesConcurrent", "true"));

        assertThat(machine.whyNothingWasUnloaded(true))
                .isEqualTo(REQUESTED + "the collector is Parallel; -XX:-ClassUnloading keeps every class;"
                        + " -XX:+DisableExplicitGC ignores System.gc();"
                        + " -XX:+ExplicitGCInvokesConcurrent lets some collectors delay it");
    }

    @Test
    void machineWithoutTheBean_saysSo() {
        VirtualMachine machine = new VirtualMachine(false, Map.of());

        assertThat(machine.whyNothingWasUnloaded(true))
                .isEqualTo(REQUESTED + "this JVM has no HotSpotDiagnosticMXBean to read its flags from");
        assertThat(machine.isUnloading()).isTrue();
    }

    @Test
    void unknownCollector_isNotGuessed() {
        assertThat(new VirtualMachine(true, Map.of()).whyNothingWasUnloaded(true))
                .isEqualTo(REQUESTED + "the collector is none that is known by its flag");
    }

    @Test
    void runningMachine_hasACollectorAndUnloads() {
        VirtualMachine machine = VirtualMachine.running();

        assertThat(machine.isReadable()).isTrue();
        assertThat(machine.flags().values()).contains("true");
        assertThat(machine.isUnloading()).isTrue();
    }
}
