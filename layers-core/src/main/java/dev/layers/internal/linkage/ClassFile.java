package dev.layers.internal.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class file of the module; beyond its header it is read when something asks. */
final class ClassFile {
    /** The newest interface of ASM. */
    static final int API = Opcodes.ASM9;

    private final String artifact;
    private final ClassReader reader;
    private final Header header;
    private final ConstantPool constants;
    private final int attributes;
    private @Nullable TypeFacts facts;

    private ClassFile(String artifact, byte[] bytes) throws MalformedClass {
        this.artifact = artifact;
        try {
            reader = new ClassReader(bytes);
            attributes = Extent.check(reader, bytes.length);
            header = header(reader);
        } catch (RuntimeException undocumented) {
            throw new MalformedClass(undocumented);
        }
        constants = new ConstantPool(reader, bytes);
    }

    /** Reads the header of a class file, whose version ASM has to know. */
    static ClassFile read(String artifact, byte[] bytes) throws MalformedClass {
        return new ClassFile(artifact, bytes);
    }

    Header header() {
        return header;
    }

    String name() {
        return header.name();
    }

    /** Returns whether it may name a type of {@code packages}. */
    boolean mentions(PackageNames packages) {
        return constants.mentions(packages);
    }

    /** Returns whether it may use a class whose name has one of these sorted hash codes. */
    boolean uses(int[] hashes) {
        try {
            return constants.uses(hashes);
        } catch (RuntimeException malformed) {
            // constants that refer to nothing: whoever reads the class will say so
            return true;
        }
    }

    int hashOfName() {
        return constants.hashOfName();
    }

    /** Returns how findings name the class. */
    String where() {
        return where(TypeNames.type(name()));
    }

    /** Returns how findings name a member of the class. */
    String where(String member) {
        return artifact + ": " + member;
    }

    /** Returns what the class declares. */
    TypeFacts facts() throws MalformedClass {
        TypeFacts read = facts;
        if (read == null) {
            Declarations declarations = new Declarations(name());
            accept(declarations, ClassReader.SKIP_CODE);
            read = declarations.facts(header);
            facts = read;
        }
        return read;
    }

    /** Has a visitor read the file, or as much of it as it has the effort for. */
    void accept(ClassVisitor visitor, int options) throws MalformedClass {
        try {
            if ((options & ClassReader.SKIP_CODE) != 0 || Bootstraps.areReadable(reader, attributes)) {
                reader.accept(visitor, options | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        } catch (Effort.Spent enough) {
            // what the visitor has seen so far is true, the rest is unknown
            return;
        } catch (RuntimeException | StackOverflowError undocumented) {
            // ASM documents no exception: it fails as its arrays do, and recurses as deep as a hostile file nests
            throw new MalformedClass(undocumented);
        }
    }

    private static Header header(ClassReader reader) {
        String name = Objects.requireNonNull(reader.getClassName(), "name");
        String superName = Objects.requireNonNull(reader.getSuperName(), "super name");
        return new Header(name, reader.getAccess(), superName, List.of(reader.getInterfaces()));
    }

    /** Collects what a class declares. */
    private static final class Declarations extends ClassVisitor {
        private final String name;
        private final Map<MemberSignature, Member> methods = new HashMap<>();
        private final Map<MemberSignature, Member> fields = new HashMap<>();
        private int visible;

        Declarations(String name) {
            super(API);
            this.name = name;
        }

        TypeFacts facts(Header header) {
            Header visibleHeader =
                    new Header(header.name(), header.access() | visible, header.superName(), header.interfaces());
            return new TypeFacts(visibleHeader, methods, fields, false);
        }

        @Override
        public void visitInnerClass(String inner, @Nullable String outer, @Nullable String simple, int access) {
            if (inner.equals(name) && (access & Opcodes.ACC_PUBLIC) == 0) {
                visible = Header.NOT_PUBLIC_IN_SOURCE;
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String field, String descriptor, @Nullable String generic, @Nullable Object value) {
            MemberSignature signature = new MemberSignature(field, descriptor);
            fields.put(signature, new Member(name, signature, access));
            return null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String generic,
                String @Nullable [] exceptions) {
            MemberSignature signature = new MemberSignature(method, descriptor);
            methods.put(signature, new Member(name, signature, access));
            return null;
        }
    }
}
