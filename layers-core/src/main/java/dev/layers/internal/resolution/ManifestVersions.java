package dev.layers.internal.resolution;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the manifest of a module says about versions: {@code Layers-Requires: acme.fonts;version="[1.2,2)", acme.text}. */
final class ManifestVersions {
    private static final Attributes.Name REQUIRES = new Attributes.Name("Layers-Requires");
    /** A name, and behind it a version that stands in quotes unless it has no comma. */
    private static final Pattern ENTRY = Pattern.compile(
            "\\s*([^\\s;,\"=]+)\\s*(?:;\\s*version\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))\\s*)?(?:,|$)");

    private final OwnModule module;
    private final Map<String, Optional<VersionRange>> ranges = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private ManifestVersions(OwnModule module) {
        this.module = module;
    }

    /** Reads the manifest of {@code module}. */
    static ManifestVersions of(OwnModule module) {
        ManifestVersions versions = new ManifestVersions(module);
        try (ModuleReader reader = module.reference().open()) {
            ManifestAttribute.read(reader, REQUIRES).ifPresent(versions::parse);
        } catch (IOException damaged) {
            versions.findings.add(Rule.ENTRY_DAMAGED.at(module.where(), String.valueOf(damaged.getMessage())));
        }
        return versions;
    }

    /** Returns the names of modules that are required, and the versions that will do if it says which. */
    Map<String, Optional<VersionRange>> ranges() {
        return ranges;
    }

    /** Returns what cannot be understood. */
    List<Finding> findings() {
        return findings;
    }

    private void parse(String text) {
        Matcher entries = ENTRY.matcher(text);
        int end = 0;
        while (end < text.length() && entries.find(end) && entries.start() == end) {
            add(
                    entries.group(1),
                    Optional.ofNullable(entries.group(2)).or(() -> Optional.ofNullable(entries.group(3))));
            end = entries.end();
        }
        if (end < text.length() || text.isBlank() || text.stripTrailing().endsWith(",")) {
            refuse("'" + REQUIRES + ": " + text + "' in its manifest");
        }
    }

    private void add(String name, Optional<String> version) {
        try {
            if (ranges.put(name, version.map(VersionRange::of)) != null) {
                refuse("'" + REQUIRES + "' in its manifest names '" + name + "' twice");
            }
        } catch (IllegalArgumentException refused) {
            refuse("'" + REQUIRES + "' in its manifest, of '" + name + "': " + refused.getMessage());
        }
    }

    private void refuse(String found) {
        findings.add(Rule.VERSIONS_INVALID.at(module.where(), found));
    }
}
