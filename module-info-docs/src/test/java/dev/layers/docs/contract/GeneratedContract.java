package dev.layers.docs.contract;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Contracts with signatures that nobody would think of, from a number each. */
final class GeneratedContract {
    static final List<String> SERVICES = List.of("own.First", "own.Second", "own.hidden.Third");

    private static final int METHODS = 150;
    private static final int DEEPEST = 3;

    private static final List<String> LEAVES = List.of(
            "int",
            "long[]",
            "String",
            "Object",
            "Number",
            "Integer",
            "java.math.BigDecimal",
            "java.time.Instant",
            "java.net.URI",
            "java.net.URL",
            "java.util.UUID",
            "java.util.Date",
            "java.io.File",
            "java.nio.file.Path",
            "Thread",
            "Runnable",
            "java.io.InputStream",
            "java.io.OutputStream",
            "Exception",
            "IllegalStateException",
            "Class<?>",
            "CharSequence",
            "java.util.concurrent.TimeUnit",
            "java.util.logging.Logger",
            "java.util.concurrent.Executor",
            "AutoCloseable",
            "java.util.concurrent.locks.Lock",
            "java.util.EventObject",
            "java.util.EventListener",
            "java.sql.Connection",
            "java.sql.Timestamp",
            "java.util.List",
            "java.util.stream.IntStream",
            "java.awt.event.ActionListener",
            "java.beans.PropertyChangeListener",
            "javax.swing.event.ChangeListener",
            "java.util.logging.Filter",
            "Mood",
            "Item",
            "Tree",
            "Money",
            "Num",
            "Counter",
            "Actor",
            "Base",
            "Leaf",
            "Shape",
            "Signal",
            "Odd",
            "Own",
            "Mark",
            "Secret",
            "Listener",
            "Box<String>",
            "Pair<Mood, Item>",
            "Outer.Inner",
            "Outer.Hidden2",
            "Ordering",
            "Failure",
            "own.hidden.Unseen",
            "Limited<Mood>",
            "Mood[]",
            "Item[][]",
            "Shape[]",
            "Signal[]",
            "T",
            "T[]",
            "S",
            "Lister");

    private static final List<String> GENERIC = List.of(
            "java.util.List",
            "java.util.Set",
            "java.util.Collection",
            "java.util.Optional",
            "java.util.ArrayList",
            "java.util.function.Supplier",
            "java.util.function.Consumer",
            "java.util.stream.Stream",
            "Iterable",
            "java.util.concurrent.CompletionStage",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.Future",
            "java.util.concurrent.Flow.Publisher",
            "java.util.Deque",
            "Comparable",
            "Box",
            "java.util.concurrent.Callable",
            "ThreadLocal",
            "java.util.concurrent.atomic.AtomicReference");

    private static final String TYPES = """
            package own;
            import java.util.*;
            public class Types {}
            enum Hidden0 { A }
            """;

    private static final Map<String, String> FIXED = Map.ofEntries(
            type("enum Mood { GOOD, BAD { public String toString() { return \"bad\"; } } }"),
            type("record Item(String name, int count, Mood mood) {}"),
            type("record Tree(Tree left, Tree right, int[] data) {}"),
            type("final class Money { private final long cents = 1; private final Item item = null; }"),
            type("final class Num extends Number { private final int value = 1; public int intValue() { return 1; }"
                    + " public long longValue() { return 1; } public float floatValue() { return 1; }"
                    + " public double doubleValue() { return 1; } }"),
            type("final class Counter { private int count; }"),
            type(
                    "final class Actor implements Comparator<String> { public int compare(String a, String b) { return 0; } }"),
            type("abstract class Base { private final String name = \"\"; }"),
            type("final class Leaf extends Base implements Comparable<Leaf> { private final Mood mood = null;"
                    + " public int compareTo(Leaf other) { return 0; } }"),
            type("sealed interface Shape permits Circle, Square {}"),
            type("record Circle(int radius) implements Shape {}"),
            type("record Square(int side) implements Shape {}"),
            type("sealed interface Signal permits Joined, Left2 {}"),
            type("record Joined(Listener listener) implements Signal {}"),
            type("enum Left2 implements Signal { LEFT }"),
            type("sealed interface Odd permits Strange {}"),
            type("final class Strange implements Odd {}"),
            type("record Own(List<Own> owns, Object note, Signal signal) {}"),
            type("@interface Mark {}"),
            type("interface Listener { void heard(String text, Own own); default Listener self() { return this; } }"),
            type("record Box<T>(T value) {}"),
            type("record Pair<A, B>(A first, B second) {}"),
            type("record Limited<M extends Mood>(M mood) {}"),
            type("class Outer { public record Inner(int x) {} static class Hidden1 { public record Deep(int y) {} }"
                    + " protected interface Hidden2 { void run(); } }"),
            type("interface Ordering extends Comparator<Item>, AutoCloseable { String name(); }"),
            type("interface Lister extends java.util.ListIterator<Item> {}"),
            type("class Failure extends RuntimeException {}"),
            type(
                    "interface Generic<A, B extends Listener> { A one(B b); List<? extends A> many(Map<A, ? super B> map); }"),
            Map.entry("own/Secret.java", "package own; class Secret2 {} class Secret {}"),
            Map.entry("own/hidden/Unseen.java", "package own.hidden; public interface Unseen { void run(); }"),
            Map.entry("own/Types.java", TYPES));

    private final Random random;

    private GeneratedContract(long seed) {
        this.random = new Random(seed);
    }

    static Map<String, String> files(long seed) {
        GeneratedContract contract = new GeneratedContract(seed);
        return Stream.concat(
                        FIXED.entrySet().stream(),
                        Stream.of(
                                contract.service("First", " extends Generic<String, Listener>"),
                                contract.service("Second", " extends java.util.concurrent.Callable<Mood>"),
                                Map.entry(
                                        "own/hidden/Third.java",
                                        "package own.hidden; public interface Third { own.First first(); }")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<String, String> type(String declaration) {
        String name = declaration.replaceAll("^.*?(?:enum|record|class|@?interface) (\\w+).*$", "$1");
        String modifier = "";
        return Map.entry("own/" + name + ".java", "package own; import java.util.*; public " + modifier + declaration);
    }

    private Map.Entry<String, String> service(String name, String parents) {
        String methods = IntStream.range(0, METHODS).mapToObj(this::method).collect(Collectors.joining("\n"));
        return Map.entry(
                "own/" + name + ".java",
                "package own; public interface " + name + parents + " {\n" + methods + "\n}\n");
    }

    private String method(int number) {
        Supplier<String> parameter = () -> type(0);
        String parameters = IntStream.range(0, random.nextInt(3))
                .mapToObj(index -> parameter.get() + " p" + index)
                .collect(Collectors.joining(", "));
        String result = random.nextInt(4) == 0 ? "void" : type(0);
        return "<T extends Listener, S> " + result + " m" + number + "(" + parameters + ");";
    }

    private String type(int depth) {
        int choice = depth >= DEEPEST ? 9 : random.nextInt(10);
        if (choice < 3) {
            return one(GENERIC) + "<" + argument(depth) + ">";
        }
        if (choice == 3) {
            return "java.util.Map<" + argument(depth) + ", " + argument(depth) + ">";
        }
        return choice == 4 ? type(depth + 1) + "[]" : one(LEAVES);
    }

    private String argument(int depth) {
        String type = type(depth + 1);
        String boxed = type.equals("int") ? "Integer" : type;
        return switch (random.nextInt(5)) {
            case 0 -> "? extends " + boxed;
            case 1 -> "? super " + boxed;
            case 2 -> random.nextInt(3) == 0 ? "?" : boxed;
            default -> boxed;
        };
    }

    private String one(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
