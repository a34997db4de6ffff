package dev.layers.internal.snapshot;

import java.io.IOException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Derives the descriptor of an artifact without {@code module-info.class}, by the rules of {@code ModuleFinder.of}. */
final class AutomaticModule {
    private static final String SERVICES = "META-INF/services/";
    private static final Attributes.Name AUTOMATIC_NAME = new Attributes.Name("Automatic-Module-Name");
    private static final Pattern VERSION = Pattern.compile("-(\\d+(\\.|$))");

    private AutomaticModule() {}

    static ModuleDescriptor derive(Artifact artifact) throws IOException {
        ModuleDescriptor.Builder builder = builder(artifact);
        Set<String> packages = packages(artifact.contents());
        builder.packages(packages);
        for (String name : artifact.contents().names()) {
            if (isService(name)) {
                provide(builder, packages, name, artifact.contents());
            }
        }
        mainClass(builder, packages, artifact.manifest());
        return builder.build();
    }

    /** Returns whether {@code name} is a provider configuration file. */
    static boolean isService(String name) {
        return name.startsWith(SERVICES) && PackageName.isLegal(name.substring(SERVICES.length()));
    }

    private static ModuleDescriptor.Builder builder(Artifact artifact) {
        String base = artifact.fileName().replaceFirst("\\.jar$", "");
        Matcher matcher = VERSION.matcher(base);
        int dash = matcher.find() ? matcher.start() : base.length();
        String stated = artifact.manifest().getValue(AUTOMATIC_NAME);
        ModuleDescriptor.Builder builder =
                ModuleDescriptor.newAutomaticModule(stated == null ? cleaned(base.substring(0, dash)) : stated.trim());
        if (dash < base.length()) {
            version(builder, base.substring(dash + 1));
        }
        return builder;
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
        packages.removeIf(name -> !PackageName.isLegal(name));
        return packages;
    }

    private static void provide(ModuleDescriptor.Builder builder, Set<String> packages, String file, Contents contents)
            throws IOException {
        byte[] bytes = contents.read(file);
        List<String> providers = bytes == null ? List.of() : providers(new String(bytes, StandardCharsets.UTF_8));
        for (String provider : providers) {
            if (!packages.contains(packageOf(provider))) {
                throw new InvalidModuleDescriptorException(
                        "'" + file + "' names '" + provider + "', which is not in it");
            }
        }
        if (!providers.isEmpty()) {
            builder.provides(file.substring(SERVICES.length()), providers);
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
