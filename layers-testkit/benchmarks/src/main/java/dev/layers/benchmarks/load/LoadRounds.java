package dev.layers.benchmarks.load;

import dev.layers.benchmarks.Directories;
import dev.layers.benchmarks.Ratios;
import dev.layers.benchmarks.Spread;
import dev.layers.benchmarks.jvm.OwnJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Rounds in which several lanes do the same work one after the other, in one JVM that does nothing else.
 *
 * <p>In each round garbage is collected before each lane, which then loads a number of times; its value is the median. Each round
 * begins with another lane. What the first half of the time brings only warms up.
 */
public final class LoadRounds {
    private static final List<String> OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:MetaspaceSize=256m");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int LEAST_ROUNDS = 4;
    private static final String TIME = "time";
    private static final String CPU = "cpu";

    /**
     * What the lanes took, in microseconds, as ratios to the first.
     *
     * @param times a value per round
     * @param cpu of all processors, one value for all rounds: clocks of processes are too coarse for less
     */
    record Result(Ratios times, Ratios cpu) {}

    private final Work work;
    private final List<Lane> lanes;

    private LoadRounds(Work work, List<Lane> lanes) {
        this.work = work;
        this.lanes = lanes;
    }

    /** Runs rounds in a JVM of their own. */
    static Result measure(Work work, int seconds, List<String> lanes) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(work.name(), Integer.toString(seconds)));
        arguments.addAll(lanes);
        Result result = new Result(new Ratios(lanes.get(0)), new Ratios(lanes.get(0)));
        for (String line : OwnJvm.run(OPTIONS, LoadRounds.class, LIMIT, arguments.toArray(String[]::new))
                .lines()
                .toList()) {
            String[] words = line.split(" ", -1);
            (words[0].equals(CPU) ? result.cpu() : result.times()).add(words[1], Double.parseDouble(words[2]));
        }
        return result;
    }

    /**
     * Runs rounds and prints, for each that counts, what each lane took, in microseconds.
     *
     * @param arguments the work, for how many seconds, and the lanes
     */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("layers-benchmark");
        Work work = Work.valueOf(arguments[0]);
        List<Lane> lanes = new ArrayList<>();
        for (String name : Arrays.asList(arguments).subList(2, arguments.length)) {
            lanes.add(Lane.open(name, work, directory.resolve("kept"), directory.resolve("lane" + lanes.size())));
        }
        new LoadRounds(work, lanes).run(Integer.parseInt(arguments[1]) * 1_000_000_000L);
        for (Lane lane : lanes) {
            lane.close();
        }
        Directories.delete(directory);
    }

    private void run(long nanoseconds) throws Exception {
        List<Lane> turns = new ArrayList<>(lanes);
        round(turns, nanoseconds / 2, false);
        lanes.forEach(Lane::warmedUp);
        round(turns, nanoseconds / 2, true);
        lanes.forEach(lane -> print(CPU, lane, lane.cpu() / 1000));
    }

    private static void print(String what, Lane lane, double microseconds) {
        System.out.println(what + " " + lane.name() + " " + microseconds);
    }

    private void round(List<Lane> turns, long nanoseconds, boolean counts) throws Exception {
        long begin = System.nanoTime();
        for (int round = 0; round < LEAST_ROUNDS || System.nanoTime() - begin < nanoseconds; round++) {
            for (Lane lane : turns) {
                double median = median(lane);
                if (counts) {
                    print(TIME, lane, median);
                }
            }
            Collections.rotate(turns, 1);
        }
    }

    private double median(Lane lane) throws Exception {
        System.gc();
        List<Double> loads = new ArrayList<>();
        for (int load = 0; load < work.loadsPerCollection(); load++) {
            loads.add(lane.load() / 1000.0);
        }
        return Spread.of(loads).median();
    }
}
