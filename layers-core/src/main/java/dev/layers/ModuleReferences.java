package dev.layers;

import dev.layers.internal.reference.ReferenceTexts;
import dev.layers.internal.reference.ServiceKey;
import dev.layers.internal.reference.ServiceReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the host has of the services of one module; it follows the generations of that. */
final class ModuleReferences {
    private final LiveModule module;
    private final ServiceContract contract;

    ModuleReferences(LiveModule module, ServiceContract contract) {
        this.module = module;
        this.contract = contract;
    }

    /** Returns the first provider of {@code service} in the generation that serves. */
    <S> Optional<S> first(Class<S> service) {
        requireServing(service);
        Generation generation = module.served().generation();
        for (ServiceKey key : generation.services()) {
            if (key.service().equals(service.getName())) {
                return Optional.of(
                        handed(generation, service, key).orElseThrow(() -> module.unavailable(key.provider())));
            }
        }
        return Optional.empty();
    }

    /** Returns all providers of {@code service}, as a list that follows reloads. */
    <S> List<S> services(Class<S> service) {
        requireServing(service);
        return new FollowingList<>(() -> present(service));
    }

    /** Returns the providers of {@code service} in the generation that serves, or served last. */
    <S> List<S> present(Class<S> service) {
        Generation generation = module.served().generation();
        return generation.services().stream()
                .filter(key -> key.service().equals(service.getName()))
                .flatMap(key -> handed(generation, service, key).stream())
                .toList();
    }

    private void requireServing(Class<?> service) {
        contract.requireProvided(service);
        if (module.state() == ModuleState.UNLOADED || module.state() == ModuleState.DOWN) {
            throw module.unavailable(service.getName());
        }
    }

    /** Returns what the host gets: a reference, or where the contract says so the provider itself while there is one. */
    private <S> Optional<S> handed(Generation generation, Class<S> service, ServiceKey key) {
        if (contract.boundary().isDirect(service)) {
            return generation.boundary().entries().provider(key).map(service::cast);
        }
        ServiceReference reference =
                module.line().reference(key, contract.boundary().crossing().shape(service), new Texts(key));
        generation.boundary().know(key, reference);
        return Optional.of(service.cast(reference));
    }

    /** What the reference to one provider says of itself. */
    private final class Texts implements ReferenceTexts {
        private final ServiceKey key;

        Texts(ServiceKey key) {
            this.key = key;
        }

        @Override
        public String description() {
            return "reference to " + key.provider() + " of "
                    + module.served().generation().name();
        }

        @Override
        public RuntimeException unavailable() {
            return module.unavailable(key.provider());
        }

        @Override
        public RuntimeException overdue(Duration waited) {
            return ModuleWording.overdue(module.served().generation().name(), key.provider(), waited);
        }

        @Override
        public boolean isStale() {
            return module.state() == ModuleState.UNLOADED;
        }
    }
}
