package dev.layers.docs;

import dev.layers.docs.guide.GuideReader;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.page.Documentation;
import dev.layers.docs.site.Format;
import dev.layers.docs.site.PageDirectory;
import dev.layers.docs.site.Pages;
import dev.layers.docs.text.Page;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which pages, and where. */
final class PageOptions {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The directory of the pages.")
    private Path out = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "html",
            description = "What pages are written in: html (default) or markdown.")
    private Format format = Format.HTML;

    @Nullable
    @Option(
            names = "--guide",
            paramLabel = "DIR",
            description = "A directory of Markdown pages that become HTML above those about modules.")
    private Path guide;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    Path out() {
        return out;
    }

    PageDirectory directory() {
        return new PageDirectory(out);
    }

    Pages pages(ModuleSet modules) throws DocsException {
        if (guide != null && format != Format.HTML) {
            throw new ParameterException(
                    command.commandLine(), "--guide goes with --format html; Markdown pages need no conversion");
        }
        if (out.toString().isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "Invalid value for option '--out': a directory is wanted but was ''");
        }
        List<Page> pages = Documentation.of(modules);
        return guide == null ? Pages.of(pages, format) : Pages.of(pages, new GuideReader(guide, Pages.MODULES).read());
    }
}
