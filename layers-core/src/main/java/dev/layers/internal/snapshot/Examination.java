package dev.layers.internal.snapshot;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads every entry of an artifact once: a fault found now is a refusal, found later it would be a failure of the module. */
final class Examination {
    /** From how many entries on a second thread gains more than handing them to it costs. */
    private static final int MANY = 100;

    private final Artifact artifact;
    private final ClassFiles visitor;
    private final Map<String, Boolean> packages = new ConcurrentHashMap<>();

    private Examination(Artifact artifact, ClassFiles visitor) {
        this.artifact = artifact;
        this.visitor = visitor;
    }

    /** Returns what is wrong with the entries and what {@code visitor} says of the class files, in the order of entries. */
    static List<Finding> of(Artifact artifact, ClassFiles visitor) {
        Examination examination = new Examination(artifact, visitor);
        List<String> names = List.copyOf(artifact.contents().names());
        Stream<String> all = names.size() < MANY ? names.stream() : names.parallelStream();
        return all.<Finding>mapMulti((name, found) -> examination.examine(name).forEach(found))
                .toList();
    }

    private List<Finding> examine(String name) {
        try {
            if (isClassFile(name)) {
                return examineClass(name);
            }
            artifact.contents().verify(name);
            return List.of();
        } catch (DamagedEntry damaged) {
            return List.of(Rule.ENTRY_DAMAGED.at(artifact.path(), String.valueOf(damaged.getMessage())));
        }
    }

    /** What lies in no package is never loaded as a class: below {@code META-INF} or {@code BOOT-INF}, say. */
    private boolean isClassFile(String name) {
        int end = name.lastIndexOf('/');
        return name.equals(Descriptors.MODULE_INFO)
                || (end > 0 && name.endsWith(".class") && isPackage(name.substring(0, end)));
    }

    private boolean isPackage(String directory) {
        return packages.computeIfAbsent(
                directory, path -> path.indexOf('.') < 0 && PackageName.isLegal(path.replace('/', '.')));
    }

    private List<Finding> examineClass(String name) throws DamagedEntry {
        byte[] bytes = artifact.contents().look(name);
        if (bytes == null) {
            return List.of();
        }
        return ClassVersion.fault(artifact.path(), name, bytes)
                .map(List::of)
                .orElseGet(() -> visitor.add(artifact.path().toString(), name, bytes));
    }
}
