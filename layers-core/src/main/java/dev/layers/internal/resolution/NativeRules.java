package dev.layers.internal.resolution;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Native code that is bundled or asked for. */
final class NativeRules {
    private static final Pattern LIBRARY =
            Pattern.compile(".*\\.(so(\\.[0-9]+)*|dll|dylib|jnilib)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Attributes.Name ACCESS = new Attributes.Name("Enable-Native-Access");

    private final Case checked;

    NativeRules(Case checked) {
        this.checked = checked;
    }

    void check(Consumer<Finding> findings) {
        if (checked.terms().isNativeRefused()) {
            checked.own().all().forEach(module -> check(module, findings));
        }
    }

    private static void check(OwnModule module, Consumer<Finding> findings) {
        try (ModuleReader reader = module.reference().open()) {
            List<String> libraries = libraries(reader);
            if (!libraries.isEmpty()) {
                findings.accept(Rule.NATIVE_BUNDLED.at(module.where(), "contains " + Names.some(libraries)));
            }
            ManifestAttribute.read(reader, ACCESS)
                    .map(value ->
                            Rule.NATIVE_ACCESS.at(module.where(), "'" + ACCESS + ": " + value + "' in its manifest"))
                    .ifPresent(findings);
        } catch (IOException damaged) {
            findings.accept(Rule.ENTRY_DAMAGED.at(module.where(), String.valueOf(damaged.getMessage())));
        }
    }

    private static List<String> libraries(ModuleReader reader) throws IOException {
        try (Stream<String> names = reader.list()) {
            return names.filter(name -> LIBRARY.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }
}
