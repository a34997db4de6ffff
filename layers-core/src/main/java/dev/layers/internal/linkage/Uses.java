package dev.layers.internal.linkage;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;

/** Collects what a class uses of the contract and of classes that extend it. */
final class Uses extends ClassVisitor {
    private final Types types;
    private final Heirs heirs;
    private final BitSet relevant;
    private final Map<Use, Place> uses = new LinkedHashMap<>();
    private int methods;

    private Uses(Types types, Heirs heirs, BitSet relevant) {
        super(ClassFile.API);
        this.types = types;
        this.heirs = heirs;
        this.relevant = relevant;
    }

    /** Returns the uses and where they are, in the order of the file. */
    static Map<Use, Place> of(ClassFile file, Types types, Heirs heirs) throws MalformedClass {
        BitSet relevant = file.methods(new RelevantMethods.Sought(types.packages(), heirs.names()));
        Uses uses = new Uses(types, heirs, relevant);
        file.accept(uses, 0);
        return uses.uses;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String generic, @Nullable Object value) {
        addNamed(descriptor, new Place(new MemberSignature(name, descriptor), false));
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String generic, String @Nullable [] exceptions) {
        if (!relevant.get(methods++)) {
            return null;
        }
        MemberSignature signature = new MemberSignature(name, descriptor);
        Place place = new Place(signature, false);
        addNamed(descriptor, place);
        if (exceptions != null) {
            for (String exception : exceptions) {
                addType(exception, Use.Manner.NAMED, place);
            }
        }
        return new CodeUses(this, signature);
    }

    /** Takes the effort of reading something that the class file may have named any number of times. */
    void require(long steps) {
        types.effort().require(steps);
    }

    void addNamed(String descriptor, Place place) {
        addTypes(descriptor, Use.Manner.NAMED, place);
    }

    void addResolved(String descriptor, Place place) {
        addTypes(descriptor, Use.Manner.RESOLVED, place);
    }

    private void addTypes(String descriptor, Use.Manner manner, Place place) {
        List<String> names = types.named(descriptor);
        require(names.size());
        for (String name : names) {
            add(new Use.OfType(name, manner), place);
        }
    }

    /** Adds a type by the name that a class constant has; an array stands for the type of its elements. */
    void addType(String name, Use.Manner manner, Place place) {
        if (name.startsWith("[")) {
            addResolved(name, place);
        } else if (types.isContract(name)) {
            add(new Use.OfType(name, manner), place);
        }
    }

    void addMethod(Use.OfMethod use, Place place) {
        if (isChecked(use.owner())) {
            add(use, place);
        }
    }

    void addField(Use.OfField use, Place place) {
        if (isChecked(use.owner())) {
            add(use, place);
        }
    }

    void addLambda(Use.OfLambda use, Place place) {
        if (use.interfaces().stream().anyMatch(this::isChecked)) {
            add(use, place);
        }
    }

    private boolean isChecked(String owner) {
        return types.isContract(owner) || heirs.contains(owner);
    }

    private void add(Use use, Place place) {
        uses.merge(use, place, Place::or);
    }
}
