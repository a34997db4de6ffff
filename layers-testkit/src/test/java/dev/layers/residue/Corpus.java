package dev.layers.residue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Compiles groups of rows once and runs each group in JVMs of its own, two at a time. */
final class Corpus {
    private final Path directory;
    private final BotContract contract;
    private final Map<String, List<Job>> jobs = new ConcurrentHashMap<>();

    Corpus(Path directory) {
        this.directory = directory;
        this.contract = BotContract.compile(directory);
    }

    /** Finds the jar of a library. */
    interface Libraries {
        List<Path> find(String names);
    }

    /** Runs every group with {@code main}; returns the outcomes by name of the row. */
    Map<String, Outcome> run(Class<?> main, Map<String, List<Row>> groups, Libraries libraries) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<CompletableFuture<Map<String, Outcome>>> runs = new ArrayList<>();
            groups.forEach((name, rows) ->
                    runs.add(CompletableFuture.supplyAsync(() -> outcomes(main, name, rows, libraries), two)));
            Map<String, Outcome> all = new LinkedHashMap<>();
            for (CompletableFuture<Map<String, Outcome>> run : runs) {
                all.putAll(run.get());
            }
            return all;
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } finally {
            two.shutdownNow();
        }
    }

    private Map<String, Outcome> outcomes(Class<?> main, String group, List<Row> rows, Libraries libraries) {
        try {
            List<Job> compiled = jobs.computeIfAbsent(group, absent -> compile(rows, libraries));
            return new CorpusJvm(directory, group + "-" + main.getSimpleName()).run(main, contract, compiled);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Job> compile(List<Row> rows, Libraries libraries) {
        return rows.stream().map(row -> compile(row, libraries)).toList();
    }

    private Job compile(Row row, Libraries libraries) {
        List<Path> found = libraries.find(row.code().needs().libraries());
        Path jar = contract.compile(row, directory, found.toArray(Path[]::new));
        return new Job(row.name(), row.code().driver(), row.isHarmless(), jar, found);
    }
}
