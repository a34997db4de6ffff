package dev.layers.docs.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javassist.CtBehavior;
import javassist.CtClass;
import javassist.CtField;
import javassist.bytecode.BadBytecode;
import javassist.bytecode.SignatureAttribute;
import javassist.bytecode.SignatureAttribute.ArrayType;
import javassist.bytecode.SignatureAttribute.ClassType;
import javassist.bytecode.SignatureAttribute.MethodSignature;
import javassist.bytecode.SignatureAttribute.TypeArgument;
import javassist.bytecode.SignatureAttribute.TypeParameter;
import javassist.bytecode.SignatureAttribute.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * The types of a member as source text has them.
 *
 * @param type of the field, or that the method returns
 * @param erased the type as others link to it
 */
record GenericShape(List<Part> parameters, Part type, String erased) {
    private static final String ANY = "java.lang.Object";
    private static final String ANYTHING = "?";
    private static final String EXACTLY = " ";

    /**
     * A type.
     *
     * @param shape that is the same whatever variables are called, and for {@code ? extends Object} as for {@code ?}
     * @param text as it was written
     */
    record Part(String shape, String text) {
        /** Returns whether what was passed before may no longer be, or what overrides it no longer does. */
        boolean isOtherParameter(Part old) {
            boolean takesAll = shape.equals(old.shape) || !isGeneric() || (old.shape.equals(ANY) && isOfMethod());
            return !takesAll;
        }

        /** Returns whether what comes back is no longer what it was; what was raw is only said better. */
        boolean returnsOther(Part old) {
            return old.isGeneric() && !shape.equals(old.shape);
        }

        /** Returns whether arguments of the type became wildcards that include what they were. */
        boolean isWiderThan(Part old) {
            List<String> before = words(old.shape);
            List<String> after = words(shape);
            return before.size() == after.size()
                    && IntStream.range(0, after.size()).allMatch(index -> isWider(before.get(index), after.get(index)));
        }

        private static boolean isWider(String before, String after) {
            boolean isBound = before.startsWith(EXACTLY) && after.substring(1).equals(before.substring(1));
            return after.equals(before) || after.equals(ANYTHING) || (isBound && !after.startsWith(EXACTLY));
        }

        /** Returns the type before its arguments, and each of them. */
        private static List<String> words(String shape) {
            List<String> words = new ArrayList<>();
            int depth = 0;
            int start = 0;
            for (int index = 0; index < shape.length(); index++) {
                char found = shape.charAt(index);
                depth += found == '<' ? 1 : 0;
                if (depth == 1 && (found == '<' || found == ',' || found == '>')) {
                    words.add(shape.substring(start, index));
                    start = index + 1;
                }
                depth -= found == '>' ? 1 : 0;
            }
            words.add(shape.substring(start));
            return words;
        }

        private boolean isGeneric() {
            return shape.indexOf('<') >= 0 || shape.indexOf('#') >= 0;
        }

        private boolean isOfMethod() {
            return shape.startsWith("#m");
        }
    }

    /** Returns how it says otherwise than before what stands between the angle brackets, and who feels it. */
    Map<String, Party> changes(GenericShape old) {
        Map<String, Party> changes = new TreeMap<>();
        // A constructor may leave out of its signature what only the compiler passes.
        int compared = parameters.size() == old.parameters.size() ? parameters.size() : 0;
        for (int index = 0; index < compared; index++) {
            Part was = old.parameters.get(index);
            Part is = parameters.get(index);
            if (is.isOtherParameter(was)) {
                changes.put(words("parameter", was, is), is.isWiderThan(was) ? Party.PROVIDERS : Party.CALLERS);
            }
        }
        if (erased.equals(old.erased) && type.returnsOther(old.type)) {
            changes.put(words(erased.startsWith(")") ? "return type" : "type", old.type, type), Party.CALLERS);
        }
        return changes;
    }

    private static String words(String what, Part was, Part is) {
        return what + " generics changed, was " + was.text() + ", is " + is.text();
    }

    static Optional<GenericShape> of(CtBehavior method) {
        try {
            Map<String, String> variables = variables(method.getDeclaringClass());
            String descriptor = method.getMethodInfo2().getDescriptor();
            MethodSignature signature =
                    SignatureAttribute.toMethodSignature(written(method.getGenericSignature(), descriptor));
            number(signature.getTypeParameters(), "#m", variables);
            List<Part> parameters = Stream.of(signature.getParameterTypes())
                    .map(type -> part(type, variables))
                    .toList();
            return Optional.of(new GenericShape(
                    parameters,
                    part(signature.getReturnType(), variables),
                    descriptor.substring(descriptor.indexOf(')'))));
        } catch (BadBytecode unreadable) {
            return Optional.empty();
        }
    }

    static Optional<GenericShape> of(CtField field) {
        try {
            String descriptor = field.getFieldInfo2().getDescriptor();
            SignatureAttribute.Type type =
                    SignatureAttribute.toTypeSignature(written(field.getGenericSignature(), descriptor));
            return Optional.of(
                    new GenericShape(List.of(), part(type, variables(field.getDeclaringClass())), descriptor));
        } catch (BadBytecode unreadable) {
            return Optional.empty();
        }
    }

    /** Returns what each type variable of a type is bound by. */
    static List<String> bounds(CtClass type) {
        try {
            @Nullable String signature = type.getGenericSignature();
            return signature == null
                    ? List.of()
                    : bounds(SignatureAttribute.toClassSignature(signature).getParameters(), variables(type));
        } catch (BadBytecode unreadable) {
            return List.of();
        }
    }

    /** Returns what each type variable of a method is bound by. */
    static List<String> bounds(CtBehavior method) {
        try {
            @Nullable String signature = method.getGenericSignature();
            if (signature == null) {
                return List.of();
            }
            Map<String, String> variables = variables(method.getDeclaringClass());
            TypeParameter[] own =
                    SignatureAttribute.toMethodSignature(signature).getTypeParameters();
            number(own, "#m", variables);
            return bounds(own, variables);
        } catch (BadBytecode unreadable) {
            return List.of();
        }
    }

    private static List<String> bounds(TypeParameter[] parameters, Map<String, String> variables) {
        return Stream.of(parameters)
                .map(parameter -> Stream.concat(
                                Stream.ofNullable(parameter.getClassBound()), Stream.of(parameter.getInterfaceBound()))
                        .map(bound -> shape(bound, variables))
                        .filter(bound -> !bound.equals(ANY))
                        .collect(Collectors.joining(" & ")))
                .toList();
    }

    private static String written(@Nullable String generic, String erased) {
        return generic == null ? erased : generic;
    }

    private static Map<String, String> variables(CtClass type) throws BadBytecode {
        Map<String, String> variables = new HashMap<>();
        @Nullable String signature = type.getGenericSignature();
        if (signature != null) {
            number(SignatureAttribute.toClassSignature(signature).getParameters(), "#c", variables);
        }
        return variables;
    }

    private static void number(TypeParameter[] parameters, String kind, Map<String, String> variables) {
        for (int index = 0; index < parameters.length; index++) {
            variables.put(parameters[index].getName(), kind + index);
        }
    }

    private static Part part(SignatureAttribute.Type type, Map<String, String> variables) {
        return new Part(shape(type, variables), type.toString());
    }

    private static String shape(SignatureAttribute.Type type, Map<String, String> variables) {
        if (type instanceof TypeVariable variable) {
            return variables.getOrDefault(variable.getName(), "#" + variable.getName());
        }
        if (type instanceof ArrayType array) {
            return shape(array.getComponentType(), variables) + "[]".repeat(array.getDimension());
        }
        return type instanceof ClassType named ? shape(named, variables) : type.toString();
    }

    private static String shape(ClassType type, Map<String, String> variables) {
        @Nullable ClassType outer = type.getDeclaringClass();
        TypeArgument @Nullable [] arguments = type.getTypeArguments();
        String name = outer == null ? type.getName() : shape(outer, variables) + "$" + type.getName();
        return arguments == null
                ? name
                : Stream.of(arguments)
                        .map(argument -> shape(argument, variables))
                        .collect(Collectors.joining(",", name + "<", ">"));
    }

    private static String shape(TypeArgument argument, Map<String, String> variables) {
        if (argument.getKind() == '*') {
            return ANYTHING;
        }
        String bound = shape(argument.getType(), variables);
        boolean isAny = argument.getKind() == '+' && bound.equals(ANY);
        return isAny ? ANYTHING : argument.getKind() + bound;
    }
}
