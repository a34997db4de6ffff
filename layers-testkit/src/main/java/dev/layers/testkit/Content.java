package dev.layers.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a module holds beside its class files.
 *
 * @param resources the resources by their path
 * @param attributes the main attributes of the manifest, in the order they were added
 */
record Content(Map<String, byte[]> resources, Map<String, String> attributes) {
    private static final String AUTOMATIC_MODULE_NAME = "Automatic-Module-Name";
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z0-9_-]{1,70}");

    Content {
        resources = Map.copyOf(resources);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    static Content empty() {
        return new Content(Map.of(), Map.of());
    }

    Content with(String path, byte[] bytes) {
        if (!isInside(path)) {
            throw new IllegalArgumentException("Resource '" + path + "' is not a relative path within the module");
        }
        if (resources.containsKey(path)) {
            throw new IllegalArgumentException("Resource '" + path + "' was added before");
        }
        return replacing(path, bytes.clone());
    }

    Content withLines(String path, List<String> lines) {
        String former = new String(resources.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
        String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining("", former, ""));
        return replacing(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Content withAttribute(String name, String value) {
        if (!ATTRIBUTE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Manifest attribute '" + name + "' is not 1 to 70 letters, digits, '-' and '_'");
        }
        Map<String, String> extended = new LinkedHashMap<>(attributes);
        extended.put(name, value);
        return new Content(resources, extended);
    }

    Optional<String> automaticModule() {
        return Optional.ofNullable(attributes.get(AUTOMATIC_MODULE_NAME));
    }

    /** Joins the class files with this content, which wins where both have a file. */
    Artifact artifact(Map<String, byte[]> classFiles) {
        Map<String, byte[]> entries = new LinkedHashMap<>(classFiles);
        entries.put(JarFile.MANIFEST_NAME, manifest());
        entries.putAll(resources);
        return new Artifact(entries);
    }

    private Content replacing(String path, byte[] bytes) {
        Map<String, byte[]> extended = new LinkedHashMap<>(resources);
        extended.put(path, bytes);
        return new Content(extended, attributes);
    }

    private byte[] manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            manifest.write(bytes);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return bytes.toByteArray();
    }

    private static boolean isInside(String path) {
        return path.indexOf('\\') < 0
                && Stream.of(path.split("/", -1))
                        .noneMatch(step -> List.of("", ".", "..").contains(step));
    }
}
