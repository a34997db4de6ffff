package dev.layers.testkit.check;

import dev.layers.LayerException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says why a plug-in that passed the preflight was not loaded, and what to do. */
final class Refusal {
    private static final Pattern TIME = Pattern.compile("did not end within");

    /** In the words of the contract, and of those who look a service up themselves. */
    private static final Pattern SERVICE = Pattern.compile(
            "is not used by the contract|service.*(not found|missing|absent)|no value present|no service");

    private Refusal() {}

    /** Returns what {@code refused} means for the load of that number. */
    static CheckFinding finding(Path plugin, int number, LayerException refused) {
        String found = String.valueOf(refused.getMessage());
        return new CheckFinding(
                "LOAD",
                plugin.toString(),
                number == 1 ? found : "load " + number + ": " + found,
                "providers that can be created and started" + (number == 1 ? "" : " each time"),
                number == 1 ? advice(found) : again(number - 1));
    }

    private static String advice(String found) {
        if (SERVICE.matcher(found.toLowerCase(Locale.ROOT)).find()) {
            return "lend it what it looks up with --host-service TYPE=CLASS, or --stub TYPE for one that does nothing";
        }
        return TIME.matcher(found).find()
                ? "mend the plug-in, or give it more time with --start-limit"
                : "mend the plug-in, or load it in a host that has what it needs";
    }

    private static String again(int before) {
        return "look for what an earlier load left and this one trips over: it could be loaded "
                + (before == 1 ? "once" : before + " times") + " before";
    }
}
