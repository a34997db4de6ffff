package dev.layers.testkit.check;

import dev.layers.Boundary;
import dev.layers.ServiceContract;
import java.util.ArrayList;
import java.util.List;

/**
 * The interfaces that a plug-in shares with its host, loaded.
 *
 * @param services those that it provides
 * @param lent those that it uses
 */
record SharedContract(List<Class<?>> services, List<Lent> lent) {
    SharedContract {
        services = List.copyOf(services);
        lent = List.copyOf(lent);
    }

    /**
     * Loads the interfaces of a request.
     *
     * @throws UsageException if one cannot be loaded
     */
    static SharedContract of(CheckRequest request) {
        ContractPath path = ContractPath.of(request.contract());
        List<Lent> lent = new ArrayList<>();
        request.uses().classes().forEach((type, name) -> lent.add(Lent.of(path.lent(type), path.implementation(name))));
        request.uses().stubs().forEach(type -> lent.add(Lent.stub(path.lent(type))));
        List<Class<?>> services =
                request.services().stream().<Class<?>>map(path::load).toList();
        return new SharedContract(services, lent);
    }

    /**
     * Returns the contract that a manager binds plug-ins to. What has no rule to cross passes as it is: whoever asks for
     * a check has the contract already.
     *
     * @throws UsageException if a service is none that can be shared
     */
    ServiceContract contract() {
        ServiceContract.Builder builder = ServiceContract.builder().boundary(Boundary.WARN);
        try {
            services.forEach(builder::provides);
            lent.forEach(service -> service.addTo(builder));
            return builder.build();
        } catch (IllegalArgumentException unsuitable) {
            throw new UsageException(String.valueOf(unsuitable.getMessage()));
        } catch (LinkageError absent) {
            throw new UsageException(ContractPath.incomplete(absent));
        }
    }
}
