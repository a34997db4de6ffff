package dev.layers.internal.resolution;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** The class literals in classes that call {@code ServiceLoader}, and in those that name such a class. */
final class ServiceLiterals {
    private static final String SERVICE_LOADER = "java/util/ServiceLoader";
    private static final int CLASS = 7;

    private final Map<OwnModule, List<ClassReader>> classes = new HashMap<>();
    private final Set<String> loading = new HashSet<>();

    private ServiceLiterals(Collection<OwnModule> modules) {
        modules.forEach(module -> classes.put(module, read(module)));
        classes.values().stream()
                .flatMap(List::stream)
                .filter(reader -> names(reader, Set.of(SERVICE_LOADER)))
                .map(ClassReader::getClassName)
                .forEach(loading::add);
    }

    /** Returns the names of the types, by the module that names them. */
    static Map<OwnModule, Set<String>> of(Collection<OwnModule> modules) {
        return new ServiceLiterals(modules).literals();
    }

    private Map<OwnModule, Set<String>> literals() {
        Map<OwnModule, Set<String>> literals = new HashMap<>();
        classes.forEach((module, readers) -> {
            ClassLiterals found = new ClassLiterals();
            readers.stream().filter(reader -> names(reader, loading)).forEach(found::addOf);
            literals.put(module, found.names());
        });
        return literals;
    }

    private static List<ClassReader> read(OwnModule module) {
        List<ClassReader> readers = new ArrayList<>();
        try (ModuleReader reader = module.reference().open();
                Stream<String> names = reader.list()) {
            for (String name : names.filter(ServiceLiterals::isClass).toList()) {
                read(reader, name).ifPresent(readers::add);
            }
        } catch (IOException damaged) {
            // told by the rules of artifacts; what is left says less about services
            return readers;
        }
        return readers;
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class") && !name.startsWith("META-INF/");
    }

    private static Optional<ClassReader> read(ModuleReader reader, String name) throws IOException {
        Optional<InputStream> content = reader.open(name);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream stream = content.get()) {
            return parsed(stream.readAllBytes());
        }
    }

    /** Leaves out what is malformed: the linkage check tells of it. */
    private static Optional<ClassReader> parsed(byte[] bytes) {
        try {
            ClassReader reader = new ClassReader(bytes);
            reader.getClassName();
            names(reader, Set.of());
            return Optional.of(reader);
        } catch (RuntimeException undocumented) {
            return Optional.empty();
        }
    }

    /** Returns whether one of {@code types} stands among the classes that a class names, itself included. */
    private static boolean names(ClassReader reader, Set<String> types) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int index = 1; index < reader.getItemCount(); index++) {
            int start = reader.getItem(index);
            if (start > 0 && isClassConstant(reader, start) && types.contains(reader.readUTF8(start, buffer))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClassConstant(ClassReader reader, int start) {
        return reader.readByte(start - 1) == CLASS;
    }
}
