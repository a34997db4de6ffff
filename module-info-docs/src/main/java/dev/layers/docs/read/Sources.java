package dev.layers.docs.read;

import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Parses sources with the JDK's own compiler, which stops before it resolves, processes or compiles anything. */
final class Sources {
    private static final List<String> OPTIONS = List.of("-proc:none");

    private final Map<String, SourceType> types = new HashMap<>();
    private final Map<String, String> modules = new HashMap<>();

    Optional<SourceType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    Optional<String> module(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    /** Parses some sources, and tells of those that are not understood; the rest of what they say is taken. */
    void parse(Map<String, String> sources, Troubles troubles) throws IOException {
        try {
            parseTogether(sources, troubles);
        } catch (StackOverflowError
                | IllegalStateException failure) { // nested as deep as a file is long, and wrapped or not
            parseEach(sources, troubles);
        }
    }

    private void parseEach(Map<String, String> sources, Troubles troubles) throws IOException {
        if (sources.size() == 1) {
            sources.keySet()
                    .forEach(name -> troubles.add(
                            name, "left out, the JDK's compiler gave up on it; build it again or leave it out"));
            return;
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            parse(Map.of(source.getKey(), source.getValue()), troubles);
        }
    }

    private void parseTogether(Map<String, String> sources, Troubles troubles) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Source> files = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostics, OPTIONS, null, files);
        SourceScanner scanner = new SourceScanner(DocTrees.instance(task), types, modules);
        task.parse().forEach(scanner::scan);
        Set<String> told = new HashSet<>();
        diagnostics.getDiagnostics().forEach(diagnostic -> tell(diagnostic, told, troubles));
    }

    /** Tells of the first error of each source: those behind it are mostly its consequences. */
    private static void tell(Diagnostic<? extends JavaFileObject> diagnostic, Set<String> told, Troubles troubles) {
        if (diagnostic.getKind() == Diagnostic.Kind.ERROR
                && diagnostic.getSource() instanceof Source source
                && told.add(source.name)) {
            troubles.add(
                    source.name,
                    "not understood in line " + diagnostic.getLineNumber()
                            + ", what its Javadoc says there is left out; read it with the JDK that it is written for");
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String name;
        private final String text;

        Source(String name, String text) {
            super(URI.create("source:///Source.java"), Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        /** A source may lie in a directory of another name, and a module or package has its own name. */
        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }
    }
}
