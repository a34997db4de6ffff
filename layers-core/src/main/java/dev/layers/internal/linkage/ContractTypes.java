package dev.layers.internal.linkage;

import dev.layers.internal.contract.ContractModule;
import java.nio.file.InvalidPathException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The types of the contract as they are in the host, those of loaded modules, and those of the JDK; read once and kept as text.
 *
 * <p>Safe for use by many threads and meant to be kept as long as the contract: it holds no class. Those that are
 * {@linkplain #with extended} by loaded modules hold their loaders, and are not to be kept.
 */
public final class ContractTypes {
    private final Map<String, ContractModule> modules = new HashMap<>();
    /** What is not there is not kept: modules can name any number of such types. */
    private final Map<String, TypeFacts> known = new ConcurrentHashMap<>();

    private final PackageNames packages;

    /** What else is known, none if these are the types of the contract alone. */
    private final @Nullable ContractTypes below;

    /** Takes the modules of the contract; reads nothing yet. */
    public ContractTypes(List<ContractModule> contract) {
        this(contract, null);
    }

    private ContractTypes(List<ContractModule> added, @Nullable ContractTypes below) {
        this.below = below;
        if (below != null) {
            modules.putAll(below.modules);
        }
        for (ContractModule module : added) {
            module.packages().forEach(name -> modules.putIfAbsent(name.replace('.', '/'), module));
        }
        packages = new PackageNames(modules.keySet());
    }

    /**
     * Returns these types and those of loaded modules. What is read of the latter is kept with the result alone: it is
     * as short-lived as they are, and holds their loaders.
     */
    public ContractTypes with(List<ContractModule> loaded) {
        return loaded.isEmpty() ? this : new ContractTypes(loaded, this);
    }

    /** Returns the names of all packages of the contract. */
    PackageNames packages() {
        return packages;
    }

    /** Returns the module that a type of that internal name is of, if it is there. */
    @Nullable
    ContractModule module(String name) {
        return modules.get(TypeNames.packageOf(name));
    }

    Collection<String> packageNames() {
        return modules.keySet();
    }

    /**
     * Returns a type of the contract, empty if it exists and cannot be read.
     *
     * @throws ClassNotFoundException if the host does not have it
     */
    Optional<TypeFacts> find(String name, ContractModule module) throws ClassNotFoundException {
        if (below != null && module.party() == ContractModule.Party.HOST) {
            return below.find(name, module);
        }
        TypeFacts facts = known.get(name);
        return facts != null ? Optional.of(facts) : read(name, module.loader());
    }

    /** Returns a type of the JDK, empty if it has none of that name or does not show it. */
    Optional<TypeFacts> findInJdk(String name) {
        if (below != null) {
            return below.findInJdk(name);
        }
        if (!isOfJdk(name)) {
            return Optional.empty();
        }
        TypeFacts facts = known.get(name);
        try {
            return facts != null ? Optional.of(facts) : read(name, ClassLoader.getPlatformClassLoader());
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
    }

    /** Returns a super type of a type that was found; its name may mean another type to the module. */
    @SuppressWarnings("ReferenceEquality") // of two types with one name, each has its own super types
    Optional<TypeFacts> findSuper(TypeFacts child, String name) {
        return below == null || known.get(child.name()) == child
                ? Optional.ofNullable(known.get(name))
                : below.findSuper(child, name);
    }

    private Optional<TypeFacts> read(String name, ClassLoader loader) throws ClassNotFoundException {
        try {
            return Optional.of(read(Class.forName(name.replace('/', '.'), false, loader)));
        } catch (InvalidPathException none) {
            // of a loader that looks in a directory for a name that no file can have
            throw new ClassNotFoundException(name, none);
        } catch (LinkageError unreadable) {
            // the host's own matter: it lacks something that this type needs
            return Optional.empty();
        }
    }

    /** Super types first: whoever sees a type then finds them all. */
    private TypeFacts read(Class<?> type) {
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .filter(parent -> !known.containsKey(parent.getName().replace('.', '/')))
                .forEach(this::read);
        if (type.isInterface()) {
            known.computeIfAbsent("java/lang/Object", absent -> LoadedType.read(Object.class));
        }
        TypeFacts facts = LoadedType.read(type);
        known.put(facts.name(), facts);
        return facts;
    }

    /** Asks the packages of the boot layer, since a name that is looked up in vain costs an exception. */
    private static boolean isOfJdk(String name) {
        String packageName = TypeNames.packageOf(name).replace('/', '.');
        return TypeNames.isInJava(name)
                || ModuleLayer.boot().modules().stream()
                        .filter(module -> TypeNames.isOfJdk(module.getName()))
                        .anyMatch(module -> module.getPackages().contains(packageName));
    }
}
