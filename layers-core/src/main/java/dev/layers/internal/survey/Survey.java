package dev.layers.internal.survey;

import dev.layers.preflight.Finding;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.io.IOException;
import java.lang.module.ResolvedModule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a look at all classes of a module and its private libraries shows. No class is loaded for it.
 *
 * @param implementations classes by the type of the contract that they implement or extend
 * @param findings what of the JDK is reached for, one for each module and kind
 */
public record Survey(SortedMap<String, List<String>> implementations, List<Finding> findings) {
    /**
     * Looks at the modules of {@code layer}, of which no class is loaded.
     *
     * @param isContract says of a package whether it is of the contract
     * @throws IOException if a module cannot be read
     */
    public static Survey of(ModuleLayer layer, Predicate<String> isContract) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (ResolvedModule module : inOrder(layer)) {
            findings.addAll(ReachedMethods.of(module.reference()).findings());
        }
        return new Survey(implementations(layer, isContract), findings);
    }

    private static List<ResolvedModule> inOrder(ModuleLayer layer) {
        return layer.configuration().modules().stream()
                .sorted(Comparator.comparing(ResolvedModule::name))
                .toList();
    }

    private static SortedMap<String, List<String>> implementations(ModuleLayer layer, Predicate<String> isContract) {
        // the scan would fail with the flag set
        boolean wasInterrupted = Thread.interrupted();
        try (ScanResult scan = scan(layer)) {
            SortedMap<String, List<String>> found = new TreeMap<>();
            for (ClassInfo type : scan.getAllClasses()) {
                supertypes(type).stream()
                        .filter(name -> isContract.test(packageOf(name)))
                        .forEach(name -> found.computeIfAbsent(name, absent -> new ArrayList<>())
                                .add(type.getName()));
            }
            return found;
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Its readers are those of the snapshot; the class path of the host is of no concern. */
    private static ScanResult scan(ModuleLayer layer) {
        return new ClassGraph()
                .overrideModuleLayers(layer)
                .ignoreParentModuleLayers()
                .acceptModules(layer.modules().stream().map(Module::getName).toArray(String[]::new))
                .disableJarScanning()
                .disableDirScanning()
                .enableClassInfo()
                .ignoreClassVisibility()
                .scan();
    }

    private static SortedSet<String> supertypes(ClassInfo type) {
        SortedSet<String> names = new TreeSet<>(type.getInterfaces().getNames());
        names.addAll(type.getSuperclasses().getNames());
        return names;
    }

    private static String packageOf(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? "" : type.substring(0, dot);
    }
}
