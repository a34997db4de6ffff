package dev.layers.docs.read;

import static dev.layers.docs.read.Reading.moduleAt;
import static dev.layers.docs.read.Reading.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.ModuleSource;
import dev.layers.docs.model.DocumentedField;
import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.NamedUse;
import dev.layers.docs.model.Trait;
import dev.layers.docs.model.TypeKind;
import dev.layers.docs.model.TypeParameter;
import dev.layers.docs.model.TypeUse;
import dev.layers.docs.model.TypeUse.Array;
import dev.layers.docs.model.TypeUse.Named;
import dev.layers.docs.model.TypeUse.Primitive;
import dev.layers.docs.model.TypeUse.Variable;
import dev.layers.docs.model.TypeUse.Wildcard;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeContentTest {
    private static final TypeUse STRING = new Named("java.lang.String", List.of());
    private static final TypeUse INT = new Primitive("int");
    private static final Variable T = new Variable("T");

    @TempDir
    private Path temporary;

    @Test
    void genericMethod_isReadAsItWasWritten() throws Exception {
        DocumentedType type = only("""
                public interface X<T extends Comparable<T>> {
                    <E extends Exception> java.util.Map.Entry<T, int[]> find(
                            java.util.List<? extends T> some, java.util.Set<? super T> others, Class<?>... more) throws E;
                }
                """);

        Variable thrown = new Variable("E");
        assertThat(type.parameters())
                .containsExactly(new TypeParameter("T", List.of(new Named("java.lang.Comparable", List.of(T)))));
        assertThat(type.methods())
                .containsExactly(new DocumentedMethod(
                        "find",
                        "(Ljava/util/List;Ljava/util/Set;[Ljava/lang/Class;)Ljava/util/Map$Entry;",
                        List.of(Trait.PUBLIC, Trait.ABSTRACT, Trait.VARARGS),
                        List.of(new TypeParameter("E", List.of(new Named("java.lang.Exception", List.of())))),
                        new Named("java.util.Map$Entry", List.of(T, new Array(INT))),
                        List.of(
                                new NamedUse("some", list("java.util.List", new Wildcard(List.of(T), List.of()))),
                                new NamedUse("others", list("java.util.Set", new Wildcard(List.of(), List.of(T)))),
                                new NamedUse(
                                        "more",
                                        new Array(list("java.lang.Class", new Wildcard(List.of(), List.of()))))),
                        List.of(thrown),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void parametersWithoutNames_areNumbered() throws Exception {
        Path jar = source("public interface X { void x(int number, String text) throws java.io.IOException; }")
                .jar("x.jar");

        DocumentedMethod method = type(moduleAt(jar), "x.X").methods().get(0);

        assertThat(method.parameters()).containsExactly(new NamedUse("arg0", INT), new NamedUse("arg1", STRING));
        assertThat(method.exceptions()).containsExactly(new Named("java.io.IOException", List.of()));
    }

    @Test
    void methodsOfInterfaces_areAbstractDefaultOrStatic() throws Exception {
        DocumentedType type = only("""
                public interface X {
                    @Deprecated void abstractOne();
                    default void defaultOne() {}
                    static void staticOne() {}
                    private void privateOne() {}
                }
                """);

        assertThat(type.kind()).isEqualTo(TypeKind.INTERFACE);
        assertThat(type.traits()).containsExactly(Trait.PUBLIC);
        assertThat(type.methods())
                .extracting(DocumentedMethod::name, DocumentedMethod::traits, DocumentedMethod::annotations)
                .containsExactly(
                        tuple(
                                "abstractOne",
                                List.of(Trait.PUBLIC, Trait.ABSTRACT, Trait.DEPRECATED),
                                List.of("java.lang.Deprecated")),
                        tuple("defaultOne", List.of(Trait.PUBLIC, Trait.DEFAULT), List.of()),
                        tuple("staticOne", List.of(Trait.PUBLIC, Trait.STATIC), List.of()));
    }

    @Test
    void record_isItsComponentsAndWhatItAdds() throws Exception {
        DocumentedType type = only("""
                public record X<T>(int number, java.util.List<T> parts) implements Runnable {
                    public X(int number) { this(number, java.util.List.of()); }
                    public void run() {}
                    public String text(int base) { return ""; }
                }
                """);

        assertThat(type.kind()).isEqualTo(TypeKind.RECORD);
        assertThat(type.traits()).containsExactly(Trait.PUBLIC);
        assertThat(type.supertypes()).containsExactly(new Named("java.lang.Runnable", List.of()));
        assertThat(type.components())
                .containsExactly(new NamedUse("number", INT), new NamedUse("parts", list("java.util.List", T)));
        assertThat(type.methods())
                .extracting(method -> method.name() + method.descriptor())
                .containsExactly("<init>(I)V", "run()V", "text(I)Ljava/lang/String;");
        assertThat(type.methods().get(0).isConstructor()).isTrue();
    }

    @Test
    void enum_isItsConstantsInOrderAndWhatItAdds() throws Exception {
        DocumentedType type = only("""
                public enum X {
                    TWO, ONE { @Override public String text() { return "1"; } };
                    public static final int LIMIT = 1;
                    public String text() { return ""; }
                }
                """);

        assertThat(type.kind()).isEqualTo(TypeKind.ENUM);
        assertThat(type.traits()).containsExactly(Trait.PUBLIC);
        assertThat(type.supertypes()).isEmpty();
        assertThat(type.permitted()).isEmpty();
        assertThat(type.fields()).extracting(DocumentedField::name).containsExactly("TWO", "ONE", "LIMIT");
        assertThat(type.fields().get(0).traits()).contains(Trait.CONSTANT);
        assertThat(type.fields().get(2).traits()).containsExactly(Trait.PUBLIC, Trait.STATIC, Trait.FINAL);
        assertThat(type.methods()).extracting(DocumentedMethod::name).containsExactly("text");
    }

    @Test
    void sealedClass_namesWhatItPermits() throws Exception {
        DocumentedType type = only("""
                public abstract sealed class X extends Thread implements Comparable<X> {
                    public static final class Second extends X {}
                    public static final class First extends X {}
                    public int compareTo(X other) { return 0; }
                }
                """);

        assertThat(type.traits()).containsExactly(Trait.PUBLIC, Trait.ABSTRACT, Trait.SEALED);
        assertThat(type.permitted()).containsExactly("x.X$First", "x.X$Second");
        assertThat(type.supertypes())
                .containsExactly(
                        new Named("java.lang.Thread", List.of()),
                        list("java.lang.Comparable", new Named("x.X", List.of())));
        assertThat(type.methods())
                .extracting(method -> method.name() + method.descriptor())
                .containsExactly("<init>()V", "compareTo(Lx/X;)I");
    }

    @Test
    void annotation_isReadWithThoseThatStandOnIt() throws Exception {
        DocumentedType type = only("""
                @Deprecated
                @java.lang.annotation.Documented
                public @interface X { int value() default 1; }
                """);

        assertThat(type.kind()).isEqualTo(TypeKind.ANNOTATION);
        assertThat(type.traits()).containsExactly(Trait.PUBLIC, Trait.DEPRECATED);
        assertThat(type.annotations()).containsExactly("java.lang.Deprecated", "java.lang.annotation.Documented");
        assertThat(type.methods()).extracting(DocumentedMethod::name).containsExactly("value");
    }

    @Test
    void constructorOfAnInnerClass_keepsItsOuterInstance() throws Exception {
        Path jar = source("public class X { public class Inner { public Inner(java.util.List<String> some) {} } }")
                .option("-parameters")
                .jar("x.jar");

        DocumentedMethod constructor =
                type(moduleAt(jar), "x.X$Inner").methods().get(0);

        assertThat(constructor.parameters())
                .extracting(NamedUse::type)
                .containsExactly(new Named("x.X", List.of()), new Named("java.util.List", List.of()));
    }

    private DocumentedType only(String text) throws Exception {
        return type(moduleAt(source(text).option("-parameters").jar("x.jar")), "x.X");
    }

    private ModuleSource source(String text) throws Exception {
        return ModuleSource.in(temporary)
                .file("module-info.java", "module x { exports x; }")
                .file("x/X.java", "package x; " + text);
    }

    private static Named list(String type, TypeUse argument) {
        return new Named(type, List.of(argument));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
