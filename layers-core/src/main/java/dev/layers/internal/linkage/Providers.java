package dev.layers.internal.linkage;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** Checks the classes that modules provide services with, by the rules of {@link java.util.ServiceLoader}. */
final class Providers {
    private final Types types;
    private final Map<String, ClassFile> own;
    private final Set<String> unreadable;

    Providers(Types types, Map<String, ClassFile> own, Set<String> unreadable) {
        this.types = types;
        this.own = own;
        this.unreadable = unreadable;
    }

    Stream<Finding> check(Collection<ModuleReference> modules) {
        return modules.stream()
                .flatMap(module -> module.descriptor().provides().stream()
                        .flatMap(provides -> provides.providers().stream()
                                .flatMap(provider -> check(module, provides.service(), provider.replace('.', '/')))));
    }

    private Stream<Finding> check(ModuleReference module, String service, String provider) {
        ClassFile file = own.get(provider);
        if (file != null) {
            return types.find(provider).stream().flatMap(facts -> check(module.descriptor(), service, facts, file));
        }
        return unreadable.contains(provider) || types.isContract(provider)
                ? Stream.of()
                : Stream.of(Rule.PROVIDER_ABSENT.at(
                        where(module),
                        "'" + TypeNames.type(provider) + "', named as provider of '" + TypeNames.type(service)
                                + "', does not exist"));
    }

    private Stream<Finding> check(ModuleDescriptor module, String service, TypeFacts provider, ClassFile file) {
        Header header = provider.header();
        if (!header.is(Opcodes.ACC_PUBLIC) || header.is(Header.NOT_PUBLIC_IN_SOURCE)) {
            return Stream.of(Rule.PROVIDER_NOT_PUBLIC.at(
                    file.where(), "a provider of '" + TypeNames.type(service) + "' that is not public"));
        }
        Optional<Member> factory = module.isAutomatic() ? Optional.empty() : factory(provider);
        return factory.isPresent()
                ? checkFactory(service, factory.get(), file)
                : Stream.concat(checkType(service, provider, file), checkCreation(service, provider, file));
    }

    private static String where(ModuleReference module) {
        return module.location().map(location -> path(location) + ": ").orElse("") + "module '"
                + module.descriptor().name() + "'";
    }

    private static String path(URI location) {
        return "file".equals(location.getScheme()) ? Path.of(location).toString() : location.toString();
    }

    private static Optional<Member> factory(TypeFacts provider) {
        return provider.methods().values().stream()
                .filter(method -> method.signature().name().equals("provider"))
                .filter(method -> method.signature().descriptor().startsWith("()"))
                .filter(method -> method.isStatic() && method.is(Opcodes.ACC_PUBLIC))
                .findFirst();
    }

    private Stream<Finding> checkFactory(String service, Member factory, ClassFile file) {
        String descriptor = factory.signature().descriptor().substring(2);
        boolean isClass = descriptor.startsWith("L") && descriptor.endsWith(";");
        return isClass && mayBe(descriptor.substring(1, descriptor.length() - 1), service)
                ? Stream.of()
                : Stream.of(Rule.PROVIDER_UNFIT.at(
                        file.where(),
                        "a method 'provider()' that returns '" + TypeNames.result(factory.signature()) + "'",
                        TypeNames.type(service)));
    }

    private Stream<Finding> checkType(String service, TypeFacts provider, ClassFile file) {
        return mayBe(provider.name(), service)
                ? Stream.of()
                : Stream.of(Rule.PROVIDER_UNFIT.at(
                        file.where(),
                        "a provider of '" + TypeNames.type(service) + "' that is no subtype of it",
                        TypeNames.type(service)));
    }

    private static Stream<Finding> checkCreation(String service, TypeFacts provider, ClassFile file) {
        Member constructor = provider.method(new MemberSignature("<init>", "()V"));
        String reason = "";
        if (provider.header().is(Opcodes.ACC_ABSTRACT)) {
            reason = provider.isInterface() ? "is an interface" : "is abstract";
        } else if (constructor == null) {
            reason = "has no constructor without parameters";
        } else if (!constructor.is(Opcodes.ACC_PUBLIC)) {
            reason = "has a constructor without parameters that is not public";
        }
        return reason.isEmpty()
                ? Stream.of()
                : Stream.of(Rule.PROVIDER_NOT_CREATABLE.at(
                        file.where(), "a provider of '" + TypeNames.type(service) + "' that " + reason));
    }

    /** Returns whether a type is a subtype of the service or may be one. */
    private boolean mayBe(String type, String service) {
        String name = service.replace('.', '/');
        Optional<Lineage> lineage = types.find(type).map(types::lineage);
        return type.equals(name)
                || lineage.isEmpty()
                || !lineage.get().isComplete()
                || lineage.get().contains(name);
    }
}
