package dev.layers.internal.resolution;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module that is a descriptor and a few files, at {@code /plugins/<last part of its name>.jar}. */
final class StubModule extends ModuleReference {
    private final Map<String, String> files;

    private StubModule(ModuleDescriptor descriptor, Map<String, String> files) {
        super(descriptor, URI.create("file:///plugins/" + descriptor.name().replaceFirst(".*\\.", "") + ".jar"));
        this.files = files;
    }

    static StubModule explicit(String name, UnaryOperator<ModuleDescriptor.Builder> content) {
        return new StubModule(content.apply(ModuleDescriptor.newModule(name)).build(), Map.of());
    }

    static StubModule plain(String name, UnaryOperator<ModuleDescriptor.Builder> content) {
        return new StubModule(
                content.apply(ModuleDescriptor.newAutomaticModule(name)).build(), Map.of());
    }

    StubModule file(String name, String text) {
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put(name, text);
        return new StubModule(descriptor(), all);
    }

    /** Returns a finder of {@code modules}. */
    static ModuleFinder finder(ModuleReference... modules) {
        Map<String, ModuleReference> byName = Arrays.stream(modules)
                .collect(Collectors.toMap(module -> module.descriptor().name(), module -> module));
        return new ModuleFinder() {
            @Override
            public Optional<ModuleReference> find(String name) {
                return Optional.ofNullable(byName.get(name));
            }

            @Override
            public Set<ModuleReference> findAll() {
                return Set.copyOf(byName.values());
            }
        };
    }

    @Override
    public String toString() {
        return descriptor() + " " + descriptor().packages() + " " + descriptor().exports() + " "
                + descriptor().provides();
    }

    @Override
    public ModuleReader open() {
        return new Reader();
    }

    private final class Reader implements ModuleReader {
        @Override
        public Optional<URI> find(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<InputStream> open(String name) throws IOException {
            if ("unreadable".equals(files.get(name))) {
                throw new IOException("'" + name + "' cannot be inflated");
            }
            return Optional.ofNullable(files.get(name))
                    .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Stream<String> list() {
            return files.keySet().stream();
        }

        @Override
        public void close() {}
    }
}
