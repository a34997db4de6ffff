package dev.layers.others;

/** What the plug-ins of these tests provide. */
// @start region="contract"
public interface Greeter {
    String greet(String name);
}
// @end
