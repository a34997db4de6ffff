package dev.layers.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VirtualMachineTest {
    @Test
    void machineWithoutOddFlags_sawNoCollection() {
        assertThat(VirtualMachine.whyNothingWasCollected()).isEqualTo("no collection that unloads classes was seen");
    }
}
