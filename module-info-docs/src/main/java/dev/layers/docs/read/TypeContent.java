package dev.layers.docs.read;

import dev.layers.docs.model.DocumentedField;
import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.NamedUse;
import dev.layers.docs.model.Trait;
import dev.layers.docs.model.TypeKind;
import dev.layers.docs.model.TypeParameter;
import dev.layers.docs.model.TypeUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/** The type that a class file declares. */
final class TypeContent extends ClassVisitor {
    private static final Set<String> SAY_NOTHING = Set.of("java/lang/Object", "java/lang/Enum", "java/lang/Record");

    private final Shared shared;
    private final List<NamedUse> components = new ArrayList<>();
    private final List<DocumentedField> constants = new ArrayList<>();
    private final List<DocumentedField> fields = new ArrayList<>();
    private final List<DocumentedField> state = new ArrayList<>();
    private final List<DocumentedMethod> methods = new ArrayList<>();
    private final TreeSet<String> annotations = new TreeSet<>();
    private final TreeSet<String> permitted = new TreeSet<>();
    private List<TypeParameter> parameters = List.of();
    private List<TypeUse> supertypes = List.of();
    private TypeKind kind = TypeKind.CLASS;
    private String name = "";
    private String outer = "";
    private int flags;

    private TypeContent(Shared shared) {
        super(Opcodes.ASM9);
        this.shared = shared;
    }

    static TypeContent of(ClassReader reader, Shared shared) {
        TypeContent content = new TypeContent(shared);
        reader.accept(content, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        return content;
    }

    DocumentedType type() {
        return new DocumentedType(
                shared.once(Names.binary(name)),
                kind,
                shared.once(traits()),
                parameters,
                shared.once(List.copyOf(supertypes)),
                List.copyOf(permitted),
                List.copyOf(components),
                allFields(),
                sortedState(),
                sortedMethods(),
                shared.once(List.copyOf(annotations)),
                Optional.empty());
    }

    /** Returns the type that this one is a member of, empty if there is none. */
    String outer() {
        return Names.binary(outer);
    }

    @Override
    @SuppressWarnings("TooManyParameters") // the visitor's
    public void visit(
            int version,
            int access,
            String internalName,
            @Nullable String signature,
            @Nullable String superclass,
            String[] interfaces) {
        name = internalName;
        flags = access;
        kind = Traits.kind(access);
        if (signature == null) {
            supertypes = erased(superclass, interfaces);
            return;
        }
        Signature generic = Signature.of(signature, shared);
        parameters = generic.typeParameters();
        supertypes = generic.supertypes().subList(saysSomething(superclass) ? 0 : 1, interfaces.length + 1);
    }

    private List<TypeUse> erased(@Nullable String superclass, String[] interfaces) {
        List<TypeUse> types = new ArrayList<>();
        if (superclass != null && saysSomething(superclass)) {
            types.add(shared.once(new TypeUse.Named(Names.binary(superclass), List.of())));
        }
        Names.binary(interfaces).forEach(type -> types.add(shared.once(new TypeUse.Named(type, List.of()))));
        return types;
    }

    private static boolean saysSomething(@Nullable String superclass) {
        return superclass != null && !SAY_NOTHING.contains(superclass);
    }

    @Override
    public void visitInnerClass(
            String internalName, @Nullable String outerName, @Nullable String simpleName, int access) {
        if (internalName.equals(name)) {
            // the flags of the class itself know neither protected nor static
            flags = access | (flags & (Opcodes.ACC_RECORD | Opcodes.ACC_DEPRECATED));
            outer = outerName == null ? "" : outerName;
        }
    }

    @Override
    public void visitPermittedSubclass(String internalName) {
        if (kind != TypeKind.ENUM) { // its constants with bodies are no subtypes that anybody names
            permitted.add(Names.binary(internalName));
        }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotations.add(shared.once(Names.ofDescriptor(descriptor)));
        return null;
    }

    @Override
    public @Nullable RecordComponentVisitor visitRecordComponent(
            String component, String descriptor, @Nullable String signature) {
        components.add(new NamedUse(shared.once(component), Signature.type(written(signature, descriptor), shared)));
        return null;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        boolean isState = kind == TypeKind.CLASS && (access & Opcodes.ACC_STATIC) == 0;
        if (!isState && !Traits.isVisible(access)) {
            return null;
        }
        DocumentedField read = new DocumentedField(
                shared.once(field),
                shared.once(descriptor),
                shared.once(Traits.ofField(access)),
                Signature.type(written(signature, descriptor), shared),
                Optional.empty());
        if (isState) {
            state.add(read);
        }
        if (Traits.isVisible(access)) {
            (read.traits().contains(Trait.CONSTANT) ? constants : fields).add(read);
        }
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (!Traits.isVisible(access)) {
            return null;
        }
        List<String> thrown = exceptions == null ? List.of() : Names.binary(exceptions);
        return new MethodContent(
                new MethodContent.Head(method, descriptor, signature, thrown),
                Traits.ofMethod(access, kind),
                shared,
                methods::add);
    }

    private static String written(@Nullable String signature, String descriptor) {
        return signature == null ? descriptor : signature;
    }

    private List<Trait> traits() {
        Set<Trait> traits = Traits.ofType(flags, kind);
        if (!permitted.isEmpty()) {
            traits.add(Trait.SEALED);
        }
        return List.copyOf(traits);
    }

    private List<DocumentedField> allFields() {
        fields.sort(Comparator.comparing(DocumentedField::name));
        constants.addAll(fields);
        return List.copyOf(constants);
    }

    private List<DocumentedField> sortedState() {
        return state.stream()
                .sorted(Comparator.comparing(DocumentedField::name))
                .toList();
    }

    private List<DocumentedMethod> sortedMethods() {
        Implied implied = new Implied(kind, Names.binary(name), components);
        return methods.stream()
                .filter(method -> !implied.contains(method))
                .sorted(Comparator.comparing(DocumentedMethod::name).thenComparing(DocumentedMethod::descriptor))
                .toList();
    }
}
