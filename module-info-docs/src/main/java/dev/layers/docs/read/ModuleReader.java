package dev.layers.docs.read;

import dev.layers.docs.DocsException;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.model.Trouble;
import dev.layers.docs.read.ContentReader.Read;
import dev.layers.docs.read.Inputs.Image;
import dev.layers.docs.read.Places.Opened;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads modules without loading any of their classes. */
public final class ModuleReader {
    private final RunningImage image = RunningImage.find();
    private final Shared shared = new Shared();
    private final Map<String, Found> byName = new LinkedHashMap<>();
    private final List<Trouble> troubles = new ArrayList<>();

    private ModuleReader() {}

    /**
     * Reads what can be read, and tells of the rest as troubles.
     *
     * @throws DocsException if a path does not exist, or is neither a jar nor a directory
     */
    public static ModuleSet read(Inputs inputs) throws DocsException {
        return new ModuleReader().set(inputs);
    }

    private ModuleSet set(Inputs inputs) throws DocsException {
        Places places = Places.at(inputs.paths());
        troubles.addAll(places.troubles());
        places.opened().forEach(this::add);
        if (inputs.image() == Image.DOCUMENTED) {
            image.modules().forEach(this::add);
        }
        Summaries summaries = new Summaries(places.sources());
        List<DocumentedModule> modules = summaries.addedTo(contents(byName.values()));
        troubles.addAll(summaries.troubles());
        return new ModuleSet(modules, known(Places.at(inputs.modulePath())), List.copyOf(troubles));
    }

    /** As on a module path: what is given goes before it, the first one of a name is taken, and the image comes last. */
    private List<DocumentedModule> known(Places modulePath) {
        troubles.addAll(modulePath.troubles());
        Map<String, DocumentedModule> known = new TreeMap<>();
        for (Opened opened : modulePath.opened()) {
            opened.trouble().ifPresent(troubles::add);
            opened.module()
                    .filter(module -> !byName.containsKey(module.name()))
                    .ifPresent(module -> known.putIfAbsent(module.name(), module.described()));
        }
        image.known(name -> !byName.containsKey(name)).forEach(module -> known.putIfAbsent(module.name(), module));
        return List.copyOf(known.values());
    }

    private void add(Opened opened) {
        opened.trouble().ifPresent(troubles::add);
        opened.module().ifPresent(this::add);
    }

    private void add(Found module) {
        Found first = byName.putIfAbsent(module.name(), module);
        if (first != null) {
            troubles.add(new Trouble(
                    module.place(),
                    "left out, its module '" + module.name() + "' was found in " + first.place()
                            + " already; give one artifact per module"));
        }
    }

    /** The order of the modules, and so of what is told about them, is that of their names, whoever is read first. */
    private List<DocumentedModule> contents(Collection<Found> modules) {
        List<Read> reads = modules.stream().sorted(Comparator.comparing(Found::name)).toList().parallelStream()
                .map(module -> ContentReader.read(module, image, shared))
                .toList();
        reads.forEach(read -> troubles.addAll(read.troubles()));
        return withoutCircles(reads.stream().map(Read::module).toList());
    }

    private List<DocumentedModule> withoutCircles(List<DocumentedModule> modules) {
        SupertypeCircles circles = SupertypeCircles.in(modules);
        for (DocumentedModule module : modules) {
            Troubles ofModule = new Troubles(
                    Objects.requireNonNull(byName.get(module.name())).place());
            circles.of(module)
                    .forEach(type -> ofModule.add(
                            Names.resource(type),
                            "left out, its supertypes lead back to it; build it again or leave it out"));
            troubles.addAll(ofModule.all());
        }
        return modules.stream().map(circles::removedFrom).toList();
    }
}
