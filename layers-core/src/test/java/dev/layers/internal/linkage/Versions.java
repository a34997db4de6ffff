package dev.layers.internal.linkage;

import dev.layers.internal.contract.ContractModule;
import dev.layers.preflight.Finding;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A module that was compiled against one version of a contract and meets another.
 *
 * @param host the contract of the host
 * @param module the classes of the module, with its private libraries
 */
record Versions(CompiledClasses host, CompiledClasses module) {
    /** Compiles the module against the old contract; the classes of the host replace those of the same name. */
    static Versions of(String oldContract, String newContract, String... module) {
        return of(List.of(oldContract), List.of(newContract), module);
    }

    static Versions of(List<String> oldContract, List<String> newContract, String... module) {
        CompiledClasses old = CompiledClasses.of(oldContract.toArray(String[]::new));
        CompiledClasses now = newContract.isEmpty()
                ? new CompiledClasses(Map.of())
                : CompiledClasses.of(newContract.toArray(String[]::new));
        return new Versions(now, CompiledClasses.against(old, module));
    }

    /** Returns what is found in {@code chat.jar}, as text. */
    List<String> findings(ModuleDescriptor... descriptors) {
        return findings(Set.of("bot"), descriptors);
    }

    List<String> findings(Set<String> exported, ModuleDescriptor... descriptors) {
        ContractModule contract = new ContractModule(
                "bot.api", Optional.of("2"), Set.of("bot", "bot.inner"), exported, host.loader(null));
        Linkage linkage = new Linkage(new ContractTypes(List.of(contract)));
        List<Finding> findings = new ArrayList<>();
        module.files().forEach((name, bytes) -> findings.addAll(linkage.add("chat.jar", name, bytes)));
        findings.addAll(
                linkage.check(Stream.of(descriptors).map(Versions::module).toList()));
        return findings.stream().map(Finding::text).toList();
    }

    static ModuleReference module(ModuleDescriptor descriptor) {
        return new ModuleReference(descriptor, URI.create("file:///plugins/chat.jar")) {
            @Override
            public ModuleReader open() {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** Runs {@code acme.Chat.run()} in a JVM that has these classes, and returns what is thrown. */
    Throwable failure() throws ReflectiveOperationException {
        try {
            ClassLoader loader = module.loader(host.loader(null));
            Class.forName("acme.Chat", true, loader).getMethod("run").invoke(null);
            return new AssertionError("nothing was thrown");
        } catch (InvocationTargetException thrown) {
            return thrown.getCause();
        } catch (LinkageError thrown) {
            return thrown;
        }
    }
}
