package dev.layers.docs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.layers.docs.change.Change;
import dev.layers.docs.change.Changes;
import dev.layers.docs.change.Party;
import dev.layers.docs.change.Release;
import dev.layers.docs.model.Trouble;
import dev.layers.docs.read.Inputs;
import dev.layers.docs.read.Inputs.Image;
import dev.layers.docs.read.ModuleReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what changed between two releases of modules. */
@Command(
        name = "diff",
        description = {
            "Tells what the descriptors and the public types of exported packages say otherwise than before, and whom it"
                    + " breaks; ends with 1 if a change breaks someone.",
            "Several paths of one release are separated as on a class path."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "A jar, a directory of classes or a directory of jars.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The same, as it is now.")
    private String now = "";

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws DocsException {
        Release before = release(old);
        Release after = release(now);
        List<Trouble> troubles = Stream.of(before, after)
                .flatMap(release -> release.modules().troubles().stream())
                .toList();
        return output.print(new Compared(Changes.between(before, after)), troubles);
    }

    private Release release(String paths) throws DocsException {
        List<Path> split =
                Stream.of(paths.split(File.pathSeparator, -1)).map(Path::of).toList();
        if (split.contains(Path.of(""))) {
            throw new ParameterException(
                    command.commandLine(), "Invalid value for 'OLD' or 'NEW': an empty path in '" + paths + "'");
        }
        return new Release(split, ModuleReader.read(new Inputs(split, Image.LEFT_OUT)));
    }

    private record Compared(Changes changes) implements Outcome {
        @Override
        public ExitCode exitCode() {
            return changes.areBreaking() ? ExitCode.DIFFERS : ExitCode.DONE;
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            String module = "";
            for (Change change : changes.changes()) {
                if (!change.module().equals(module)) {
                    module = change.module();
                    lines.add(module);
                }
                lines.add(line(change));
            }
            lines.add(total());
            return lines;
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            JsonDocument.all(json, "changes", changes.changes(), change -> write(json, change));
        }

        private static String line(Change change) {
            String breaks = change.breaks()
                    .map(party -> " (breaks " + party.words() + ")")
                    .orElse("");
            return (change.isBreaking() ? "  ! " : "    ") + change.subject() + ": " + change.what() + breaks;
        }

        private String total() {
            long breaking =
                    changes.changes().stream().filter(Change::isBreaking).count();
            int all = changes.changes().size();
            return all == 0
                    ? "No changes"
                    : String.format(
                            Locale.ROOT, "%d %s, %d of them breaking", all, all == 1 ? "change" : "changes", breaking);
        }

        private static void write(JsonGenerator json, Change change) throws IOException {
            json.writeStartObject();
            json.writeStringField("module", change.module());
            json.writeStringField("subject", change.subject());
            json.writeStringField("what", change.what());
            json.writeBooleanField("breaking", change.isBreaking());
            json.writeStringField("breaks", change.breaks().map(Party::name).orElse(null));
            json.writeEndObject();
        }
    }
}
