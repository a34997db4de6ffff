package dev.layers.docs.read;

import dev.layers.docs.model.TypeParameter;
import dev.layers.docs.model.TypeUse;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** The signature of a class or method, or its descriptor, which is one without type variables. */
final class Signature extends SignatureVisitor {
    private static final TypeUse OBJECT = new TypeUse.Named("java.lang.Object", List.of());
    private static final TypeUse VOID = new TypeUse.Primitive("void");

    private final Shared shared;
    private final List<String> variables = new ArrayList<>();
    private final List<List<TypeUse>> bounds = new ArrayList<>();
    private final List<TypeUse> supertypes = new ArrayList<>();
    private final List<TypeUse> parameters = new ArrayList<>();
    private final List<TypeUse> exceptions = new ArrayList<>();
    private TypeUse result = VOID;

    private Signature(Shared shared) {
        super(Opcodes.ASM9);
        this.shared = shared;
    }

    static Signature of(String text, Shared shared) {
        Signature signature = new Signature(shared);
        new SignatureReader(text).accept(signature);
        return signature;
    }

    static TypeUse type(String text, Shared shared) {
        List<TypeUse> types = new ArrayList<>();
        new SignatureReader(text).acceptType(TypeSignature.to(types::add));
        return shared.once(types.get(0));
    }

    /** Returns the type variables; a bound that says nothing is left out. */
    List<TypeParameter> typeParameters() {
        List<TypeParameter> declared = new ArrayList<>();
        for (int index = 0; index < variables.size(); index++) {
            List<TypeUse> bound = bounds.get(index);
            declared.add(new TypeParameter(
                    variables.get(index), bound.equals(List.of(OBJECT)) ? List.of() : List.copyOf(bound)));
        }
        return List.copyOf(declared);
    }

    List<TypeUse> supertypes() {
        return supertypes;
    }

    List<TypeUse> parameters() {
        return parameters;
    }

    TypeUse result() {
        return result;
    }

    List<TypeUse> exceptions() {
        return exceptions;
    }

    @Override
    public void visitFormalTypeParameter(String name) {
        variables.add(shared.once(name));
        bounds.add(new ArrayList<>());
    }

    @Override
    public SignatureVisitor visitClassBound() {
        return to(bounds.get(bounds.size() - 1));
    }

    @Override
    public SignatureVisitor visitInterfaceBound() {
        return visitClassBound();
    }

    @Override
    public SignatureVisitor visitSuperclass() {
        return to(supertypes);
    }

    @Override
    public SignatureVisitor visitInterface() {
        return to(supertypes);
    }

    @Override
    public SignatureVisitor visitParameterType() {
        return to(parameters);
    }

    @Override
    public SignatureVisitor visitReturnType() {
        return TypeSignature.to(type -> result = shared.once(type));
    }

    @Override
    public SignatureVisitor visitExceptionType() {
        return to(exceptions);
    }

    private SignatureVisitor to(List<TypeUse> types) {
        return TypeSignature.to(type -> types.add(shared.once(type)));
    }
}
