package dev.layers.benchmarks;

/** A calculator of the host itself. */
public class Sum implements Calculator {
    @Override
    public int add(int one, int other) {
        return one + other;
    }

    @Override
    public String greet(String name) {
        return name;
    }

    @Override
    public boolean take(Listener listener) {
        return false;
    }

    @Override
    public Listener same() {
        return () -> {};
    }

    @Override
    public Listener fresh() {
        return () -> {};
    }
}
