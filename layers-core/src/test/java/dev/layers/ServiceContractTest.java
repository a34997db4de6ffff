package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.layers.internal.resolution.Demand;
import dev.layers.internal.time.Deadline;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ServiceContractTest {
    private final ServiceContract.Builder builder = ServiceContract.builder();

    /** Not for modules. */
    interface Hidden {}

    /** For its subtypes alone. */
    public sealed interface Shape permits Circle {}

    /** The one subtype. */
    public record Circle() implements Shape {}

    @Test
    void contract_namesProvidedTypesByName() {
        ServiceContract contract =
                builder.provides(Supplier.class).provides(Callable.class).build();

        assertThat(contract.provided()).containsExactly(Callable.class, Supplier.class);
        assertThat(contract.isProvided(Callable.class)).isTrue();
        assertThat(contract.isProvided(Runnable.class)).isFalse();
    }

    @Test
    void terms_tellHowOftenAServiceIsProvided() {
        ServiceContract contract = builder.provides(Supplier.class, Cardinality.OPTIONAL)
                .provides(Callable.class)
                .provides(Runnable.class, Cardinality.ONE)
                .build();

        assertThat(contract.terms().demands())
                .containsExactly(
                        new Demand("java.lang.Runnable", 1, 1),
                        new Demand("java.util.concurrent.Callable", 1, Integer.MAX_VALUE),
                        new Demand("java.util.function.Supplier", 0, Integer.MAX_VALUE));
        assertThat(contract.terms().allowedRequires()).isEmpty();
        assertThat(contract.terms().isNativeRefused()).isFalse();
    }

    @Test
    void allowedRequires_addUp() {
        ServiceContract contract = builder.allowRequires()
                .allowRequires("java.sql", "java.xml")
                .allowRequires("acme.util")
                .refuseNativeCode()
                .build();

        assertThat(contract.terms().allowedRequires()).hasValue(Set.of("java.sql", "java.xml", "acme.util"));
        assertThat(contract.terms().isNativeRefused()).isTrue();
    }

    @Test
    void allowedRequiresThatAreBlankOrNamedTwice_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.allowRequires(" "))
                .withMessage("Allowed 'requires': a name is blank; name a module");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.allowRequires("java.sql", "java.sql"))
                .withMessage("Allowed 'requires': module 'java.sql' is named twice; name it once");
    }

    @Test
    void sealedService_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.provides(Shape.class))
                .withMessage("Service 'dev.layers.ServiceContractTest$Shape':"
                        + " sealed; references cannot implement it, wanted an interface that is not");
    }

    @Test
    void types_areProvidedAndUsedOnes() {
        ServiceContract contract =
                builder.provides(Callable.class).uses(Runnable.class, () -> {}).build();

        assertThat(contract.types()).containsExactly(Callable.class, Runnable.class);
    }

    @Test
    void instance_isThatOfTheHost() {
        Runnable instance = () -> {};

        ServiceContract contract = builder.uses(Runnable.class, instance).build();

        assertThat(contract.instance(Runnable.class)).isSameAs(instance);
    }

    @Test
    void instanceOfAServiceThatIsNotUsed_isRefused() {
        ServiceContract contract = builder.uses(Runnable.class, () -> {})
                .uses(Supplier.class, () -> "")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> contract.instance(Callable.class))
                .withMessage("Service 'java.util.concurrent.Callable' is not used by the contract;"
                        + " it names [java.lang.Runnable, java.util.function.Supplier]");
    }

    @Test
    void builtContract_doesNotChangeWithItsBuilder() {
        ServiceContract contract = builder.provides(Callable.class).build();

        builder.provides(Supplier.class);

        assertThat(contract.provided()).containsExactly(Callable.class);
    }

    @Test
    void serviceThatIsNoInterface_isRefused() {
        String wanted = "': not an interface; wanted an interface to share with modules";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.provides(String.class))
                .withMessage("Service 'java.lang.String" + wanted);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.provides(Deprecated.class))
                .withMessage("Service 'java.lang.Deprecated" + wanted);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.uses(String.class, ""))
                .withMessage("Service 'java.lang.String" + wanted);
    }

    @Test
    void serviceThatIsNotPublic_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.provides(Hidden.class))
                .withMessage("Service 'dev.layers.ServiceContractTest$Hidden': not public; make it public");
    }

    @Test
    void serviceInAPackageThatIsNotExported_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.provides(Deadline.TimedWait.class))
                .withMessage("Service 'dev.layers.internal.time.Deadline$TimedWait': its package is not exported;"
                        + " add 'exports dev.layers.internal.time;' to module 'dev.layers.core'");
    }

    @Test
    void serviceThatIsNamedTwice_isRefused() {
        builder.provides(Callable.class).uses(Runnable.class, () -> {});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.provides(Callable.class))
                .withMessage("Service 'java.util.concurrent.Callable' is provided twice; name it once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.uses(Runnable.class, () -> {}))
                .withMessage("Service 'java.lang.Runnable' is used twice; name it once");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void instanceOfAnotherType_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.uses((Class) Runnable.class, "no runnable"))
                .withMessage("Service 'java.lang.Runnable': its instance does not implement it");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.uses(Runnable.class, null))
                .withMessage("instance");
    }
}
