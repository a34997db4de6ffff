package dev.layers.internal.layer;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The classes and resources of one module of a generation, until they are closed. */
final class ModuleResources {
    private final ModuleDescriptor descriptor;
    private final ProtectionDomain domain;
    private volatile @Nullable ModuleReader reader;

    ModuleResources(ModuleReference reference) throws IOException {
        this.descriptor = reference.descriptor();
        this.reader = reference.open();
        this.domain = bareDomain(reference.location());
    }

    String name() {
        return descriptor.name();
    }

    ModuleDescriptor descriptor() {
        return descriptor;
    }

    /** Returns the domain of the module's classes; it names where they came from and no class loader. */
    ProtectionDomain domain() {
        return domain;
    }

    boolean contains(String name) {
        ModuleReader open = reader;
        try {
            return open != null && open.find(name).isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    ByteBuffer read(String name) throws IOException {
        ModuleReader open = reader;
        if (open == null) {
            throw new IOException("the generation was unloaded");
        }
        return open.read(name).orElseThrow(() -> new FileNotFoundException("'" + name + "' not found"));
    }

    void close() throws IOException {
        ModuleReader open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }

    private static ProtectionDomain bareDomain(Optional<URI> location) {
        CodeSource source = new CodeSource(location.map(ModuleResources::url).orElse(null), (CodeSigner[]) null);
        return new ProtectionDomain(source, null, null, null);
    }

    private static @Nullable URL url(URI location) {
        try {
            return location.toURL();
        } catch (MalformedURLException withoutHandler) {
            return null;
        }
    }
}
