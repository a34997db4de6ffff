package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedModule;
import java.util.List;
import java.util.function.Function;

/**
 * A module whose types others provide or use as services: what crosses between them.
 *
 * @param services by name
 */
public record Contract(DocumentedModule module, List<ContractService> services) {
    public Contract {
        services = List.copyOf(services);
    }

    /** Returns whether it has a service of that name. */
    public boolean declares(String service) {
        return services.stream().anyMatch(each -> each.type().name().equals(service));
    }

    /** Returns the names of the modules that provide any of its services, sorted. */
    public List<String> providers() {
        return modules(ContractService::providers);
    }

    /** Returns the names of the modules that use any of its services, sorted. */
    public List<String> users() {
        return modules(ContractService::users);
    }

    private List<String> modules(Function<ContractService, List<String>> role) {
        return services.stream()
                .map(role)
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
