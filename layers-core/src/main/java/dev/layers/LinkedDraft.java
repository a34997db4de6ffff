package dev.layers;

import dev.layers.internal.layer.LinkedModule;
import dev.layers.internal.layer.LinkedModules;
import dev.layers.preflight.Origin;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A module that is linked into the host. */
final class LinkedDraft implements Draft {
    private final LinkedModules modules;
    private final LinkedModule linked;
    private final ReloadPolicy policy;
    private final Source source;

    /**
     * Creates the draft of {@code linked}, one of {@code modules}.
     *
     * @param asked what was asked for
     * @param policy how it is reloaded if that does not say, as far as linked modules can be
     */
    LinkedDraft(LinkedModules modules, LinkedModule linked, Source asked, ReloadPolicy policy) {
        this.modules = modules;
        this.linked = linked;
        this.policy = policy;
        // generations share their statics, and the end of the old one must not spoil them for the new one
        ReloadPolicy stopFirst = asked.options().reloading().orElse(policy).order(ReloadOrder.STOP_FIRST);
        this.source = new Source(asked.options().reloading(stopFirst), asked.artifact(), asked.libraries());
    }

    /** Returns where {@code linked} lies; nobody reads its bytes. */
    static Origin origin(LinkedModule linked) {
        return new Origin(linked.location(), "", List.of());
    }

    LinkedModule linked() {
        return linked;
    }

    @Override
    public ModuleDescriptor descriptor() {
        return linked.descriptor();
    }

    @Override
    public Set<String> needs() {
        return names(requires -> true);
    }

    @Override
    public Set<String> options() {
        return names(requires -> requires.modifiers().contains(Requires.Modifier.STATIC));
    }

    private Set<String> names(Predicate<Requires> wanted) {
        return linked.descriptor().requires().stream()
                .filter(wanted)
                .map(Requires::name)
                .filter(name -> modules.find(name).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Origin origin() {
        return origin(linked);
    }

    @Override
    public Draft with(LoadOptions options) {
        return new LinkedDraft(modules, linked, new Source(options, source.artifact(), source.libraries()), policy);
    }

    /** Nothing is to be resolved: the JDK did so when the host was started. What is not loaded of its needs is there too. */
    @Override
    public Preparation prepare(Neighbours neighbours) {
        return examine(neighbours);
    }

    @Override
    public Preparation examine(Neighbours neighbours) {
        List<Neighbour> generations = needs().stream()
                .sorted()
                .<Neighbour>flatMap(name -> neighbours.find(name).stream())
                .toList();
        return new LinkedPreparation(this, Footing.of("", generations));
    }

    /** Linked modules have no bytes of their own. */
    @Override
    public void forget() {}
}
