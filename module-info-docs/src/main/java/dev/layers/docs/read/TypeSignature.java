package dev.layers.docs.read;

import dev.layers.docs.model.TypeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureVisitor;

/** One type in a signature, handed on when it is complete. */
final class TypeSignature extends SignatureVisitor {
    /** As deep as the JVM lets an array be; a class file can be made that nests until the stack overflows. */
    private static final int DEEPEST = 255;

    private final Consumer<TypeUse> reader;
    private final int depth;
    private final List<TypeUse> arguments = new ArrayList<>();
    private String name = "";

    private TypeSignature(Consumer<TypeUse> reader, int depth) {
        super(Opcodes.ASM9);
        this.reader = reader;
        this.depth = depth;
    }

    static TypeSignature to(Consumer<TypeUse> reader) {
        return new TypeSignature(reader, 0);
    }

    @Override
    public void visitBaseType(char descriptor) {
        reader.accept(
                new TypeUse.Primitive(Type.getType(String.valueOf(descriptor)).getClassName()));
    }

    @Override
    public void visitTypeVariable(String variable) {
        reader.accept(new TypeUse.Variable(variable));
    }

    @Override
    public SignatureVisitor visitArrayType() {
        return inner(component -> reader.accept(new TypeUse.Array(component)));
    }

    @Override
    public void visitClassType(String internalName) {
        name = Names.binary(internalName);
    }

    @Override
    public void visitInnerClassType(String simpleName) {
        name += "$" + simpleName;
        arguments.clear();
    }

    @Override
    public void visitTypeArgument() {
        arguments.add(new TypeUse.Wildcard(List.of(), List.of()));
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
        return switch (wildcard) {
            case EXTENDS -> inner(bound -> arguments.add(new TypeUse.Wildcard(List.of(bound), List.of())));
            case SUPER -> inner(bound -> arguments.add(new TypeUse.Wildcard(List.of(), List.of(bound))));
            default -> inner(arguments::add);
        };
    }

    @Override
    public void visitEnd() {
        reader.accept(new TypeUse.Named(name, List.copyOf(arguments)));
    }

    private TypeSignature inner(Consumer<TypeUse> innerReader) {
        if (depth == DEEPEST) {
            throw new IllegalArgumentException("a signature nests deeper than " + DEEPEST);
        }
        return new TypeSignature(innerReader, depth + 1);
    }
}
