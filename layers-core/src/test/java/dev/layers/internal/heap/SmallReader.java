package dev.layers.internal.heap;

import java.nio.file.Path;
import java.util.List;

/** Reads a dump in a JVM that is too small for it. */
final class SmallReader {
    private SmallReader() {}

    public static void main(String[] arguments) throws Exception {
        Patient patient = new Patient();
        Holding holding =
                HeapAnalysis.of(Path.of(arguments[0]), List.of(7L), 1, patient).get(7L);
        long begun = patient.told.stream().filter("objects 0"::equals).count();
        System.out.printf(
                "objects begun %d times, %s, %d path, %d steps left out%n",
                begun,
                holding.kind(),
                holding.paths().size(),
                holding.paths().get(0).omitted());
    }
}
