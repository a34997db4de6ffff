package dev.layers.docs;

import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.read.Inputs;
import dev.layers.docs.read.Inputs.Image;
import dev.layers.docs.read.ModuleReader;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The modules that a command is about. */
final class Input {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "A jar, a directory of classes or a directory of jars; a jar whose name ends in -sources.jar"
                    + " gives the texts of a module.")
    private List<Path> paths = List.of();

    @Option(
            names = {"-p", "--module-path"},
            paramLabel = "PATHS",
            description = "Where modules lie that these require, separated as on a path; they get no page.")
    private String modulePath = "";

    @Option(names = "--jdk", description = "Adds the modules of the JDK that runs this.")
    private boolean isWithJdk;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    ModuleSet read() throws DocsException {
        if (paths.isEmpty() && !isWithJdk) {
            throw new ParameterException(command.commandLine(), "Missing required parameter: 'PATH', or --jdk");
        }
        if (paths.contains(Path.of(""))) {
            throw new ParameterException(
                    command.commandLine(), "Invalid value for 'PATH': a path is wanted but was ''");
        }
        return ModuleReader.read(new Inputs(paths, onModulePath(), isWithJdk ? Image.DOCUMENTED : Image.LEFT_OUT));
    }

    private List<Path> onModulePath() {
        return Stream.of(modulePath.split(Pattern.quote(File.pathSeparator)))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .toList();
    }
}
