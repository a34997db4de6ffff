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
import java.util.Random;

/**
 * Rounds in which several lanes do the same work one after the other, in one JVM that does nothing else.
 *
 * <p>In each round every lane has a turn, in an order of its own: it loads a number of times and settles before the next one begins;
 * its value is the median of its loads. What the first half of the time brings only warms up.
 */
public final class LoadRounds {
    private static final List<String> OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:MetaspaceSize=256m");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int PARTS = 5;
    private static final int LEAST_PARTS = 2;
    private static final String TIME = "time";
    private static final String CPU = "cpu";

    /**
     * What the lanes took, in microseconds, as ratios to the first.
     *
     * @param times a value per round
     * @param cpu of all processors, a value per fifth of the time: the clock of a process is too coarse for less
     */
    record Result(Ratios times, Ratios cpu) {}

    private final List<Lane> lanes;
    private final Random order = new Random(1);

    private LoadRounds(List<Lane> lanes) {
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
        new LoadRounds(lanes).run(Integer.parseInt(arguments[1]) * 1_000_000_000L);
        for (Lane lane : lanes) {
            lane.close();
        }
        Directories.delete(directory);
    }

    private void run(long nanoseconds) throws Exception {
        rounds(nanoseconds / 2, false);
        lanes.forEach(Lane::cpu);
        long begin = System.nanoTime();
        for (int part = 0; part < LEAST_PARTS || System.nanoTime() - begin < nanoseconds / 2; part++) {
            rounds(nanoseconds / 2 / PARTS, true);
            lanes.forEach(lane -> print(CPU, lane, lane.cpu()));
        }
    }

    private void rounds(long nanoseconds, boolean counts) throws Exception {
        long begin = System.nanoTime();
        do {
            List<Lane> turns = new ArrayList<>(lanes);
            Collections.shuffle(turns, order);
            for (Lane lane : turns) {
                double median = Spread.of(lane.turn()).median();
                if (counts) {
                    print(TIME, lane, median);
                }
            }
        } while (System.nanoTime() - begin < nanoseconds);
    }

    private static void print(String what, Lane lane, double nanoseconds) {
        System.out.println(what + " " + lane.name() + " " + nanoseconds / 1000);
    }
}
