package dev.layers.internal.desired;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes of the text of a file what it wants. */
final class DesiredReader {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Path directory;
    private final Vocabulary vocabulary;
    private final Function<String, @Nullable String> properties;
    private final Faults faults = new Faults();
    private final Map<String, Location> names = new HashMap<>();

    /** Makes a reader of a file in {@code directory}. */
    DesiredReader(Path directory, Vocabulary vocabulary, Function<String, @Nullable String> properties) {
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.properties = properties;
    }

    /**
     * Returns what {@code text} wants.
     *
     * @throws Misunderstood if anything is wrong with it
     */
    DesiredState read(String text) throws Misunderstood {
        Optional<DesiredState> state = ValueReader.read(text, faults)
                .flatMap(value -> Fields.of(value, "", faults))
                .map(this::state);
        if (!faults.isEmpty() || state.isEmpty()) {
            throw new Misunderstood(faults.texts());
        }
        return state.get();
    }

    private DesiredState state(Fields file) {
        Optional<Path> repository = file.parsed("repository", text -> Sources.path(directory, text));
        Sources sources = new Sources(directory, repository, properties);
        Optional<DesiredContract> contract = file.object("contract").flatMap(this::contract);
        file.required("modules");
        List<DesiredModule> modules = file.items(
                "modules",
                (value, route) -> Fields.of(value, route, faults).flatMap(fields -> module(fields, sources)));
        file.end();
        return new DesiredState(modules, contract);
    }

    private Optional<DesiredContract> contract(Fields fields) {
        Optional<String> module = fields.requiredText("module");
        Optional<String> version = fields.text("version");
        fields.end();
        return module.map(name ->
                new DesiredContract(name, version, fields.location("module").toString()));
    }

    private Optional<DesiredModule> module(Fields fields, Sources sources) {
        Optional<String> name = fields.requiredText("name");
        name.ifPresent(text -> requireOwn(text, fields));
        Optional<DesiredSource> source = fields.requiredParsed("source", sources::find);
        List<DesiredSource> libraries = fields.items(
                "libraries",
                (value, route) -> fields.text(value, route)
                        .flatMap(text -> fields.parsed(value.location(), route, text, sources::find)));
        Optional<String> sha256 = fields.parsed("sha256", DesiredReader::digest);
        DesiredOptions options = options(fields);
        fields.end();
        return name.isEmpty() || source.isEmpty()
                ? Optional.empty()
                : Optional.of(new DesiredModule(name.get(), source.get(), libraries, sha256, options));
    }

    private void requireOwn(String name, Fields fields) {
        Location earlier = names.putIfAbsent(name, fields.location("name"));
        if (earlier != null) {
            faults.add(
                    fields.location("name"),
                    fields.route("name"),
                    "module '" + name + "' is named twice, first at " + earlier + "; name it once");
        }
    }

    private DesiredOptions options(Fields fields) {
        return new DesiredOptions(
                fields.parsed("weaving", word(vocabulary.weaving())),
                fields.parsed("offer", word(vocabulary.offer())),
                fields.object("requires").map(this::ranges).orElse(Map.of()),
                fields.object("reload").map(this::reload));
    }

    private Map<String, String> ranges(Fields fields) {
        Map<String, String> ranges = new LinkedHashMap<>();
        for (String module : fields.keys()) {
            fields.parsed(module, vocabulary.range()).ifPresent(range -> ranges.put(module, range));
        }
        return ranges;
    }

    private DesiredOptions.Reload reload(Fields fields) {
        DesiredOptions.Reload reload = new DesiredOptions.Reload(
                fields.parsed("order", word(vocabulary.order())),
                fields.parsed("patience", DesiredReader::duration),
                fields.parsed("refusedState", word(vocabulary.refusedState())));
        fields.end();
        return reload;
    }

    private static UnaryOperator<String> word(List<String> words) {
        return text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException("is '" + text + "'; wanted '" + String.join("' or '", words) + "'");
            }
            return text;
        };
    }

    private static String digest(String text) {
        String digest = text.toLowerCase(Locale.ROOT);
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no SHA-256; wanted 64 hexadecimal digits, as sha256sum prints them");
        }
        return digest;
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException malformed) {
            // is told as what is negative
        }
        throw new IllegalArgumentException("'" + text + "' is no duration; wanted one such as 'PT5S' or 'PT0.5S'");
    }
}
