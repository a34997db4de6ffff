package dev.layers.docs.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/** A module that no compiler would make, as bytes. */
final class SyntheticModule {
    private final String name;
    private final SortedSet<String> requires = new TreeSet<>(Set.of("java.base"));
    private final SortedSet<String> uses = new TreeSet<>();
    private final SortedSet<String> provides = new TreeSet<>();
    private Optional<String> version = Optional.empty();
    private Optional<String> packageName = Optional.empty();

    private SyntheticModule(String name) {
        this.name = name;
    }

    static SyntheticModule named(String name) {
        return new SyntheticModule(name);
    }

    SyntheticModule version(String text) {
        version = Optional.of(text);
        return this;
    }

    SyntheticModule requires(String module) {
        if (!module.equals(name)) {
            requires.add(module);
        }
        return this;
    }

    /** Adds an exported package with a service and a provider. */
    SyntheticModule packageOf(String exported) {
        packageName = Optional.of(exported);
        return this;
    }

    SyntheticModule uses(String service) {
        uses.add(service);
        return this;
    }

    SyntheticModule provides(String service) {
        provides.add(service);
        return this;
    }

    void jar(Path file) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(bytes)) {
            add(jar, "module-info", descriptor());
            if (packageName.isPresent()) {
                add(jar, type("Service"), type(Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, "Service"));
                add(jar, type("Provider"), type(Opcodes.ACC_FINAL, "Provider"));
            }
        }
    }

    private static void add(JarOutputStream jar, String type, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(type + ".class"));
        jar.write(bytes);
    }

    private String type(String simpleName) {
        return packageName.orElseThrow().replace('.', '/') + "/" + simpleName;
    }

    private byte[] type(int access, String simpleName) {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | access, type(simpleName), null, "java/lang/Object", null);
        type.visitEnd();
        return type.toByteArray();
    }

    private byte[] descriptor() {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
        ModuleVisitor module = type.visitModule(name, 0, version.orElse(null));
        requires.forEach(required -> module.visitRequire(required, 0, version.orElse(null)));
        packageName.ifPresent(exported -> module.visitExport(exported.replace('.', '/'), 0));
        uses.forEach(service -> module.visitUse(service.replace('.', '/')));
        provides.forEach(service -> module.visitProvide(service.replace('.', '/'), type("Provider")));
        module.visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }
}
