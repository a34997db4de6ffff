package dev.layers.docs.read;

import dev.layers.docs.model.DocumentedField;
import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.NamedUse;
import dev.layers.docs.model.TypeParameter;
import dev.layers.docs.model.TypeUse;
import java.util.List;

/** The types that the signatures of a type name. Made with nothing but loops: a JDK names a million types. */
final class Mentions {
    private final DocumentedType type;
    private final Reader reader;

    private Mentions(DocumentedType type, Reader reader) {
        this.type = type;
        this.reader = reader;
    }

    /** Takes the name of a type, and where it stands. */
    interface Reader {
        /**
         * Takes one.
         *
         * @param member the member of the type that names it, empty if the type itself does
         */
        void accept(String name, DocumentedType type, String member);
    }

    static void in(DocumentedType type, Reader reader) {
        new Mentions(type, reader).read();
    }

    /** Tells of subtypes, which a caller need not know by name. */
    static void permittedBy(DocumentedType type, Reader reader) {
        for (String name : type.permitted()) {
            reader.accept(name, type, "");
        }
    }

    private void read() {
        addBounds(type.parameters(), "");
        addAll(type.supertypes(), "");
        for (NamedUse component : type.components()) {
            add(component.type(), component.name());
        }
        for (DocumentedField field : type.fields()) {
            add(field.type(), field.name());
        }
        for (DocumentedMethod method : type.methods()) {
            read(method, method.isConstructor() ? "" : method.name());
        }
    }

    private void read(DocumentedMethod method, String name) {
        addBounds(method.typeParameters(), name);
        add(method.result(), name);
        for (NamedUse parameter : method.parameters()) {
            add(parameter.type(), name);
        }
        addAll(method.exceptions(), name);
    }

    private void addBounds(List<TypeParameter> parameters, String member) {
        for (TypeParameter parameter : parameters) {
            addAll(parameter.bounds(), member);
        }
    }

    private void addAll(List<TypeUse> uses, String member) {
        for (int index = 0; index < uses.size(); index++) {
            add(uses.get(index), member);
        }
    }

    private void add(TypeUse use, String member) {
        if (use instanceof TypeUse.Named named) {
            reader.accept(named.name(), type, member);
            addAll(named.arguments(), member);
        } else if (use instanceof TypeUse.Array array) {
            add(array.component(), member);
        } else if (use instanceof TypeUse.Wildcard wildcard) {
            addAll(wildcard.upper(), member);
            addAll(wildcard.lower(), member);
        }
    }
}
