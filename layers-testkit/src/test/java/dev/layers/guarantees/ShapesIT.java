package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services of any shape that Java allows, called through references by code that was compiled against them. */
class ShapesIT {
    private static final String SHAPES = """
            public interface Shapes extends Named, Source<String> {
                boolean flip(boolean value);
                byte next(byte value);
                short next(short value);
                char next(char value);
                int next(int value);
                long next(long value);
                float next(float value);
                double next(double value);
                double mix(byte a, long b, boolean c, double d, char e, float f, short g, int h, long i, double j);
                void nothing();
                int[] ints(int[] values);
                String[][] nested(String[][] values);
                String joined(String first, String... rest);
                String overloaded(Object value);
                String overloaded(String value);
                String overloaded(CharSequence value, int times);
                <T> T same(T value);
                <T extends Comparable<T>> T larger(T one, T other);
                String first();
                Kind kind(Kind kind);
                default String greeting() { return "host hears " + name(); }
                default String overridden() { return "of the contract"; }
                static String constant() { return "static"; }
                enum Kind { ONE, TWO { public String toString() { return "Two"; } } }
            }
            """;

    private static final String ACTOR = """
            package acme;
            import java.util.*;
            public class Actor implements own.Shapes {
                private int calls;
                public String name() { return "actor"; }
                public String first() { return "first"; }
                public boolean flip(boolean value) { return !value; }
                public byte next(byte value) { return (byte) (value + 1); }
                public short next(short value) { return (short) (value + 1); }
                public char next(char value) { return (char) (value + 1); }
                public int next(int value) { return value + 1; }
                public long next(long value) { return value + 1; }
                public float next(float value) { return value + 1; }
                public double next(double value) { return value + 1; }
                public double mix(byte a, long b, boolean c, double d, char e, float f, short g, int h, long i, double j) {
                    return c ? a + b * 10 + d * 100 + e + f + g + h + i + j : 0;
                }
                public void nothing() { calls++; }
                public int[] ints(int[] values) { values[0] = 7; return new int[] {values.length, calls}; }
                public String[][] nested(String[][] values) { return new String[][] {{values[0][0], "more"}, {}}; }
                public String joined(String first, String... rest) { return first + Arrays.toString(rest); }
                public String overloaded(Object value) { return "object"; }
                public String overloaded(String value) { return "string"; }
                public String overloaded(CharSequence value, int times) { return "characters " + times; }
                public <T> T same(T value) { return value; }
                public <T extends Comparable<T>> T larger(T one, T other) { return one.compareTo(other) > 0 ? one : other; }
                public Kind kind(Kind kind) { return kind == Kind.ONE ? Kind.TWO : Kind.ONE; }
                public String overridden() { return "of the module"; }
            }
            """;

    /** Whose names are those of what stands behind references. */
    private static final String INTERNALS = """
            public interface Internals {
                String target();
                String way();
                String texts();
                String enter(String text);
                String cut();
                boolean equals(String other);
                String toString(int radix);
                int hashCode(int seed);
                String link();
                String run();
                String getClass(String name);
                String finalize(int way);
            }
            """;

    private static final String INSIDER = """
            package acme;
            public class Insider implements own.Internals {
                public String target() { return "target"; }
                public String way() { return "way"; }
                public String texts() { return "texts"; }
                public String enter(String text) { return "enter " + text; }
                public String cut() { return "cut"; }
                public boolean equals(String other) { return other.equals("me"); }
                public String toString(int radix) { return "radix " + radix; }
                public int hashCode(int seed) { return seed; }
                public String link() { return "link"; }
                public String run() { return "run"; }
                public String getClass(String name) { return name; }
                public String finalize(int way) { return "finalize " + way; }
            }
            """;

    @TempDir
    Path directory;

    @Test
    @DisplayName(
            "G16 A reference has every method of its service: overloads, defaults, generics, bridges, arrays, primitives")
    void reference_hasEveryMethod() {
        OwnContract own = OwnContract.of(
                directory,
                "public interface Source<T> { T first(); default T again() { return first(); } }",
                "public interface Named { Object name(); }",
                SHAPES.replace("String first();", "String first(); String name();"),
                caller("Shapes", """
                        answer.add(service.flip(true) + " " + service.next((byte) 127) + " " + service.next((short) 1)
                                + " " + service.next('a') + " " + service.next(Integer.MAX_VALUE) + " " + service.next(1L << 40)
                                + " " + service.next(0.5f) + " " + service.next(0.25));
                        answer.add(service.mix((byte) 1, 2L, true, 3.5, 'a', 0.5f, (short) 4, 5, 6L, 7.25));
                        service.nothing();
                        int[] numbers = {1, 2, 3};
                        answer.add(Arrays.toString(service.ints(numbers)));
                        answer.add(Arrays.deepToString(service.nested(new String[][] {{"one"}})));
                        answer.add(service.joined("a") + service.joined("b", "c", "d"));
                        answer.add(service.overloaded((Object) "x") + " " + service.overloaded("x") + " " + service.overloaded("x", 3));
                        answer.add(service.same("same") + service.<Integer>same(5) + service.same(null));
                        answer.add(service.larger("a", "b") + service.larger(2, 1));
                        answer.add(service.kind(Shapes.Kind.ONE) + " " + service.kind(Shapes.Kind.TWO));
                        answer.add(service.greeting() + ", " + service.overridden() + ", " + Shapes.constant());
                        Named named = service;
                        Source<String> source = service;
                        answer.add(named.name() + " " + service.name() + " " + source.first() + " " + source.again());
                        """));

        assertThat(answers(own, "Shapes", "Actor", ACTOR))
                .containsExactly(
                        "false -128 2 b -2147483648 1099511627777 1.5 1.25",
                        String.valueOf(1 + 20 + 350.0 + 'a' + 0.5f + 4 + 5 + 6 + 7.25),
                        "[3, 1]",
                        "[[one, more], []]",
                        "a[]b[c, d]",
                        "object string characters 3",
                        "same5null",
                        "b2",
                        "Two ONE",
                        "host hears actor, of the module, static",
                        "actor actor first first");
    }

    @Test
    @DisplayName("G16 A service may call its methods what the insides of references are called")
    void reference_hasNoMethodsOfItsOwn() {
        OwnContract own = OwnContract.of(directory, INTERNALS, caller("Internals", """
                        answer.add(service.target() + " " + service.way() + " " + service.texts() + " " + service.enter("it")
                                + " " + service.cut() + " " + service.link() + " " + service.run());
                        answer.add(service.equals("me") + " " + service.equals("you") + " " + service.equals((Object) "me"));
                        answer.add(service.toString(16) + " " + service.hashCode(3) + " " + service);
                        answer.add(service.getClass("name") + " " + service.finalize(1));
                        """));

        assertThat(answers(own, "Internals", "Insider", INSIDER))
                .containsExactly(
                        "target way texts enter it cut link run",
                        "true false false",
                        "radix 16 3 reference to acme.Insider of chat#1",
                        "name finalize 1");
    }

    @Test
    @DisplayName(
            "G11 A type in a signature that is not public is refused when the contract is built, by method and name")
    void hiddenTypeInASignature_isRefused() {
        OwnContract own = OwnContract.of(
                directory,
                "interface Hidden { void run(); }",
                "public interface Open { void take(Hidden hidden); Hidden give(); java.util.List<own.Hidden> all(); }");

        assertThatThrownBy(() ->
                        ServiceContract.builder().provides(own.type("Open")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Contract: 3 types in its signatures cannot cross the boundary; change them,"
                        + " or hand out the service direct:\n"
                        + "  Service 'own.Open': argument 1 of 'own.Open.take(own.Hidden)' has type 'own.Hidden', which cannot"
                        + " cross: it is not public in an exported package; make it public and export its package\n"
                        + "  Service 'own.Open': the result of 'own.Open.all()' has type 'List<own.Hidden>', which cannot"
                        + " cross: 'own.Hidden' in it cannot: it is not public in an exported package; make it public and"
                        + " export its package\n"
                        + "  Service 'own.Open': the result of 'own.Open.give()' has type 'own.Hidden', which cannot"
                        + " cross: it is not public in an exported package; make it public and export its package");
    }

    @Test
    @DisplayName("G16 A service may inherit methods from an interface that is not public")
    void methodsOfAHiddenParent_areCalled() {
        OwnContract own = OwnContract.of(
                directory,
                "interface Hidden { String name(); }",
                "public interface Open extends Hidden { }",
                caller("Open", "answer.add(service.name());"));

        assertThat(answers(own, "Open", "Actor", """
                        package acme; public class Actor implements own.Open { public String name() { return "actor"; } }
                        """)).containsExactly("actor");
    }

    /** Returns a class of the contract that calls its argument as {@code code} says. */
    private static String caller(String service, String code) {
        return "import java.util.*; public class Caller implements java.util.function.Function<Object, List<String>> {"
                + " public List<String> apply(Object given) { " + service + " service = (" + service + ") given;"
                + " List<Object> answer = new ArrayList<>();\n" + code
                + "\nreturn answer.stream().map(String::valueOf).toList(); } }";
    }

    @SuppressWarnings("unchecked")
    private List<String> answers(OwnContract own, String service, String provider, String source) {
        Path jar = own.module("chat", "own." + service + " with acme." + provider)
                .type(source)
                .toJar(directory.resolve("chat.jar"));
        ServiceContract contract =
                ServiceContract.builder().provides(own.type(service)).build();
        try (LayerManager manager = OwnContract.manager(contract).build()) {
            LoadedModule module = manager.load(jar);
            var caller = (Function<Object, List<String>>)
                    own.type("Caller").getConstructor().newInstance();
            List<String> answers = caller.apply(module.service(own.type(service)));
            assertThat(module.unload()).isClean();
            return answers;
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
