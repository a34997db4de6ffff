package dev.layers.docs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.layers.docs.findings.Findings;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.site.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the pages. */
@Command(
        name = "write",
        description = "Writes an overview, a page for each module and contract, and the findings.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class WriteCommand implements Callable<Integer> {
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
        List<Path> removed = options.directory().write(pages);
        return output.print(new Written(options.out(), pages, removed, Findings.of(modules)), modules.troubles());
    }

    private record Written(Path out, Pages pages, List<Path> removed, Findings findings) implements Outcome {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(out + ": " + pages.texts().size() + " files written, " + FindingsText.count(findings));
            removed.forEach(page -> lines.add(page + ": removed, nothing that was given has this page"));
            return lines;
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStringField("out", out.toString());
            JsonDocument.all(json, "files", pages.texts().keySet(), json::writeString);
            JsonDocument.all(json, "removed", removed, page -> json.writeString(page.toString()));
            FindingsText.write(json, findings);
        }
    }
}
