package dev.layers.internal.linkage;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final BigEndian bytes;
    private final ConstantPool constants;
    private final Extent extent;
    private final Header header;
    private @Nullable TypeFacts facts;

    private ClassFile(String artifact, BigEndian bytes) throws MalformedClass {
        this.artifact = artifact;
        this.bytes = bytes;
        try {
            constants = new ConstantPool(bytes);
            extent = Extent.of(bytes, constants.end());
            header = header(bytes, constants);
        } catch (RuntimeException malformed) {
            // indexes of constants that are none, lengths that lead out of the file
            throw new MalformedClass(malformed);
        }
    }

    /** Reads the header of a class file, whose version ASM has to know. */
    static ClassFile read(String artifact, BigEndian bytes) throws MalformedClass {
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

    /** Returns whether it may use one of {@code classes}. */
    boolean uses(HashedNames classes) {
        try {
            return constants.uses(classes);
        } catch (RuntimeException malformed) {
            // constants that refer to nothing: whoever reads the class will say so
            return true;
        }
    }

    /** Returns the places of the methods that may name or use what is {@code sought}. */
    BitSet methods(RelevantMethods.Sought sought) throws MalformedClass {
        try {
            return RelevantMethods.of(bytes, constants, extent.methods(), sought);
        } catch (RuntimeException malformed) {
            throw new MalformedClass(malformed);
        }
    }

    /** Returns the name as it stands in the file. */
    byte[] rawName() {
        return constants.rawName(bytes.twoBytes(constants.end() + 2));
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
            ClassReader reader = new ClassReader(bytes.array());
            if ((options & ClassReader.SKIP_CODE) != 0 || Bootstraps.areReadable(reader, extent.attributes())) {
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

    private static Header header(BigEndian file, ConstantPool constants) {
        int at = constants.end();
        String[] interfaces = new String[file.twoBytes(at + 6)];
        for (int index = 0; index < interfaces.length; index++) {
            interfaces[index] = constants.className(file.twoBytes(at + 8 + 2 * index));
        }
        return new Header(
                constants.className(file.twoBytes(at + 2)),
                file.twoBytes(at),
                constants.className(file.twoBytes(at + 4)),
                List.of(interfaces));
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
