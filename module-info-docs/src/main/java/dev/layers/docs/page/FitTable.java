package dev.layers.docs.page;

import dev.layers.docs.contract.Contract;
import dev.layers.docs.contract.Fit;
import dev.layers.docs.text.Blocks;
import dev.layers.docs.text.Word.Tone;
import dev.layers.docs.text.Words;
import java.util.List;
import java.util.Optional;

/** Which modules fit the version of a contract that is there. */
record FitTable(Contract contract, Atlas atlas) {
    private static final List<String> HEADER = List.of("Module", "Role", "Compiled against", "Fits");

    void addTo(Blocks blocks, List<Fit> fits) {
        if (fits.isEmpty()) {
            return;
        }
        String given =
                contract.module().version().map(version -> "version " + version).orElse("no version");
        blocks.heading(2, "Compatible versions")
                .paragraph(
                        "The contract that was given has " + given + ". Told from the class files, which were not run:"
                                + " every member that a module links to is there, and every abstract method of a service is"
                                + " implemented by its providers. What is called by reflection or by the names of a module's own"
                                + " types, and what methods mean, cannot be seen so.")
                .table(HEADER, fits.stream().map(this::row).toList());
    }

    private List<Words> row(Fit fit) {
        return List.of(
                atlas.module(fit.module()),
                Words.plain(role(fit.module())),
                fit.compiledAgainst().map(Words::code).orElse(Words.plain("not said")),
                verdict(fit));
    }

    private String role(String module) {
        boolean isProvider = contract.providers().contains(module);
        if (contract.users().contains(module)) {
            return isProvider ? "provides, uses" : "uses";
        }
        return "provides";
    }

    private Words verdict(Fit fit) {
        return switch (fit.verdict()) {
            case COMPATIBLE -> compatible(fit.compiledAgainst());
            case INCOMPATIBLE -> Words.label("not compatible", Tone.BAD).and(": " + String.join("; ", fit.missing()));
            case UNKNOWN -> Words.label("not known", Tone.WARNING).and(": its classes were not read");
        };
    }

    private Words compatible(Optional<String> compiledAgainst) {
        Words compatible = Words.label("compatible", Tone.GOOD);
        boolean isOther = compiledAgainst.isPresent()
                && !compiledAgainst.equals(contract.module().version());
        return isOther ? compatible.and(", compiled against ").and(Words.code(compiledAgainst.get())) : compatible;
    }
}
