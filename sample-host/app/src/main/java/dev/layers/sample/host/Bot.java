package dev.layers.sample.host;

import dev.layers.CollectionPolicy;
import dev.layers.DeploymentReport;
import dev.layers.DirectoryWatch;
import dev.layers.ExplanationPolicy;
import dev.layers.GenerationName;
import dev.layers.LayerException;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ManagerMode;
import dev.layers.ModuleStatus;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.preflight.PreflightReport;
import dev.layers.sample.contract.Command;
import dev.layers.sample.contract.Room;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads lines and does what they say, with its own words or with the commands of modules. */
final class Bot implements AutoCloseable {
    /** How long a session waits for what lies in a directory; what takes longer, or comes later, is told as it comes. */
    private static final Duration FIRST = Duration.ofSeconds(10);

    private static final DeploymentReport NOTHING = new DeploymentReport(List.of(), List.of(), List.of());
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    /** What words take whose path is no module. */
    private static final Map<String, String> PATHS = Map.of(
            "watch", "a directory of modules",
            "plan", "a file that says which modules are wanted",
            "apply", "a file that says which modules are wanted");

    private final Console console;
    private final LayerManager manager;
    private final Verdicts verdicts;
    private final List<DirectoryWatch> watches = new ArrayList<>();
    /** Every module ever loaded, by name: one that was unloaded can be asked about, and unloaded again. */
    private final Map<String, LoadedModule> known = new LinkedHashMap<>();

    /** What became of earlier generations, by the name of the module; a name may be loaded again. */
    private final Map<String, List<UnloadReport>> history = new LinkedHashMap<>();

    private boolean failed;

    Bot(Console console, Room room, Duration patience, Duration threads) {
        this.console = console;
        this.verdicts = new Verdicts(console, patience);
        this.manager = LayerManager.builder(ServiceContract.builder()
                        .provides(Command.class)
                        .uses(Room.class, room)
                        .build())
                .name("bot")
                .unloading(UnloadPolicy.standard().threadsFor(threads))
                .collecting(CollectionPolicy.request(patience))
                .explaining(ExplanationPolicy.heapDump())
                .listener(new Tidings(console)::tell)
                .build();
    }

    /** Answers until there are no more lines or one says so; then unloads what is loaded. */
    void run() throws IOException {
        boolean on = true;
        while (on) {
            Optional<String> line = console.readLine();
            on = line.isPresent() && answer(line.get().strip());
        }
        watches.forEach(DirectoryWatch::close);
        manager.unloadAll().forEach(this::judge);
    }

    /** Returns 0 if every load, reload and unload went well and every unload was clean, else 1. */
    int exitCode() {
        return failed ? 1 : 0;
    }

    @Override
    public void close() {
        manager.close();
    }

    /** Returns whether the bot goes on. */
    private boolean answer(String line) {
        String[] words = line.split("\\s+", 2);
        String arguments = words.length == 2 ? words[1] : "";
        try {
            return answer(words[0], arguments);
        } catch (LayerException | IllegalArgumentException refused) {
            failed = true;
            console.print(String.valueOf(refused.getMessage()));
            return true;
        }
    }

    private boolean answer(String word, String arguments) {
        switch (word) {
            case "" -> {}
            case "check" -> path("check", arguments).ifPresent(this::check);
            case "load" -> path("load", arguments).ifPresent(this::load);
            case "watch" -> path("watch", arguments).ifPresent(this::watch);
            case "plan" ->
                path("plan", arguments)
                        .ifPresent(file -> console.print(manager.plan(file).text()));
            case "apply" -> path("apply", arguments).ifPresent(file -> answer(manager.apply(file)));
            case "unload" -> choose(arguments).ifPresent(module -> judge(module.unload()));
            case "reload" -> choose(arguments).ifPresent(this::reload);
            case "status" -> status();
            case "help" -> help();
            case "quit" -> {
                return false;
            }
            default -> command(word, arguments);
        }
        return true;
    }

    private Optional<Path> path(String word, String path) {
        if (path.isEmpty()) {
            reject(word + " what? '" + word + " PATH' takes "
                    + PATHS.getOrDefault(word, "a module jar or a directory"));
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(path));
        } catch (InvalidPathException invalid) {
            reject(path + ": not a path: " + invalid.getReason());
            return Optional.empty();
        }
    }

    private void check(Path path) {
        PreflightReport report = manager.check(path);
        failed |= !report.isAccepted();
        console.print(report.text());
    }

    private void watch(Path directory) {
        DirectoryWatch watch = manager.watch(directory);
        watches.add(watch);
        answer(watch.first()
                .completeOnTimeout(NOTHING, FIRST.toSeconds(), TimeUnit.SECONDS)
                .join());
        console.print(watch.text());
    }

    /** Says what was done for a deployment, and what became of those that had to go. */
    private void answer(DeploymentReport report) {
        failed |= !report.isClean();
        report.text().lines().forEach(console::print);
        report.unloads().forEach(this::judge);
    }

    private void load(Path path) {
        LoadedModule module = manager.load(path);
        known.put(module.name(), module);
    }

    private void reload(LoadedModule module) {
        UnloadReport report = module.reload();
        console.print("reloaded as " + describe(module.status()));
        judge(report);
    }

    private void judge(UnloadReport report) {
        List<UnloadReport> earlier = history.computeIfAbsent(report.generation().module(), absent -> new ArrayList<>());
        if (!earlier.contains(report)) {
            earlier.add(report);
        }
        failed |= !verdicts.isCleanInTheEnd(report) && !isLinkedAndFine(report);
    }

    /** What is linked stays in the JVM, and nobody could know more of it. */
    private boolean isLinkedAndFine(UnloadReport report) {
        return manager.mode() == ManagerMode.LINKED && report.findings().isEmpty();
    }

    private void status() {
        manager.modules().forEach(module -> known.put(module.name(), module));
        if (known.isEmpty()) {
            console.print("no module was loaded yet; 'load PATH' loads one");
        }
        for (LoadedModule module : known.values()) {
            console.print(module.status().state() + " " + describe(module.status()));
            for (UnloadReport report : earlier(module)) {
                console.print("  earlier: " + report.text().lines().findFirst().orElse(""));
            }
        }
    }

    /** What the bot has answered for, and what came of itself. */
    private Set<UnloadReport> earlier(LoadedModule module) {
        Set<UnloadReport> all = new LinkedHashSet<>(history.getOrDefault(module.name(), List.of()));
        all.addAll(module.reports());
        return all;
    }

    private void help() {
        Stream.of(
                        "check PATH     says what a load would find, and loads nothing",
                        "load PATH      loads a module from a jar or a directory",
                        "reload [NAME]  loads what is now at the path of the module and swaps it in",
                        "watch DIR      loads the modules in a directory and follows what becomes of them",
                        "plan FILE      says what 'apply FILE' would do, and does nothing",
                        "apply FILE     loads, reloads and unloads until all is as the file says",
                        "unload [NAME]  unloads the module, or looks again at one that was not collected",
                        "status         shows modules and what became of their earlier generations",
                        "quit           unloads everything and leaves")
                .forEach(console::print);
        commands().forEach((name, command) -> console.print(String.format("%-14s %s", name, command.summary())));
    }

    private void command(String word, String arguments) {
        Command command = commands().get(word);
        if (command == null) {
            reject("'" + word + "' is not a command; 'help' lists them");
        } else {
            console.print(run(command, arguments));
        }
    }

    /** Commands are other people's code: what they throw is an answer too, and is not kept. */
    private String run(Command command, String arguments) {
        try {
            return command.run(arguments);
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            failed = true;
            return "the command failed: " + broken;
        }
    }

    private Map<String, Command> commands() {
        return manager.modules().stream()
                .flatMap(module -> module.services(Command.class).stream())
                .collect(Collectors.toMap(Command::name, command -> command, (one, other) -> one, LinkedHashMap::new));
    }

    /** Finds the module that is meant; with one alone no name is needed. */
    private Optional<LoadedModule> choose(String name) {
        List<LoadedModule> candidates = name.isEmpty() ? loaded() : named(name);
        if (candidates.size() == 1) {
            return Optional.of(candidates.get(0));
        }
        reject(explain(name));
        return Optional.empty();
    }

    private List<LoadedModule> named(String name) {
        LoadedModule module = known.get(name);
        return module == null ? List.of() : List.of(module);
    }

    private String explain(String name) {
        if (!name.isEmpty()) {
            return "no module '" + name + "'; 'status' lists them";
        }
        List<String> names = loaded().stream().map(LoadedModule::name).toList();
        return names.isEmpty() ? "no module is loaded; 'load PATH' loads one" : "which one of " + names + "? name it";
    }

    /** With nothing loaded, the only module there ever was is meant: unloading it again looks at it again. */
    private List<LoadedModule> loaded() {
        List<LoadedModule> loaded = manager.modules();
        return loaded.isEmpty() && known.size() == 1 ? List.copyOf(known.values()) : loaded;
    }

    private void reject(String text) {
        failed = true;
        console.print(text);
    }

    private static String describe(ModuleStatus status) {
        GenerationName generation = status.generation();
        String bytes = status.origin().shortDigest();
        return generation + (bytes.isEmpty() ? ", linked" : ", sha256 " + bytes) + ", loaded at "
                + CLOCK.format(status.loadedAt()) + " from " + status.origin().artifact();
    }
}
