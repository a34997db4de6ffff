package dev.layers.benchmarks.load;

import dev.layers.benchmarks.systems.Plugin;
import dev.layers.benchmarks.systems.PluginShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is loaded and called. */
public enum Work {
    /** A plug-in of five classes. */
    SMALL("5 classes", 20, List.of(PluginShape.of(5))),
    /** The same with something that wants to be told of the start. */
    START_HOOK("5 classes, start hook", 20, List.of(PluginShape.of(5).started())),
    /** A plug-in of fifty classes, all of them touched. */
    MEDIUM("50 classes", 15, List.of(PluginShape.of(50))),
    /** A plug-in of five hundred classes, of which fifty are touched. */
    LARGE("500 classes, 50 touched", 10, List.of(PluginShape.of(500))),
    /** A plug-in and twenty that use its classes. */
    DEPENDENTS("one with 20 dependents", 5, dependents());

    private static final int SMALL_SIZE = 5;

    private final String label;
    private final int loadsPerCollection;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<PluginShape> shapes;

    Work(String label, int loadsPerCollection, List<PluginShape> shapes) {
        this.label = label;
        this.loadsPerCollection = loadsPerCollection;
        this.shapes = shapes;
    }

    /** Returns what it is called in tables. */
    public String label() {
        return label;
    }

    /** Returns the plug-ins, each after those that it requires. */
    public List<PluginShape> shapes() {
        return shapes;
    }

    /** Returns after how many loads garbage is collected, outside of what is measured. */
    public int loadsPerCollection() {
        return loadsPerCollection;
    }

    /** Calls plug-ins and returns what they answer. */
    static List<String> call(List<Plugin> plugins) {
        List<String> answers = new ArrayList<>();
        for (Plugin plugin : plugins) {
            answers.add(plugin.call("text"));
        }
        return answers;
    }

    /**
     * Fails unless every plug-in was loaded, started and called.
     *
     * @param answers what the calls answered
     */
    void check(List<String> answers) {
        List<String> wanted = shapes.stream().map(PluginShape::answer).toList();
        if (!answers.equals(wanted)) {
            throw new IllegalStateException(answers + " was answered instead of " + wanted);
        }
    }

    private static List<PluginShape> dependents() {
        PluginShape base = new PluginShape("bench.base", SMALL_SIZE, false, List.of());
        List<PluginShape> all = new ArrayList<>(List.of(base));
        IntStream.rangeClosed(1, 20)
                .mapToObj(
                        number -> new PluginShape("bench.dependent" + number, SMALL_SIZE, false, List.of(base.name())))
                .forEach(all::add);
        return List.copyOf(all);
    }
}
