package dev.layers.internal.linkage;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads the facts of a class that is loaded, and does not initialise it. */
final class LoadedType {
    private final Class<?> type;
    private final String name;

    private LoadedType(Class<?> type) {
        this.type = type;
        this.name = Type.getInternalName(type);
    }

    static TypeFacts read(Class<?> type) {
        LoadedType loaded = new LoadedType(type);
        return new TypeFacts(loaded.header(), loaded.methods(), loaded.fields(), true);
    }

    private Header header() {
        Class<?> parent = type.isInterface() ? Object.class : type.getSuperclass();
        List<String> interfaces =
                Stream.of(type.getInterfaces()).map(Type::getInternalName).toList();
        return new Header(name, access(), parent == null ? "" : Type.getInternalName(parent), interfaces);
    }

    /** A nested class has the modifiers of the source here; in its class file, protected is public. */
    private int access() {
        int modifiers = type.getModifiers() & ~(Modifier.STATIC | Modifier.PRIVATE | Modifier.PROTECTED);
        int visible = Modifier.isProtected(type.getModifiers()) ? Opcodes.ACC_PUBLIC : 0;
        return modifiers | visible | (type.isSealed() ? Header.SEALED : 0);
    }

    private Map<MemberSignature, Member> methods() {
        Map<MemberSignature, Member> methods = new HashMap<>();
        for (Method method : type.getDeclaredMethods()) {
            put(
                    methods,
                    new MemberSignature(method.getName(), Type.getMethodDescriptor(method)),
                    method.getModifiers());
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            String descriptor = Type.getConstructorDescriptor(constructor);
            put(methods, new MemberSignature("<init>", descriptor), constructor.getModifiers());
        }
        return methods;
    }

    private Map<MemberSignature, Member> fields() {
        Map<MemberSignature, Member> fields = new HashMap<>();
        for (Field field : type.getDeclaredFields()) {
            put(
                    fields,
                    new MemberSignature(field.getName(), Type.getDescriptor(field.getType())),
                    field.getModifiers());
        }
        return fields;
    }

    private void put(Map<MemberSignature, Member> members, MemberSignature signature, int access) {
        members.put(signature, new Member(name, signature, access));
    }
}
