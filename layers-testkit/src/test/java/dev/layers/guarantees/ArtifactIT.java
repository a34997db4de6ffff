package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A loaded generation has nothing more to do with the file it came from. */
class ArtifactIT {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    Path directory;

    private TestHost host;
    private LayerManager manager;
    private Path jar;

    /** What is done to a file that is in use. */
    enum Change {
        OVERWRITE {
            @Override
            void make(Path jar, byte[] other) throws IOException {
                Files.write(jar, other);
            }
        },
        TRUNCATE {
            @Override
            void make(Path jar, byte[] other) throws IOException {
                try (FileChannel channel = FileChannel.open(jar, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
        },
        RENAME_OVER {
            @Override
            void make(Path jar, byte[] other) throws IOException {
                Path sibling = Files.write(jar.resolveSibling("next.tmp"), other);
                Files.move(sibling, jar, StandardCopyOption.ATOMIC_MOVE);
            }
        };

        abstract void make(Path jar, byte[] other) throws IOException;
    }

    @BeforeEach
    void openManager() throws Exception {
        host = TestHost.create(directory);
        manager = host.manager().build();
        jar = chat(1).toJar(directory.resolve("chat.jar"));
    }

    @AfterEach
    void closeManager() throws IOException {
        manager.close();
        host.close();
    }

    @Test
    @DisplayName("G1 Every class and resource still loads when the artifact was deleted")
    void deletedArtifact_isNotMissed() throws Exception {
        LoadedModule module = manager.load(jar);

        Files.delete(jar);

        assertThat(parts(host.command(module))).containsOnly("1");
        assertThat(module.unload()).isClean();
    }

    @Test
    @DisplayName("G2 The JDK's own layer loses its classes when the jar is overwritten in place")
    void bareLayer_losesClassesToOverwriting() throws Exception {
        UnaryOperator<String> command = BareLayer.of(host, jar).command();

        Change.OVERWRITE.make(
                jar, chat(2).resource("acme/Larger.txt", "x".repeat(5000)).bytes());

        assertThatExceptionOfType(LinkageError.class).isThrownBy(() -> command.apply("class"));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G2 A change of the artifact before the first use changes nothing")
    void changeBeforeFirstUse_changesNothing(Change change) throws Exception {
        LoadedModule module = manager.load(jar);

        change.make(jar, chat(2).bytes());

        assertThat(parts(host.command(module))).containsOnly("1");
        assertThat(module.unload()).isClean();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G2 A change of the artifact after the first use changes nothing")
    void changeAfterFirstUse_changesNothing(Change change) throws Exception {
        LoadedModule module = manager.load(jar);
        assertThat(parts(host.command(module))).containsOnly("1");

        change.make(jar, chat(2).bytes());

        assertThat(parts(host.command(module))).containsOnly("1");
        assertThat(module.unload()).isClean();
    }

    @Test
    @DisplayName("G3 A reload serves the new bytes though path, size and time are those of the old")
    void reload_isNotMisledByEqualSizeAndTime() throws Exception {
        byte[] first = chat(1).bytes();
        byte[] second = chat(2).bytes();
        int size = Math.max(first.length, second.length);
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(Files.write(jar, withComment(first, size)), time);
        LoadedModule module = manager.load(jar);
        UnaryOperator<String> command = host.command(module);
        assertThat(command.apply("class")).isEqualTo("1");

        Files.setLastModifiedTime(Files.write(jar, withComment(second, size)), time);
        assertThat(module.reload()).isClean();

        assertThat(parts(command)).containsOnly("2");
        assertThat(module.status().origin().digest()).isEqualTo(sha256(jar));
    }

    @Test
    @DisplayName("G3 A reload serves the bytes from when it began though they change while it runs")
    void reload_servesBytesFromItsBegin() throws Exception {
        Path later = host.chat("return \"later\";").toJar(directory.resolve("later.jar"));
        LoadedModule module = manager.load(jar);
        host.lifecycle("public void start(ModuleContext context) throws Exception {"
                        + " java.nio.file.Files.copy(java.nio.file.Path.of(\"" + later + "\"), java.nio.file.Path.of(\""
                        + jar
                        + "\"), java.nio.file.StandardCopyOption.REPLACE_EXISTING); }"
                        + "public String apply(String text) { return Late.answer(); }")
                .type("package acme; class Late { static String answer() { return \"of the begin\"; } }")
                .toJar(jar);
        String digest = sha256(jar);

        module.reload();

        assertThat(jar).hasSameBinaryContentAs(later);
        assertThat(host.command(module).apply("class")).isEqualTo("of the begin");
        assertThat(module.status().origin().digest()).isEqualTo(digest);
    }

    @Test
    @DisplayName("G5 The JDK's own layer mixes the old descriptor with the new code")
    void bareLayer_mixesOldDescriptorWithNewCode() throws Exception {
        BareLayer layer = BareLayer.of(host, jar);

        Change.RENAME_OVER.make(jar, chat(2).bytes());

        assertThat(parts(layer.command())).containsExactly("1", "2", "2", "2", "2");
    }

    @Test
    @DisplayName("G5 Descriptor, classes and resources come from one snapshot though the jar was swapped")
    void swappedJar_leavesDescriptorClassesAndResourcesTogether() throws Exception {
        LoadedModule module = manager.load(jar);

        Change.RENAME_OVER.make(jar, chat(2).bytes());

        assertThat(parts(host.command(module))).containsExactly("1", "1", "1", "1", "1");
    }

    @Test
    @DisplayName("G6 The JDK's own layer has the jar open, and the check sees it")
    void bareLayer_hasJarOpen() throws Exception {
        assumeThat(OPEN_FILES).isDirectory();

        UnaryOperator<String> command = BareLayer.of(host, jar).command();

        assertThat(command.apply("class")).isEqualTo("1");
        assertThat(openFiles()).contains(jar.toRealPath());
    }

    @Test
    @DisplayName("G6 No descriptor on the artifact is open after load, after any use, and after unload")
    void artifact_isNeverOpenAfterLoad() throws Exception {
        assumeThat(OPEN_FILES).isDirectory();

        LoadedModule module = manager.load(jar);
        assertThat(openFiles()).doesNotContain(jar.toRealPath());

        assertThat(parts(host.command(module))).containsOnly("1");
        assertThat(openFiles()).doesNotContain(jar.toRealPath());

        assertThat(module.unload()).isClean();
        assertThat(openFiles()).doesNotContain(jar.toRealPath());
    }

    @Test
    @DisplayName("G7 Two processes share an artifact and leave no file behind, not even when one is killed")
    void twoProcesses_leaveNoFileBehind() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        var launch = new HostProcess.Launch(
                TestHost.Kind.CLASS_PATH, host.contractJar(), directory, List.of("-Djava.io.tmpdir=" + temporary));

        try (HostProcess killed = launch.start(jar);
                HostProcess other = launch.start(jar)) {
            assertThat(killed.ask("class")).isEqualTo("1");
            assertThat(other.ask("descriptor")).isEqualTo("1");
            assertThat(temporary).isEmptyDirectory();

            killed.kill();
            assertThat(other.ask("class")).isEqualTo("1");
            assertThat(other.ask("unload")).isEqualTo("chat#1 Collected []");
            assertThat(temporary).isEmptyDirectory();

            String file = other.ask("temporary file");
            assertThat(temporary.resolve(file))
                    .as("files of the host appear here")
                    .exists();
        }
    }

    /** Returns the version as told by the descriptor, a class of its own, a resource in two ways, and a bundle. */
    private static List<String> parts(UnaryOperator<String> command) {
        return Stream.of("descriptor", "class", "stream", "url", "bundle")
                .map(command)
                .toList();
    }

    /** Returns a module that tells the version of each of its parts; what it opens it leaves open. */
    private ModuleSource chat(int version) {
        return ModuleSource.module(
                        "module chat { requires bot.api; exports acme; provides bot.Command with acme.Chat; }")
                .type("""
                        package acme;

                        public class Chat implements bot.Command {
                            public String apply(String part) {
                                try {
                                    return switch (part) {
                                        case "descriptor" -> getClass().getModule().getDescriptor().rawVersion().get();
                                        case "class" -> Late.version();
                                        case "stream" -> text(getClass().getResourceAsStream("version.txt"));
                                        case "url" -> text(getClass().getResource("version.txt").openStream());
                                        default -> java.util.ResourceBundle.getBundle("acme.words").getString("version");
                                    };
                                } catch (java.io.IOException failure) {
                                    throw new java.io.UncheckedIOException(failure);
                                }
                            }

                            private static String text(java.io.InputStream stream) throws java.io.IOException {
                                return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                            }
                        }
                        """)
                .type("package acme; class Late { static String version() { return \"" + version + "\"; } }")
                .resource("acme/version.txt", "" + version)
                .resource("acme/words.properties", "version=" + version)
                .compilerOptions("--module-version", "" + version)
                .dependsOn(host.contractJar());
    }

    /** Returns {@code archive} made {@code size} long by a comment, which ends it and whose length stands before it. */
    private static byte[] withComment(byte[] archive, int size) {
        byte[] longer = Arrays.copyOf(archive, size);
        longer[archive.length - 2] = (byte) (size - archive.length);
        return longer;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static List<Path> openFiles() throws IOException {
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.filter(Files::isSymbolicLink).map(ArtifactIT::target).toList();
        }
    }

    /** A descriptor may be closed while the list is read: that of the list itself is. */
    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException closed) {
            return link;
        }
    }
}
