package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.Grant;
import dev.layers.docs.model.JdkModules;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.model.Trait;
import dev.layers.docs.model.TypeKind;
import dev.layers.docs.model.TypeUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of types by their names: whose they are, and who may name them. */
final class ContractTypes {
    private final Map<String, DocumentedType> types;
    private final Set<String> packages;
    private final Set<String> exported;
    private final Set<String> ofJdk;
    private final Set<String> services;

    /** Takes for known what {@code set} has. */
    ContractTypes(ModuleSet set) {
        this.types = new HashMap<>();
        this.packages = new HashSet<>();
        this.exported = new HashSet<>();
        this.ofJdk = new HashSet<>();
        this.services = Set.of();
        Stream.concat(set.modules().stream(), set.known().stream()).forEach(this::add);
    }

    private ContractTypes(ContractTypes others, Set<String> services) {
        this.types = others.types;
        this.packages = others.packages;
        this.exported = others.exported;
        this.ofJdk = others.ofJdk;
        this.services = Set.copyOf(services);
    }

    /** Returns the same for a contract of {@code services}, which may be implemented even if they are of the JDK. */
    ContractTypes with(Set<String> services) {
        return new ContractTypes(this, services);
    }

    private void add(DocumentedModule module) {
        if (JdkModules.contain(module.name())) {
            ofJdk.addAll(module.descriptor().packages());
        } else {
            packages.addAll(module.descriptor().packages());
            module.exports().stream()
                    .filter(grant -> grant.modules().isEmpty())
                    .map(Grant::packageName)
                    .forEach(exported::add);
        }
        module.content().types().forEach(type -> types.putIfAbsent(type.name(), type));
    }

    Optional<DocumentedType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    boolean isOfJdk(String name) {
        String packageName = DocumentedType.packageOf(name);
        return packageName.startsWith("java.") || ofJdk.contains(packageName);
    }

    /** Returns whether the type's module was given, so that a type that is not found is none that everybody may name. */
    boolean isGiven(String name) {
        return types.containsKey(name) || packages.contains(DocumentedType.packageOf(name));
    }

    /** Returns whether everybody may name the type: it and what encloses it is public, its package exported. */
    boolean isVisible(DocumentedType type) {
        return exported.contains(type.packageName()) && isPublic(type.name());
    }

    private boolean isPublic(String name) {
        boolean itself =
                find(name).map(type -> type.traits().contains(Trait.PUBLIC)).orElse(false);
        int nested = name.lastIndexOf('$');
        String enclosing = nested < 0 ? "" : name.substring(0, nested);
        return itself && (!types.containsKey(enclosing) || isPublic(enclosing));
    }

    /** Returns whether the type is of a contract: not the JDK's, and everybody may name it. */
    boolean contain(DocumentedType type) {
        return !isOfJdk(type.name()) && isVisible(type);
    }

    /** Returns whether objects may implement the type on both sides. */
    boolean isService(DocumentedType type) {
        boolean isOpen = type.kind() == TypeKind.INTERFACE && !type.traits().contains(Trait.SEALED);
        return isOpen && (services.contains(type.name()) || contain(type));
    }

    /** Returns whether {@code type} extends or implements {@code other}, directly or not. */
    boolean isBelow(DocumentedType type, DocumentedType other) {
        return supertypes(type).stream()
                .map(types::get)
                .filter(Objects::nonNull)
                .anyMatch(each -> each.name().equals(other.name()) || isBelow(each, other));
    }

    /** Returns the names of the superclass and the interfaces. */
    static List<String> supertypes(DocumentedType type) {
        return type.supertypes().stream()
                .filter(TypeUse.Named.class::isInstance)
                .map(supertype -> ((TypeUse.Named) supertype).name())
                .toList();
    }
}
