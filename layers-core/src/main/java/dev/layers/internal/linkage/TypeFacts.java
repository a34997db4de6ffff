package dev.layers.internal.linkage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What linking asks of a type, as text and numbers.
 *
 * @param isHost whether the host or the JDK has it, not the module
 */
record TypeFacts(
        Header header, Map<MemberSignature, Member> methods, Map<MemberSignature, Member> fields, boolean isHost) {
    TypeFacts {
        methods = Map.copyOf(methods);
        fields = Map.copyOf(fields);
    }

    String name() {
        return header.name();
    }

    boolean isInterface() {
        return header.isInterface();
    }

    @Nullable
    Member method(MemberSignature signature) {
        return methods.get(signature);
    }

    @Nullable
    Member field(MemberSignature signature) {
        return fields.get(signature);
    }
}
