package dev.layers.docs.page;

import dev.layers.docs.contract.Contract;
import dev.layers.docs.contract.Contracts;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which page has which name: no two of them are one file on any system, upper and lower case being one.
 *
 * <p>A page is named after its module. What files cannot be called everywhere becomes a hyphen, and whoever comes second
 * gets a number.
 */
final class PageNames {
    static final String OVERVIEW = "index";
    static final String FINDINGS = "findings-of-modules";

    private static final String CONTRACT = "contract-of-";
    private static final int LONGEST = 150;
    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]|^\\.");

    /** Names of devices, which are no files on some systems, whatever their ending. */
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private final Set<String> taken = new HashSet<>(List.of(OVERVIEW, FINDINGS));
    private final Map<String, String> modules = new HashMap<>();
    private final Map<String, String> contracts = new HashMap<>();

    private PageNames() {}

    static PageNames of(ModuleSet set, Contracts contracts) {
        return of(
                set.modules().stream().map(DocumentedModule::name).toList(),
                contracts.contracts().stream()
                        .map(Contract::module)
                        .map(DocumentedModule::name)
                        .toList());
    }

    static PageNames of(List<String> modules, List<String> contracts) {
        PageNames names = new PageNames();
        modules.forEach(module -> names.modules.put(module, names.free(module)));
        contracts.forEach(module -> names.contracts.put(module, names.free(CONTRACT + module)));
        return names;
    }

    /** Returns the name of the page about a module, if it has one. */
    Optional<String> module(String module) {
        return Optional.ofNullable(modules.get(module));
    }

    /** Returns the name of the page about the contract of a module, if it has one. */
    Optional<String> contract(String module) {
        return Optional.ofNullable(contracts.get(module));
    }

    private String free(String wanted) {
        String fit = fit(wanted);
        String name = fit;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = fit + "-" + number;
        }
        return name;
    }

    private static String fit(String wanted) {
        String fit = UNFIT.matcher(wanted).replaceAll("-");
        String shortened = fit.length() > LONGEST ? fit.substring(0, LONGEST) : fit;
        boolean device = DEVICE.matcher(shortened.toLowerCase(Locale.ROOT)).matches();
        return device ? "module-" + shortened : shortened;
    }
}
