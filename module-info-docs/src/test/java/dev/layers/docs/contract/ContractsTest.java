package dev.layers.docs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.Modules;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractsTest {
    private final ModuleDescriptor api = ModuleDescriptor.newModule("api")
            .exports("api")
            .packages(Set.of("api", "api.inner"))
            .build();
    private final ModuleDescriptor provider = ModuleDescriptor.newModule("provider")
            .packages(Set.of("provider"))
            .provides("api.Command", List.of("provider.Hello"))
            .build();
    private final ModuleDescriptor user = ModuleDescriptor.newModule("user")
            .uses("api.Command")
            .uses("api.Voice")
            .build();

    @Test
    void moduleWhoseTypesOthersProvideOrUse_hasAContract() {
        Contracts contracts = Contracts.of(Modules.of(List.of(user, provider, api)));

        assertThat(contracts.contracts()).singleElement().satisfies(contract -> {
            assertThat(contract.module().name()).isEqualTo("api");
            assertThat(contract.providers()).containsExactly("provider");
            assertThat(contract.users()).containsExactly("user");
            assertThat(contract.services())
                    .extracting(service -> service.type().name())
                    .containsExactly("api.Command", "api.Voice");
        });
        assertThat(contracts.declaring("api.Voice"))
                .contains(contracts.contracts().get(0));
        assertThat(contracts.declaring("api.Other")).isEmpty();
    }

    @Test
    void hostThatUsesWhatItExports_hasAContract() {
        ModuleDescriptor host = ModuleDescriptor.newModule("host")
                .exports("host")
                .uses("host.Plugin")
                .build();

        assertThat(Contracts.of(Modules.of(List.of(host))).contracts())
                .singleElement()
                .satisfies(contract -> {
                    assertThat(contract.providers()).isEmpty();
                    assertThat(contract.users()).containsExactly("host");
                });
    }

    @Test
    void moduleThatKeepsItsServicesToItself_hasNone() {
        ModuleDescriptor alone = ModuleDescriptor.newModule("alone")
                .packages(Set.of("alone"))
                .uses("alone.Part")
                .provides("alone.Part", List.of("alone.One"))
                .build();

        assertThat(Contracts.of(Modules.of(List.of(alone))).contracts()).isEmpty();
    }

    @Test
    void serviceOfTheJdk_isNoContractWhereTheJdkIsNotDocumented() {
        ModuleDescriptor driver = ModuleDescriptor.newModule("driver")
                .packages(Set.of("driver"))
                .provides("java.sql.Driver", List.of("driver.Driver"))
                .build();

        assertThat(Contracts.of(Modules.of(List.of(driver))).contracts()).isEmpty();
    }
}
