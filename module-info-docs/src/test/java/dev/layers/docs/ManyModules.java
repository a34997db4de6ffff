package dev.layers.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Modules that nobody wrote: each has a service and a few classes, requires up to three before it, and provides the service
 * of one of them.
 */
final class ManyModules {
    private static final int AREA = 25;
    private static final int TYPES = 5;
    private static final int METHODS = 6;

    private ManyModules() {}

    /** Fills a directory: {@code ManyModules DIR COUNT}. */
    public static void main(String... arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    static void write(Path directory, int count) throws IOException {
        Files.createDirectories(directory);
        for (int number = 0; number < count; number++) {
            Path jar = directory.resolve(name(number) + ".jar");
            try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
                add(entries, "module-info", descriptor(number));
                add(entries, type(number, "Service"), service(number));
                add(entries, type(number, "Provider"), provider(number));
                for (int type = 0; type < TYPES; type++) {
                    add(entries, type(number, "Type" + type), plain(number, type));
                }
            }
        }
    }

    private static String name(int number) {
        return String.format("org.acme.area%02d.part%04d", number / AREA, number);
    }

    private static String type(int number, String simpleName) {
        return name(number).replace('.', '/') + "/" + simpleName;
    }

    /** Returns the module whose service is provided: one before, itself for the first. */
    private static int before(int number) {
        return Math.max(0, number - 1 - number % 3);
    }

    private static void add(JarOutputStream entries, String name, byte[] bytes) throws IOException {
        entries.putNextEntry(new JarEntry(name + ".class"));
        entries.write(bytes);
    }

    private static byte[] descriptor(int number) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
        ModuleVisitor module = writer.visitModule(name(number), 0, "1." + number);
        module.visitRequire("java.base", Opcodes.ACC_MANDATED, null);
        for (int required = before(number); required < number; required++) {
            int modifiers = required % 2 == 0 ? Opcodes.ACC_TRANSITIVE : 0;
            module.visitRequire(name(required), modifiers, "1." + required);
        }
        module.visitExport(name(number).replace('.', '/'), 0);
        module.visitUse(type(number, "Service"));
        module.visitProvide(type(before(number), "Service"), type(number, "Provider"));
        module.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] service(int number) {
        ClassWriter writer = new ClassWriter(0);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
        writer.visit(Opcodes.V17, access, type(number, "Service"), null, "java/lang/Object", null);
        for (int method = 0; method < METHODS; method++) {
            writer.visitMethod(
                            Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
                            "call" + method,
                            "(Ljava/lang/String;I)Ljava/util/List;",
                            "(Ljava/lang/String;I)Ljava/util/List<Ljava/lang/String;>;",
                            null)
                    .visitEnd();
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] provider(int number) {
        String service = type(before(number), "Service");
        ClassWriter writer = open(type(number, "Provider"), service);
        for (int method = 0; method < METHODS; method++) {
            returningNull(writer, "call" + method, "(Ljava/lang/String;I)Ljava/util/List;");
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] plain(int number, int type) {
        ClassWriter writer = open(type(number, "Type" + type));
        for (int method = 0; method < METHODS; method++) {
            String other = "L" + type(before(number), "Type" + (method + type) % TYPES) + ";";
            returningNull(writer, "make" + method, "(" + other + "Ljava/util/Map;)" + other);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static ClassWriter open(String name, String... interfaces) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", interfaces);
        MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitInsn(Opcodes.RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        return writer;
    }

    private static void returningNull(ClassWriter writer, String name, String descriptor) {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
        method.visitCode();
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
