package dev.layers.docs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.layers.docs.contract.Contracts;
import dev.layers.docs.graph.DotText;
import dev.layers.docs.graph.MermaidText;
import dev.layers.docs.graph.ModuleGraph;
import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Node;
import dev.layers.docs.graph.SvgDrawing;
import dev.layers.docs.model.ModuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws the graph of the modules. */
@Command(
        name = "graph",
        description = "Draws the modules, what they require, and the services between them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class GraphCommand implements Callable<Integer> {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "dot",
            description = "dot (default), mermaid or svg.")
    private Picture format = Picture.DOT;

    @Nullable
    @Option(names = "--out", paramLabel = "FILE", description = "Where the picture goes; standard output if not given.")
    private Path out;

    @Option(
            names = "--most",
            paramLabel = "NODES",
            description = "Draws modules of one prefix as one, so that there are at most so many.")
    private int most = Integer.MAX_VALUE;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private Input input = new Input();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws DocsException {
        if (most < 1) {
            throw new ParameterException(
                    command.commandLine(), "Invalid value for option '--most': at least 1 is wanted but was " + most);
        }
        ModuleSet modules = input.read();
        ModuleGraph whole = ModuleGraph.of(modules, Contracts.of(modules));
        ModuleGraph graph = most == Integer.MAX_VALUE ? whole : whole.collapsed(most);
        Optional<Path> file = Optional.ofNullable(out);
        if (file.isPresent()) {
            write(file.get(), format.text(graph));
        }
        return output.print(new Drawn(graph, format, file), modules.troubles());
    }

    private static void write(Path file, String text) throws DocsException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UnwritableException(file, failure);
        }
    }

    /** What a graph is drawn in. */
    enum Picture {
        DOT,
        MERMAID,
        SVG;

        String text(ModuleGraph graph) {
            return switch (this) {
                case DOT -> DotText.of(graph);
                case MERMAID -> MermaidText.of(graph);
                case SVG -> new SvgDrawing("modules", "Modules", graph, node -> Optional.empty()).text();
            };
        }
    }

    private record Drawn(ModuleGraph graph, Picture format, Optional<Path> file) implements Outcome {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public List<String> lines() {
            return file.map(path -> List.of(path + ": " + graph.nodes().size() + " nodes drawn"))
                    .orElseGet(() -> format.text(graph).lines().toList());
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStringField("out", file.map(Path::toString).orElse(null));
            JsonDocument.all(json, "nodes", graph.nodes(), node -> write(json, node));
            JsonDocument.all(json, "edges", graph.edges(), edge -> write(json, edge));
        }

        private static void write(JsonGenerator json, Node node) throws IOException {
            json.writeStartObject();
            json.writeStringField("name", node.name());
            json.writeStringField("kind", node.kind().name());
            JsonDocument.all(json, "modules", node.members(), json::writeString);
            json.writeEndObject();
        }

        private static void write(JsonGenerator json, Edge edge) throws IOException {
            json.writeStartObject();
            json.writeStringField("from", edge.from());
            json.writeStringField("to", edge.to());
            json.writeStringField("tie", edge.tie().name());
            json.writeEndObject();
        }
    }
}
