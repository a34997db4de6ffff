package dev.layers.internal.snapshot;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Derives the descriptor of an artifact without {@code module-info.class}, by the rules of {@code ModuleFinder.of}; classes at the top do no harm. */
final class AutomaticModule {
    private static final String SERVICES = "META-INF/services/";
    private static final Attributes.Name AUTOMATIC_NAME = new Attributes.Name("Automatic-Module-Name");
    private static final Pattern VERSION = Pattern.compile("-(\\d+(\\.|$))");

    private AutomaticModule() {}

    static ModuleDescriptor derive(Artifact artifact, Findings findings) throws ArtifactDefect, DamagedEntry {
        ModuleDescriptor.Builder builder = builder(artifact, findings);
        Set<String> packages = packages(artifact.contents());
        builder.packages(packages);
        for (String name : artifact.contents().names()) {
            byte[] bytes = isService(name) ? artifact.contents().read(name) : null;
            if (bytes != null) {
                List<String> providers = providers(new String(bytes, StandardCharsets.UTF_8));
                provide(builder, packages, name, providers)
                        .ifPresent(fault -> findings.add(Rule.SERVICES_INVALID, fault));
            }
        }
        findings.check();
        mainClass(builder, packages, artifact.manifest());
        return builder.build();
    }

    /** Returns whether {@code name} is a provider configuration file. */
    static boolean isService(String name) {
        return name.startsWith(SERVICES) && PackageName.isLegal(name.substring(SERVICES.length()));
    }

    private static ModuleDescriptor.Builder builder(Artifact artifact, Findings findings) throws ArtifactDefect {
        String base = artifact.fileName().replaceFirst("\\.jar$", "");
        Matcher matcher = VERSION.matcher(base);
        int dash = matcher.find() ? matcher.start() : base.length();
        String stated = artifact.manifest().getValue(AUTOMATIC_NAME);
        ModuleDescriptor.Builder builder = stated == null
                ? derived(cleaned(base.substring(0, dash)), artifact, findings)
                : stated(stated.trim(), artifact, findings);
        if (dash < base.length()) {
            version(builder, base.substring(dash + 1));
        }
        return builder;
    }

    private static ModuleDescriptor.Builder stated(String name, Artifact artifact, Findings findings)
            throws ArtifactDefect {
        try {
            return ModuleDescriptor.newAutomaticModule(name);
        } catch (IllegalArgumentException illegal) {
            throw findings.last(new Finding(
                    Rule.DESCRIPTOR_INVALID,
                    artifact.path().toString(),
                    "'" + AUTOMATIC_NAME + ": " + name + "' in its manifest: " + reason(illegal),
                    "a module name of Java identifiers with '.' between them",
                    "correct the manifest"));
        }
    }

    /** Returns what the JDK says of one of the names between the dots, without the whole name. */
    private static String reason(IllegalArgumentException illegal) {
        String message = String.valueOf(illegal.getMessage());
        int colon = message.lastIndexOf(": ");
        return colon < 0 ? message : message.substring(colon + 2);
    }

    private static ModuleDescriptor.Builder derived(String name, Artifact artifact, Findings findings)
            throws ArtifactDefect {
        try {
            return ModuleDescriptor.newAutomaticModule(name);
        } catch (IllegalArgumentException illegal) {
            String found = "no module name can be derived from '" + artifact.fileName() + "': " + reason(illegal);
            throw findings.last(new Finding(
                    Rule.DESCRIPTOR_INVALID,
                    artifact.path().toString(),
                    found,
                    "a file name that gives a module name, or Automatic-Module-Name in the manifest",
                    "rename the file, or state Automatic-Module-Name"));
        }
    }

    private static void version(ModuleDescriptor.Builder builder, String text) {
        try {
            builder.version(ModuleDescriptor.Version.parse(text));
        } catch (IllegalArgumentException none) {
            // a file name may end in anything: then the module has no version
        }
    }

    private static String cleaned(String name) {
        return name.replaceAll("[^A-Za-z0-9]", ".").replaceAll("\\.{2,}", ".").replaceAll("^\\.|\\.$", "");
    }

    private static Set<String> packages(Contents contents) {
        Set<String> packages = new HashSet<>();
        for (String name : contents.names()) {
            if (name.endsWith(".class")) {
                packages.add(PackageName.of(name));
            }
        }
        // classes at the top are in none: the JDK refuses such a jar; here it is loaded, and they cannot be
        packages.removeIf(name -> !PackageName.isLegal(name));
        return packages;
    }

    /** Returns what is wrong with the providers that {@code file} names. */
    private static Optional<String> provide(
            ModuleDescriptor.Builder builder, Set<String> packages, String file, List<String> providers) {
        Optional<String> absent = providers.stream()
                .filter(provider -> !packages.contains(packageOf(provider)))
                .findFirst();
        if (absent.isPresent() || providers.isEmpty()) {
            return absent.map(provider -> "'" + file + "' names '" + provider + "', which is "
                    + (packageOf(provider).isEmpty() ? "in no package" : "not in the artifact"));
        }
        try {
            builder.provides(file.substring(SERVICES.length()), providers);
            return Optional.empty();
        } catch (IllegalArgumentException illegal) {
            return Optional.of("'" + file + "' is not valid: " + illegal.getMessage());
        }
    }

    private static List<String> providers(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").trim())
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static void mainClass(ModuleDescriptor.Builder builder, Set<String> packages, Attributes manifest) {
        String stated = manifest.getValue(Attributes.Name.MAIN_CLASS);
        String main = stated == null ? "" : stated.trim().replace('/', '.');
        if (packages.contains(packageOf(main)) && PackageName.isLegal(main)) {
            builder.mainClass(main);
        }
    }

    private static String packageOf(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? "" : type.substring(0, dot);
    }
}
