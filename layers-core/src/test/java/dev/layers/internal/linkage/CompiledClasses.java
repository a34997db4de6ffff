package dev.layers.internal.linkage;

import dev.layers.fixture.Compilation;
import java.util.Map;
import java.util.TreeMap;

/** Class files by their paths, compiled from source text. */
record CompiledClasses(Map<String, byte[]> files) {
    static CompiledClasses of(String... sources) {
        return against(new CompiledClasses(Map.of()), sources);
    }

    /** Compiles {@code sources} with {@code library} on the class path. */
    static CompiledClasses against(CompiledClasses library, String... sources) {
        return new CompiledClasses(Compilation.of(library.files, sources));
    }

    byte[] file(String name) {
        return files.get(name);
    }

    /** Returns these and {@code more}, which win. */
    CompiledClasses and(CompiledClasses more) {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.putAll(more.files);
        return new CompiledClasses(all);
    }

    CompiledClasses without(String name) {
        Map<String, byte[]> rest = new TreeMap<>(files);
        rest.remove(name);
        return new CompiledClasses(rest);
    }

    ClassLoader loader(ClassLoader parent) {
        return new ClassLoader(parent) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = files.get(name.replace('.', '/') + ".class");
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }
}
