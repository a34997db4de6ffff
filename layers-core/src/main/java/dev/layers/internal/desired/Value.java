package dev.layers.internal.desired;

import java.util.List;
import java.util.Map;

/** A value of JSON and where it begins. */
sealed interface Value {
    Location location();

    /** Returns what it is, for messages. */
    String kind();

    /** An object; of a key that stands there twice the first is kept. */
    record Members(Location location, Map<String, Member> members) implements Value {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /** An array. */
    record Items(Location location, List<Value> items) implements Value {
        @Override
        public String kind() {
            return "an array";
        }
    }

    /** A string. */
    record Text(Location location, String text) implements Value {
        @Override
        public String kind() {
            return "a string";
        }
    }

    /** A number, {@code true}, {@code false} or {@code null}, none of which is ever wanted. */
    record Literal(Location location, String kind) implements Value {}

    /** A value and where its key stands. */
    record Member(Location key, Value value) {}
}
