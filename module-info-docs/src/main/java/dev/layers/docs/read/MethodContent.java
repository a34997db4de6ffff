package dev.layers.docs.read;

import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.NamedUse;
import dev.layers.docs.model.Trait;
import dev.layers.docs.model.TypeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A method of a class file, handed on when it is complete. */
final class MethodContent extends MethodVisitor {
    /** What the class file says before it comes to the annotations and the names of the parameters. */
    record Head(String name, String descriptor, @Nullable String signature, List<String> exceptions) {}

    private final Head head;
    private final List<Trait> traits;
    private final Shared shared;
    private final Consumer<DocumentedMethod> reader;
    private final List<String> names = new ArrayList<>();
    private final TreeSet<String> annotations = new TreeSet<>();

    MethodContent(Head head, List<Trait> traits, Shared shared, Consumer<DocumentedMethod> reader) {
        super(Opcodes.ASM9);
        this.head = head;
        this.traits = traits;
        this.shared = shared;
        this.reader = reader;
    }

    @Override
    public void visitParameter(@Nullable String name, int access) {
        names.add(name == null ? "arg" + names.size() : name);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotations.add(shared.once(Names.ofDescriptor(descriptor)));
        return null;
    }

    @Override
    public void visitEnd() {
        Signature erased = Signature.of(head.descriptor, shared);
        Signature signature = head.signature == null ? erased : Signature.of(head.signature, shared);
        reader.accept(new DocumentedMethod(
                shared.once(head.name),
                shared.once(head.descriptor),
                shared.once(traits),
                shared.once(signature.typeParameters()),
                signature.result(),
                shared.once(parameters(erased.parameters(), signature.parameters())),
                shared.once(exceptions(signature.exceptions())),
                shared.once(List.copyOf(annotations)),
                Optional.empty()));
    }

    /** The generic signature leaves out what the compiler adds: an outer instance, captured variables. */
    private List<NamedUse> parameters(List<TypeUse> erased, List<TypeUse> generic) {
        List<TypeUse> types = generic.size() == erased.size() ? generic : erased;
        boolean named = names.size() == types.size();
        List<NamedUse> parameters = new ArrayList<>();
        for (int index = 0; index < types.size(); index++) {
            String name = named ? names.get(index) : "arg" + index;
            parameters.add(shared.once(new NamedUse(shared.once(name), types.get(index))));
        }
        return List.copyOf(parameters);
    }

    private List<TypeUse> exceptions(List<TypeUse> generic) {
        return generic.isEmpty()
                ? head.exceptions.stream()
                        .<TypeUse>map(name -> shared.once(new TypeUse.Named(name, List.of())))
                        .toList()
                : List.copyOf(generic);
    }
}
