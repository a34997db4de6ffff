package dev.layers.internal.linkage;

import dev.layers.internal.contract.ContractModule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** The types that a module can name, by internal name: its own, the contract's and the JDK's. */
final class Types {
    private final ContractTypes contract;
    private final Map<String, ClassFile> own;
    private final Set<String> copied;
    private final Map<String, Lineage> lineages = new HashMap<>();
    private final Map<String, List<String>> named = new HashMap<>();
    private final Map<String, Optional<TypeFacts>> found = new HashMap<>();
    private final Effort effort = new Effort();
    private final Set<String> missing = new HashSet<>();
    private final Set<String> malformed = new TreeSet<>();

    /** Takes the classes of the module and those packages of the contract that it has classes of, with slashes. */
    Types(ContractTypes contract, Map<String, ClassFile> own, Set<String> copied) {
        this.contract = contract;
        this.own = own;
        this.copied = copied;
    }

    /** Returns the names of all packages of the contract. */
    PackageNames packages() {
        return contract.packages();
    }

    /** Returns the module of the contract that has to have a type, none if it is not the contract's. */
    @Nullable
    ContractModule module(String name) {
        if (TypeNames.isInJava(name)) {
            return null;
        }
        boolean isCopied = !copied.isEmpty() && copied.contains(TypeNames.packageOf(name));
        return isCopied ? null : contract.module(name);
    }

    /** Returns what a fault in the use of a type of the contract is about. */
    Counterpart counterpart(String name) {
        return Counterpart.of(module(name));
    }

    /** Returns what a fault in the use of a type is about: the module of the contract's type that is nearest to it. */
    Counterpart counterpart(Lineage lineage) {
        return Counterpart.of(lineage.all()
                .flatMap(type -> Stream.ofNullable(module(type.name())))
                .findFirst()
                .orElse(null));
    }

    boolean isContract(String name) {
        return module(name) != null;
    }

    /** Returns whether a type is the contract's by its name and the host certainly does not have it. */
    boolean isMissing(String name) {
        find(name);
        return missing.contains(name);
    }

    /** Returns a type, empty if it is missing or unknown. */
    Optional<TypeFacts> find(String name) {
        Optional<TypeFacts> known = found.get(name);
        if (known == null) {
            known = look(name);
            found.put(name, known);
        }
        return known;
    }

    /** Returns the source names of the contract's public types of that simple name: a missing one may have moved. */
    List<String> namesakes(String missingName) {
        String simple = missingName.substring(missingName.lastIndexOf('/'));
        // a search of the host for each: it costs more than any other step
        if (!effort.spend(100L * contract.packageNames().size())) {
            return List.of();
        }
        return contract.packageNames().stream()
                .map(packageName -> packageName + simple)
                .filter(name ->
                        isContract(name) && find(name).filter(Types::isPublic).isPresent())
                .map(TypeNames::type)
                .sorted()
                .toList();
    }

    private static boolean isPublic(TypeFacts type) {
        return type.header().is(Opcodes.ACC_PUBLIC);
    }

    Lineage lineage(TypeFacts type) {
        Lineage known = lineages.get(type.name());
        if (known == null) {
            known = climb(type);
            lineages.put(type.name(), known);
        }
        return affordable(known);
    }

    /** Returns how much may still be done. */
    Effort effort() {
        return effort;
    }

    /** Returns the lineage of a type that has no name. */
    Lineage lineageOfLambda(TypeFacts lambda) {
        return affordable(climb(lambda));
    }

    private Lineage climb(TypeFacts type) {
        return effort.spend(1) ? Lineage.of(type, this::findSuper) : Lineage.unknown(type);
    }

    private Lineage affordable(Lineage lineage) {
        return effort.spend(lineage.steps()) ? lineage : Lineage.unknown(lineage.type());
    }

    /** Returns the types of the contract that a descriptor names. */
    List<String> named(String descriptor) {
        List<String> known = named.get(descriptor);
        if (known == null) {
            List<String> names = TypeNames.inDescriptor(descriptor);
            known = names.isEmpty()
                    ? names
                    : names.stream().distinct().filter(this::isContract).toList();
            named.put(descriptor, known);
        }
        return known;
    }

    /** Returns the classes of the module that turned out not to be readable. */
    Set<String> malformed() {
        return malformed;
    }

    void addMalformed(String name) {
        malformed.add(name);
    }

    private Optional<TypeFacts> findSuper(TypeFacts child, String name) {
        return child.isHost() ? contract.findSuper(child, name) : find(name);
    }

    private Optional<TypeFacts> look(String name) {
        ClassFile file = own.get(name);
        if (file != null) {
            return facts(file);
        }
        ContractModule module = module(name);
        return module == null ? contract.findInJdk(name) : lookInContract(name, module);
    }

    private Optional<TypeFacts> lookInContract(String name, ContractModule module) {
        try {
            return contract.find(name, module);
        } catch (ClassNotFoundException absent) {
            missing.add(name);
            return Optional.empty();
        }
    }

    private Optional<TypeFacts> facts(ClassFile file) {
        try {
            return Optional.of(file.facts());
        } catch (MalformedClass unknown) {
            addMalformed(file.name());
            return Optional.empty();
        }
    }
}
