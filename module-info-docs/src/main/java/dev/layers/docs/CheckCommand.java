package dev.layers.docs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.layers.docs.findings.Findings;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.site.Difference;
import dev.layers.docs.site.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares the pages that are there with those that would be written. */
@Command(
        name = "check",
        description = "Compares the pages with what would be written, and writes nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private PageOptions options = new PageOptions();

    @Mixin
    private Input input = new Input();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws DocsException {
        ModuleSet modules = input.read();
        Pages pages = options.pages(modules);
        List<Difference> differences = options.directory().compare(pages);
        return output.print(new Compared(options.out(), pages, differences, Findings.of(modules)), modules.troubles());
    }

    private record Compared(Path out, Pages pages, List<Difference> differences, Findings findings) implements Outcome {
        @Override
        public ExitCode exitCode() {
            return differences.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
        }

        @Override
        public List<String> lines() {
            if (differences.isEmpty()) {
                return List.of(
                        out + ": " + pages.texts().size() + " files are up to date, " + FindingsText.count(findings));
            }
            List<String> lines = new ArrayList<>();
            differences.forEach(difference -> lines.add(difference.text()));
            lines.add(out + ": not up to date; run 'module-info-docs write' with the same paths");
            return lines;
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStringField("out", out.toString());
            JsonDocument.all(json, "differences", differences, difference -> write(json, difference));
            FindingsText.write(json, findings);
        }

        private static void write(JsonGenerator json, Difference difference) throws IOException {
            json.writeStartObject();
            json.writeStringField("file", difference.file().toString());
            json.writeStringField("kind", difference.kind().name());
            JsonDocument.all(json, "diff", difference.diff(), json::writeString);
            json.writeEndObject();
        }
    }
}
