package dev.layers;

import dev.layers.internal.contract.ContractModule;
import dev.layers.internal.desired.DesiredContract;
import dev.layers.internal.desired.DesiredModule;
import dev.layers.internal.desired.DesiredOptions;
import dev.layers.internal.desired.DesiredSource;
import dev.layers.internal.desired.DesiredState;
import dev.layers.internal.desired.Misunderstood;
import dev.layers.internal.desired.Vocabulary;
import dev.layers.internal.resolution.VersionRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file wants, in the words of the API. */
final class WantedModules {
    private final Environment environment;

    WantedModules(Environment environment) {
        this.environment = environment;
    }

    /** Returns the words that a file may choose from. */
    Vocabulary vocabulary() {
        return new Vocabulary(
                names(Weaving.values()),
                names(Offer.values()),
                names(ReloadOrder.values()),
                names(RefusedState.values()),
                range -> VersionRange.of(range).toString());
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    /**
     * Returns what {@code state} wants.
     *
     * @throws Misunderstood if it was written for another contract
     */
    List<Wanted> of(DesiredState state) throws Misunderstood {
        Optional<String> other = state.contract().flatMap(this::other);
        if (other.isPresent()) {
            throw Misunderstood.because(other.get());
        }
        return state.modules().stream().map(this::wanted).toList();
    }

    private Optional<String> other(DesiredContract contract) {
        List<ContractModule> own = environment.parents().host().contract();
        String found = contract.place() + ": contract: written for '" + contract.module()
                + contract.version().map(version -> "@" + version).orElse("") + "'; this manager has ";
        Optional<ContractModule> same = own.stream()
                .filter(module -> module.name().equals(contract.module()))
                .findFirst();
        if (same.isEmpty()) {
            String names = own.stream().map(ContractModule::text).sorted().collect(Collectors.joining(", "));
            return Optional.of(found + names + "; apply it where that contract is");
        }
        return same.filter(module -> isOther(contract, module))
                .map(module -> found + module.text() + "; apply it where that version is, or correct the version");
    }

    private static boolean isOther(DesiredContract contract, ContractModule module) {
        return contract.version().isPresent()
                && module.version().isPresent()
                && !contract.version().equals(module.version());
    }

    private Wanted wanted(DesiredModule module) {
        Source source = new Source(
                options(module.options()),
                module.source().path(),
                module.libraries().stream().map(DesiredSource::path).toList());
        Wanted.Expected expected = new Wanted.Expected(Optional.of(module.name()), module.sha256(), module.absence());
        return new Wanted(source, module.source().text(), expected, Wanted.Look.READ);
    }

    private LoadOptions options(DesiredOptions desired) {
        return new LoadOptions(
                desired.weaving().map(Weaving::valueOf).orElse(Weaving.WOVEN),
                desired.reload().map(this::policy),
                desired.offer().map(Offer::valueOf).orElse(Offer.SERVICES),
                desired.requires());
    }

    /** What the file leaves out is as the manager has it. */
    private ReloadPolicy policy(DesiredOptions.Reload reload) {
        ReloadPolicy own = environment.policies().reload();
        return new ReloadPolicy(
                reload.order().map(ReloadOrder::valueOf).orElse(own.order()),
                reload.patience().orElse(own.patience()),
                reload.refusedState().map(RefusedState::valueOf).orElse(own.refusedState()));
    }
}
