package dev.layers.docs.change;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.Grant;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.cmp.JarArchiveComparatorOptions.ClassPathMode;
import japicmp.exception.JApiCmpException;
import japicmp.model.AccessModifier;
import japicmp.model.JApiClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javassist.CtClass;

/** What the public types of exported packages say otherwise than before; compared without loading any. */
final class TypeChanges {
    private TypeChanges() {}

    static List<Change> between(Release old, Release now) throws ChangeException {
        Map<String, String> modules = exporters(old);
        modules.keySet().retainAll(exporters(now).keySet());
        try {
            List<JApiClass> types = compared(Classes.in(old.paths()), Classes.in(now.paths()));
            Reach reach = reach(types, modules);
            return types.stream().flatMap(type -> changes(type, modules, reach)).toList();
        } catch (JApiCmpException failure) {
            throw ChangeException.incomparable(failure);
        }
    }

    private static List<JApiClass> compared(Classes old, Classes now) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PROTECTED);
        options.setClassPathMode(ClassPathMode.TWO_SEPARATE_CLASSPATHS);
        options.setNoAnnotations(true);
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        return new JarArchiveComparator(options)
                .compare(new JApiCmpArchive(old.jar(), "old", "old"), new JApiCmpArchive(now.jar(), "new", "new"));
    }

    private static Reach reach(List<JApiClass> types, Map<String, String> modules) {
        List<CtClass> before =
                types.stream().flatMap(type -> type.getOldClass().stream()).toList();
        Predicate<CtClass> isExported = type -> modules.containsKey(DocumentedType.packageOf(type.getName()));
        return new Reach(
                before.stream().filter(isExported).toList(),
                before.stream()
                        .filter(isExported.negate())
                        .map(CtClass::getName)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<Change> changes(JApiClass type, Map<String, String> modules, Reach reach) {
        String module = modules.get(DocumentedType.packageOf(type.getFullyQualifiedName()));
        return module == null ? Stream.of() : new ComparedType(module, type, reach).changes();
    }

    /** Returns the module that exports a package, by package; a package that is exported anew or no longer is told once. */
    private static Map<String, String> exporters(Release release) {
        Map<String, String> exporters = new TreeMap<>();
        for (DocumentedModule module : release.modules().modules()) {
            module.exports().stream()
                    .map(Grant::packageName)
                    .forEach(name -> exporters.putIfAbsent(name, module.name()));
        }
        return exporters;
    }
}
