package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.MemberUse;
import dev.layers.docs.model.ModuleContent;
import dev.layers.docs.model.Requirement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares what modules link to and implement with what a contract has. */
record Fitting(Contract contract, ContractTypes types, JdkTypes jdk) {
    List<Fit> fits(List<DocumentedModule> modules) {
        Set<String> bound = new HashSet<>(contract.providers());
        bound.addAll(contract.users());
        bound.remove(contract.module().name());
        return modules.stream()
                .filter(module -> bound.contains(module.name()))
                .map(this::fit)
                .toList();
    }

    private Fit fit(DocumentedModule module) {
        Optional<String> compiledAgainst = module.requires().stream()
                .filter(requirement ->
                        requirement.module().equals(contract.module().name()))
                .findFirst()
                .flatMap(Requirement::version);
        if (isUnread(module.content()) || isUnread(contract.module().content())) {
            return new Fit(module.name(), compiledAgainst, Fit.Verdict.UNKNOWN, List.of());
        }
        List<String> missing = List.copyOf(new TreeSet<>(
                Stream.concat(unlinked(module), unimplemented(module)).toList()));
        Fit.Verdict verdict = missing.isEmpty() ? Fit.Verdict.COMPATIBLE : Fit.Verdict.INCOMPATIBLE;
        return new Fit(module.name(), compiledAgainst, verdict, missing);
    }

    private static boolean isUnread(ModuleContent content) {
        return content.types().isEmpty() && content.packagesUsed().isEmpty();
    }

    private Stream<String> unlinked(DocumentedModule module) {
        Members members = new Members(types);
        return module.content().membersUsed().stream()
                .filter(member -> isOfContract(member.type()))
                .filter(member -> !members.has(member))
                .map(this::missing);
    }

    private boolean isOfContract(String type) {
        String packageName = type.substring(0, Math.max(0, type.lastIndexOf('.')));
        return contract.module().descriptor().packages().contains(packageName);
    }

    private String missing(MemberUse member) {
        if (types.find(member.type()).isEmpty()) {
            return "type '" + member.type() + "' is missing";
        }
        return (member.descriptor().startsWith("(") ? "method '" : "field '") + Members.text(member) + "' is missing";
    }

    private Stream<String> unimplemented(DocumentedModule module) {
        return module.provides().stream()
                .filter(provides -> contract.declares(provides.service()))
                .flatMap(provides -> provides.providers().stream()
                        .flatMap(provider -> types.find(provider).stream())
                        .flatMap(provider -> unimplemented(provider, provides.service())));
    }

    private Stream<String> unimplemented(DocumentedType provider, String service) {
        ServiceMethods methods = ServiceMethods.of(provider, new Classifier(types, jdk));
        boolean isSeenWhole = methods.beyond().stream().allMatch(type -> jdk.kind(type) == Kind.SERVICE);
        boolean isService = types.find(service)
                .filter(type -> types.isBelow(provider, type))
                .isPresent();
        if (!isSeenWhole || !isService) {
            return Stream.of();
        }
        return methods.unimplemented().stream()
                .map(declared ->
                        "method '" + new TypeText(types).method(declared.type().name(), declared.method())
                                + "' is missing in '" + provider.name() + "'");
    }
}
