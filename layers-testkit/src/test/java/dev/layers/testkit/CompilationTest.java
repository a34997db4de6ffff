package dev.layers.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilationTest {
    private static final int MAJOR_VERSION = 7;
    private static final String UNSEEN = "the compiler sees no class path of the caller; to do: name a type of each"
            + " library, such as the contract, with dependsOn(Contract.class)";

    @TempDir
    Path directory;

    @Test
    void compileError_carriesFileLineAndMessageInFull() {
        ModuleSource source = ModuleSource.module("module acme.chat {}").type("""
                package acme.chat;
                public class Ping {
                    Pong pong;
                }
                """);

        assertThatThrownBy(source::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessage("""
                        Module 'acme.chat': acme/chat/Ping.java:3: cannot find symbol
                          symbol:   class Pong
                          location: class acme.chat.Ping""");
    }

    @Test
    void typeOfALibrary_isSeenByAModule() {
        ModuleSource source = ModuleSource.module("module acme.chat { requires org.assertj.core; }")
                .type("package acme.chat; class Ping { org.assertj.core.api.Descriptable<?> pong; }")
                .dependsOn(Assertions.class, String.class);

        assertThat(source.bytes()).isNotEmpty();
    }

    @Test
    void typeOfADirectoryThatIsNoModule_isRefusedForAModule() throws Exception {
        ModuleSource source = ModuleSource.module("module acme.chat {}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.dependsOn(CompilationTest.class))
                .withMessage("Module 'acme.chat': type 'dev.layers.testkit.CompilationTest' comes from '"
                        + root(CompilationTest.class) + "', a directory without a descriptor, which no module can"
                        + " require; wanted a jar or a module, or ModuleSource.plain()");
    }

    @Test
    void typeWithoutAFile_isRefused() {
        ModuleSource source = ModuleSource.module("module acme.chat {}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.dependsOn(int[].class))
                .withMessage("Module 'acme.chat': type '[I' comes from no jar or directory;"
                        + " wanted one whose class file is on the class path or module path");
    }

    @Test
    void compileErrors_areAllTold() {
        ModuleSource source = ModuleSource.plain()
                .manifest("Automatic-Module-Name", "acme.chat")
                .type("package acme.chat; class Ping { int a = \"\"; }")
                .type("package acme.chat;\nclass Pong {\n int b }");

        assertThatThrownBy(source::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessage("Module 'acme.chat': acme/chat/Pong.java:3: ';' expected");
        assertThatThrownBy(source.type("package acme.chat; class Peng { int }")::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessage("Module 'acme.chat': acme/chat/Pong.java:3: ';' expected\n"
                        + "acme/chat/Peng.java:1: <identifier> expected");
    }

    @Test
    void compileError_inTheDeclarationNamesIt() {
        ModuleSource source = ModuleSource.module("\nmodule acme.chat { requires bot.api; }");

        assertThatThrownBy(source::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessage("Module 'acme.chat': module-info.java:2: module not found: bot.api");
    }

    @Test
    void compileError_writesNothing() {
        ModuleSource source = ModuleSource.plain().type("package acme; class Ping extends Pong {}");

        assertThatThrownBy(() -> source.toJar(directory.resolve("chat.jar")))
                .isInstanceOf(ModuleSourceException.class)
                .hasMessage("Plain module: acme/Ping.java:1: cannot find symbol\n  symbol: class Pong");

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void compileError_withoutLineNamesTheFile() {
        ModuleSource source = ModuleSource.plain()
                .type("package acme; class Ping { Integer old = new Integer(1); }")
                .compilerOptions("-Xlint:all", "-Werror");

        assertThatThrownBy(source::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessage("Plain module: acme/Ping.java: warnings found and -Werror specified");
    }

    @Test
    void warnings_areIgnored() {
        ModuleSource source = ModuleSource.plain()
                .type("package acme; class Ping { Integer old = new Integer(1); }")
                .compilerOptions("-Xlint:all");

        assertThat(source.bytes()).isNotEmpty();
        assertThatThrownBy(source.type("package acme; class Pong { int a = true; }")::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessage("Plain module: acme/Pong.java:1: incompatible types: boolean cannot be converted to int");
    }

    @Test
    void classPathOfTheTest_isNotSeen() {
        String text = "package acme; class Ping { dev.layers.testkit.ModuleSource a; }";
        ModuleSource plain = ModuleSource.plain().type(text);
        ModuleSource modular =
                ModuleSource.module("module acme {}").type(text).compilerOptions("--add-reads", "acme=ALL-UNNAMED");

        assertThatThrownBy(plain::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessage("Plain module: acme/Ping.java:1: package dev.layers.testkit does not exist\n" + UNSEEN);
        assertThatThrownBy(modular::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessage("Module 'acme': acme/Ping.java:1: package dev.layers.testkit does not exist\n" + UNSEEN);
    }

    @Test
    void processorOfADependency_doesNotRun() {
        Path processor = ModuleSource.plain()
                .service("javax.annotation.processing.Processor", "acme.Missing")
                .toJar(directory.resolve("processor.jar"));

        byte[] jar = ModuleSource.plain()
                .type("package acme; class Ping {}")
                .dependsOn(processor)
                .bytes();

        assertThat(jar).isNotEmpty();
    }

    @Test
    void sourcesBesideADependency_areNotCompiled() throws IOException {
        Files.createDirectories(directory.resolve("acme"));
        Files.writeString(directory.resolve("acme/Pong.java"), "package acme; class Pong {}");
        ModuleSource source = ModuleSource.plain()
                .type("package acme; class Ping extends Pong {}")
                .dependsOn(directory);

        assertThatThrownBy(source::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessage("Plain module: acme/Ping.java:1: cannot find symbol\n  symbol: class Pong");
    }

    @Test
    void dependency_thatDoesNotExistIsRefused() {
        Path missing = directory.resolve("missing.jar");
        ModuleSource source = ModuleSource.module("module acme.chat {}").dependsOn(missing);

        assertThatThrownBy(source::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessage("Module 'acme.chat': dependency '" + missing + "' does not exist");
    }

    @Test
    void dependency_thatIsNoJarIsRefused() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.jar"), "no jar");
        ModuleSource source =
                ModuleSource.plain().type("package acme; class Ping {}").dependsOn(broken);

        assertThatThrownBy(source::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessageStartingWith("Plain module: ")
                .hasMessageContaining("error reading " + broken);
    }

    @Test
    void release_isSeventeenUnlessTold() {
        ModuleSource source = ModuleSource.plain().type("package acme; record Ping() {}");

        assertThat(ping(source)[MAJOR_VERSION]).isEqualTo((byte) 61);
        assertThat(ping(source.release(16))[MAJOR_VERSION]).isEqualTo((byte) 60);
        assertThatThrownBy(source.release(11)::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessageStartingWith("Plain module: acme/Ping.java:1: records are not supported in -source 11");
    }

    @Test
    void release_thatTheCompilerDoesNotKnowIsRefused() {
        ModuleSource source = ModuleSource.module("module acme.chat {}").release(3);

        assertThatIllegalArgumentException()
                .isThrownBy(source::bytes)
                .withMessage("Module 'acme.chat': error: release version 3 not supported");
    }

    @Test
    void compilerOptions_reachTheCompiler() throws IOException {
        ModuleSource source = ModuleSource.module("module acme.chat {}").compilerOptions("--module-version", "1.2");

        Path exploded = source.toDirectory(directory.resolve("chat"));

        byte[] descriptor = Files.readAllBytes(exploded.resolve("module-info.class"));
        assertThat(ModuleDescriptor.read(new ByteArrayInputStream(descriptor)).rawVersion())
                .contains("1.2");
    }

    @Test
    void compilerOptions_thatTheCompilerDoesNotKnowAreRefused() {
        ModuleSource source = ModuleSource.module("module acme.chat {}").compilerOptions("-fast");

        assertThatIllegalArgumentException()
                .isThrownBy(source::bytes)
                .withMessage("Module 'acme.chat': error: invalid flag: -fast");
    }

    @Test
    void runtimeWithoutCompiler_isNamed() throws IOException, InterruptedException, URISyntaxException {
        String home = System.getProperty("java.home");
        Process process = new ProcessBuilder(
                        Path.of(home, "bin", "java").toString(),
                        "--limit-modules",
                        "java.compiler",
                        "-cp",
                        root(ModuleSource.class) + System.getProperty("path.separator") + root(CompilationTest.class),
                        WithoutCompiler.class.getName())
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes()).strip();

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .isEqualTo("Module 'acme.chat': the Java runtime in '" + home
                        + "' has no compiler, run on a JDK with the module 'jdk.compiler'");
    }

    private byte[] ping(ModuleSource source) {
        try {
            return Files.readAllBytes(source.toDirectory(directory).resolve("acme/Ping.class"));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Path root(Class<?> type) throws URISyntaxException {
        Path file = Path.of(type.getResource(type.getSimpleName() + ".class").toURI());
        return file.resolve("../".repeat(type.getPackageName().split("\\.").length + 1))
                .normalize();
    }

    static final class WithoutCompiler {
        public static void main(String... arguments) {
            try {
                ModuleSource.module("module acme.chat {}").bytes();
            } catch (ModuleSourceException exception) {
                System.out.println(exception.getMessage());
            }
        }
    }
}
