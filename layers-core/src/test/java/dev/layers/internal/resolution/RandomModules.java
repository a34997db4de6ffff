package dev.layers.internal.resolution;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Modules and hosts by chance, the same ones for the same seed. */
final class RandomModules {
    private static final List<String> PACKAGES = List.of("p.a", "p.b", "p.c", "p.d", "p.e", "p.f", "javax.xml");

    private final Random random;

    RandomModules(long seed) {
        random = new Random(seed);
    }

    /** Returns one layer or two, above the boot layer, of modules with a loader each. */
    List<ModuleLayer> host() {
        List<ModuleLayer> layers = new ArrayList<>();
        while (layers.isEmpty() || (layers.size() == 1 && isChance(8))) {
            try {
                layers.add(layer(modules("host.h", 4, List.of("java.xml"))));
            } catch (FindException | ResolutionException | LayerInstantiationException again) {
                // a host that does not start loads nothing
            }
        }
        return layers;
    }

    /** Returns a module and its libraries, some of which bear a name of the host. */
    List<ModuleReference> artifact() {
        List<String> others = List.of(
                "host.h0", "host.h1", "host.h2", "host.h3", "java.xml", "java.sql", notStarted(), "acme.absent");
        List<ModuleReference> modules = new ArrayList<>(modules("acme.m", 3, others));
        if (isChance(4)) {
            modules.add(module("host.h0", List.of("acme.m1")));
        }
        return modules;
    }

    /** Returns module {@code dep.d0} and its libraries, one of which may bear the name of one of a dependent. */
    List<ModuleReference> dependency() {
        List<ModuleReference> modules = new ArrayList<>(modules("dep.d", 3, List.of("host.h0", "host.h1", "java.xml")));
        if (isChance(3)) {
            modules.add(module("acme.m1", List.of("java.xml")));
        }
        return modules;
    }

    /** Returns a module and its libraries that may require {@code dep.d0}, and what that has as libraries. */
    List<ModuleReference> dependent() {
        return modules("acme.m", 3, List.of("host.h0", "host.h1", "java.xml", "dep.d0", "dep.d1", "dep.d2", "acme.m1"));
    }

    private static String notStarted() {
        return ModuleFinder.ofSystem().findAll().stream()
                .map(reference -> reference.descriptor().name())
                .filter(name -> ModuleLayer.boot().findModule(name).isEmpty())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static ModuleLayer layer(List<ModuleReference> modules) {
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(
                        StubModule.finder(modules.toArray(ModuleReference[]::new)),
                        ModuleFinder.of(),
                        modules.stream()
                                .map(module -> module.descriptor().name())
                                .toList());
        return ModuleLayer.boot().defineModulesWithManyLoaders(configuration, null);
    }

    private List<ModuleReference> modules(String prefix, int most, List<String> others) {
        int count = 1 + random.nextInt(most);
        List<String> names = new ArrayList<>(
                IntStream.range(0, count).mapToObj(number -> prefix + number).toList());
        names.addAll(others);
        return IntStream.range(0, count)
                .<ModuleReference>mapToObj(number -> module(prefix + number, names))
                .toList();
    }

    private ModuleReference module(String name, List<String> others) {
        return isChance(5)
                ? StubModule.plain(name, builder -> provides(builder.packages(packages())))
                : StubModule.explicit(name, builder -> explicit(name, builder, others));
    }

    private ModuleDescriptor.Builder explicit(String name, ModuleDescriptor.Builder builder, List<String> others) {
        Set<String> packages = packages();
        builder.packages(packages).requires("java.base");
        for (String other : new TreeSet<>(others)) {
            if (!other.equals(name)
                    && isChance(other.equals("acme.absent") || other.equals(notStarted()) ? 30 : others.size())) {
                builder.requires(modifiers(), other);
            }
        }
        for (String source : packages) {
            if (isChance(2)) {
                builder.exports(source);
            } else if (isChance(4)) {
                builder.exports(source, Set.of("acme.m0"));
            }
        }
        if (isChance(8)) {
            builder.uses(PACKAGES.get(random.nextInt(PACKAGES.size())) + ".Service");
        }
        return isChance(8) ? provides(builder) : builder;
    }

    private ModuleDescriptor.Builder provides(ModuleDescriptor.Builder builder) {
        Set<String> packages = builder.build().packages();
        return packages.isEmpty()
                ? builder
                : builder.provides(
                        PACKAGES.get(random.nextInt(PACKAGES.size())) + ".Service",
                        List.of(new TreeSet<>(packages).first() + ".Provider"));
    }

    private Set<Modifier> modifiers() {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        if (isChance(3)) {
            modifiers.add(Modifier.TRANSITIVE);
        }
        if (isChance(6)) {
            modifiers.add(Modifier.STATIC);
        }
        return modifiers;
    }

    private Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        PACKAGES.stream()
                .filter(name -> isChance(name.startsWith("p.") ? 6 : 40))
                .forEach(packages::add);
        return packages;
    }

    private boolean isChance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
