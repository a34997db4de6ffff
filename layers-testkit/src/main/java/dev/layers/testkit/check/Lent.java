package dev.layers.testkit.check;

import dev.layers.ServiceContract;
import java.lang.reflect.InvocationTargetException;

/**
 * A service that the host of a check lends to plug-ins: one instance for all rounds, as in a host that runs on.
 *
 * @param type the interface
 * @param instance what plug-ins get
 */
record Lent(Class<?> type, Object instance) {
    /**
     * Returns the service of an instance of {@code implementation}.
     *
     * @throws UsageException if it cannot be created
     */
    static Lent of(Class<?> type, Class<?> implementation) {
        try {
            return new Lent(type, implementation.getConstructor().newInstance());
        } catch (InvocationTargetException failed) {
            throw unsuitable(implementation, String.valueOf(failed.getCause()));
        } catch (ReflectiveOperationException | LinkageError failed) {
            throw unsuitable(implementation, failed.toString());
        }
    }

    private static UsageException unsuitable(Class<?> implementation, String found) {
        return new UsageException("Class '" + implementation.getName() + "': it cannot be created (" + found
                + "); wanted a public class with a public constructor without parameters, in a package that its module"
                + " exports; correct --host-service");
    }

    /**
     * Returns a service whose methods do nothing.
     *
     * @throws UsageException if it is no interface
     */
    static Lent stub(Class<?> type) {
        try {
            return new Lent(type, Stub.of(type));
        } catch (IllegalArgumentException unsuitable) {
            throw new UsageException("Host service '" + type.getName() + "': no stub can be made of it ("
                    + unsuitable.getMessage() + "); wanted a public interface that is not sealed; correct --stub");
        }
    }

    void addTo(ServiceContract.Builder contract) {
        add(contract, type);
    }

    /** Whether the instance is one is for the contract to say. */
    @SuppressWarnings("unchecked")
    private <S> void add(ServiceContract.Builder contract, Class<S> service) {
        contract.uses(service, (S) instance);
    }
}
