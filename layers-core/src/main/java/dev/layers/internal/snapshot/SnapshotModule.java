package dev.layers.internal.snapshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A module of a snapshot; its readers share the bytes. */
final class SnapshotModule extends ModuleReference {
    private final Artifact artifact;
    private final Contents contents;

    SnapshotModule(ModuleDescriptor descriptor, Artifact artifact) {
        super(descriptor, artifact.path().toUri());
        this.artifact = artifact;
        this.contents = artifact.contents();
    }

    Path path() {
        return artifact.path();
    }

    /** Returns where the module comes from. */
    SnapshotArtifact origin() {
        JarSigners signers = artifact.signers();
        return new SnapshotArtifact(
                path(), descriptor().name(), artifact.digest(), signers.common(), signers.isPartial());
    }

    @Override
    public ModuleReader open() {
        return new Reader();
    }

    private final class Reader implements ModuleReader {
        @Override
        public Optional<URI> find(String name) {
            return contents.names().contains(name) ? location() : Optional.empty();
        }

        @Override
        public Optional<ByteBuffer> read(String name) throws IOException {
            return Optional.ofNullable(contents.read(name)).map(ByteBuffer::wrap);
        }

        @Override
        public Optional<InputStream> open(String name) throws IOException {
            return Optional.ofNullable(contents.read(name)).map(ByteArrayInputStream::new);
        }

        @Override
        public Stream<String> list() {
            return contents.names().stream();
        }

        @Override
        public void close() {
            contents.close();
        }
    }
}
