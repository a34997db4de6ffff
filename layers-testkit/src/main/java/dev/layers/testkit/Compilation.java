package dev.layers.testkit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * One run of the Java compiler, from text to class files in memory.
 *
 * @param subject what is compiled, as messages name it
 */
record Compilation(String subject, List<SourceText> sources, CompilerSettings settings) {
    private static final String UNSEEN = "the compiler sees no class path of the caller; to do: name a type of each"
            + " library, such as the contract, with dependsOn(Contract.class)";

    Map<String, byte[]> classFiles() {
        settings.dependencies().forEach(this::checkExists);
        return sources.isEmpty() ? Map.of() : compiled(compiler());
    }

    private Map<String, byte[]> compiled(JavaCompiler compiler) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (CompilerFiles files = new CompilerFiles(fileManager(compiler, diagnostics))) {
            StringWriter output = new StringWriter();
            if (!task(compiler, files, diagnostics, output).call()) {
                throw ModuleSourceException.compileErrors(subject, messages(diagnostics, output));
            }
            return files.written();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (IllegalArgumentException exception) {
            throw new IllegalArgumentException(subject + ": " + exception.getMessage(), exception);
        }
    }

    private StandardJavaFileManager fileManager(JavaCompiler compiler, DiagnosticCollector<JavaFileObject> diagnostics)
            throws IOException {
        StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        // without an own class path the compiler takes the one of the running JVM
        manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
        manager.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
        manager.setLocationFromPaths(settings.path(), settings.dependencies());
        return manager;
    }

    private JavaCompiler.CompilationTask task(
            JavaCompiler compiler,
            CompilerFiles files,
            DiagnosticCollector<JavaFileObject> diagnostics,
            StringWriter output) {
        List<SourceFile> units = sources.stream().map(SourceFile::new).toList();
        return compiler.getTask(output, files, diagnostics, settings.commandLine(), null, units);
    }

    private JavaCompiler compiler() {
        return Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> ModuleSourceException.noCompiler(subject, System.getProperty("java.home")));
    }

    private void checkExists(Path dependency) {
        if (!Files.exists(dependency)) {
            throw ModuleSourceException.missingDependency(subject, dependency);
        }
    }

    /** A compiler that gives up altogether says so in its output instead of a diagnostic. */
    private static List<String> messages(DiagnosticCollector<JavaFileObject> diagnostics, StringWriter output) {
        Stream<String> errors = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Compilation::message);
        boolean lacksPackage = diagnostics.getDiagnostics().stream()
                .anyMatch(diagnostic -> diagnostic.getCode().equals("compiler.err.doesnt.exist"));
        Stream<String> hint = lacksPackage ? Stream.of(UNSEEN) : Stream.empty();
        return Stream.of(errors, output.toString().lines(), hint)
                .flatMap(part -> part)
                .toList();
    }

    private static String message(Diagnostic<? extends JavaFileObject> error) {
        String line = error.getLineNumber() == Diagnostic.NOPOS ? "" : ":" + error.getLineNumber();
        String place = Optional.ofNullable(error.getSource())
                .map(source -> source.getName() + line + ": ")
                .orElse("");
        return place + error.getMessage(Locale.ROOT);
    }
}
