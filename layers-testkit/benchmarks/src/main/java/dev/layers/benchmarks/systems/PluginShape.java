package dev.layers.benchmarks.systems;

import dev.layers.testkit.ModuleSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a plug-in consists of, whatever system it is built for.
 *
 * @param name its name, which is also that of its package
 * @param classes how many classes it has; calling its operator loads at most fifty of them
 * @param isStarted whether it wants to be told when it starts
 * @param requires the plug-ins whose classes it uses
 */
public record PluginShape(String name, int classes, boolean isStarted, List<String> requires) {
    private static final int TOUCHED = 50;

    /** The lists are copied. */
    public PluginShape {
        requires = List.copyOf(requires);
    }

    /**
     * Returns a plug-in that stands alone.
     *
     * @param classes how many classes it has
     */
    public static PluginShape of(int classes) {
        return new PluginShape("bench.plugin", classes, false, List.of());
    }

    /**
     * Returns plug-ins that stand alone and differ in their names only.
     *
     * @param plugins how many
     * @param classes how many classes each has
     */
    public static List<PluginShape> numbered(int plugins, int classes) {
        return IntStream.range(0, plugins)
                .mapToObj(number -> of(classes).named(String.format(Locale.ROOT, "bench.m%04d", number)))
                .toList();
    }

    /** Returns the same plug-in with another name. */
    PluginShape named(String other) {
        return new PluginShape(other, classes, isStarted, requires);
    }

    /** Returns the same plug-in, told when it starts. */
    public PluginShape started() {
        return new PluginShape(name, classes, true, requires);
    }

    /** Returns what the operator answers to {@code text} if all classes that it touches were loaded, and it was started. */
    public String answer() {
        return "text" + (touched() + requires.size()) + (isStarted ? "started" : "");
    }

    /** Returns the name of the class that provides the operator. */
    String operator() {
        return name + ".Operator";
    }

    /** Returns the name of the class that is told of the start. */
    String life() {
        return name + ".Life";
    }

    /** Adds the operator and the classes beside it; {@code head} is what else the operator extends, {@code body} what it has. */
    ModuleSource fill(ModuleSource empty, String annotation, String head, String body) {
        ModuleSource source = empty;
        for (int number = 1; number < ordinary(); number++) {
            source = source.type(OrdinaryClass.text(name, number, ""));
        }
        return source.type("package " + name + "; " + annotation + " public class Operator"
                + " implements java.util.function.UnaryOperator<String>" + head + " { " + body
                + " public String apply(String text) { int loaded = 0; " + touches() + " return text + loaded"
                + (isStarted ? " + Life.state" : "") + "; } }");
    }

    /** Adds the operator and the classes beside it, which nothing else is asked of. */
    ModuleSource fill(ModuleSource empty) {
        return fill(empty, "", "", "");
    }

    /** Adds the class that is told of the start. */
    ModuleSource live(ModuleSource source, String head, String start) {
        return source.type("package " + name + "; public class Life " + head
                + " { static String state = \"\"; public void " + start + " { state = \"started\"; } }");
    }

    private int ordinary() {
        return isStarted ? classes - 1 : classes;
    }

    private int touched() {
        return Math.min(ordinary(), TOUCHED) - 1;
    }

    private String touches() {
        StringBuilder text = new StringBuilder(OrdinaryClass.uses(name, touched()));
        requires.forEach(other -> text.append(OrdinaryClass.uses(other, 1)));
        return text.toString();
    }
}
