package dev.layers.internal.desired;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An object whose members are taken one by one, by key and type; what does not fit is a fault, and absent. */
final class Fields {
    private final Value.Members object;
    private final String route;
    private final Faults faults;
    private final Set<String> known = new TreeSet<>();

    private Fields(Value.Members object, String route, Faults faults) {
        this.object = object;
        this.route = route;
        this.faults = faults;
    }

    /** Returns {@code value} as an object, unless it is something else. */
    static Optional<Fields> of(Value value, String route, Faults faults) {
        if (value instanceof Value.Members members) {
            return Optional.of(new Fields(members, route, faults));
        }
        faults.add(value.location(), route, wrong(value, "an object"));
        return Optional.empty();
    }

    Location location() {
        return object.location();
    }

    /** Returns the way to the member {@code key}. */
    String route(String key) {
        return Route.member(route, key);
    }

    /** Returns where the value of {@code key} stands, or where the object does. */
    Location location(String key) {
        Value.Member member = object.members().get(key);
        return member == null ? object.location() : member.value().location();
    }

    /** Returns the value of {@code key}, which must be there. */
    Optional<Value> required(String key) {
        Optional<Value> value = value(key);
        if (value.isEmpty()) {
            faults.add(object.location(), route, "'" + key + "' is missing; add it");
        }
        return value;
    }

    Optional<Value> value(String key) {
        known.add(key);
        return Optional.ofNullable(object.members().get(key)).map(Value.Member::value);
    }

    Optional<String> requiredText(String key) {
        return required(key).flatMap(value -> text(value, route(key)));
    }

    Optional<String> text(String key) {
        return value(key).flatMap(value -> text(value, route(key)));
    }

    /**
     * Returns what {@code parsing} makes of the text of {@code key}.
     *
     * @param parsing throws an {@link IllegalArgumentException} that says what was found and wanted
     */
    <T> Optional<T> parsed(String key, Function<String, T> parsing) {
        return text(key).flatMap(text -> parsed(location(key), route(key), text, parsing));
    }

    <T> Optional<T> requiredParsed(String key, Function<String, T> parsing) {
        return requiredText(key).flatMap(text -> parsed(location(key), route(key), text, parsing));
    }

    Optional<Fields> object(String key) {
        return value(key).flatMap(value -> of(value, route(key), faults));
    }

    /** Returns what {@code reading} makes of each item of the array {@code key}; none if that is missing. */
    <T> List<T> items(String key, BiFunction<Value, String, Optional<T>> reading) {
        Optional<Value> value = value(key);
        List<T> items = new ArrayList<>();
        if (value.isPresent() && value.get() instanceof Value.Items array) {
            for (int index = 0; index < array.items().size(); index++) {
                reading.apply(array.items().get(index), Route.item(route(key), index))
                        .ifPresent(items::add);
            }
        } else {
            value.ifPresent(other -> faults.add(other.location(), route(key), wrong(other, "an array")));
        }
        return items;
    }

    /** Returns all keys, when any may stand there. */
    Set<String> keys() {
        return object.members().keySet();
    }

    /** Complains of keys that nobody asked for. */
    void end() {
        object.members().forEach((key, member) -> {
            if (!known.contains(key)) {
                faults.add(member.key(), route(key), "is no key here; wanted one of " + quoted(known));
            }
        });
    }

    Optional<String> text(Value value, String where) {
        if (value instanceof Value.Text text && !text.text().isBlank()) {
            return Optional.of(text.text());
        }
        String found = value instanceof Value.Text ? "is blank; wanted some text" : wrong(value, "a string");
        faults.add(value.location(), where, found);
        return Optional.empty();
    }

    <T> Optional<T> parsed(Location location, String where, String text, Function<String, T> parsing) {
        try {
            return Optional.of(parsing.apply(text));
        } catch (IllegalArgumentException malformed) {
            faults.add(location, where, String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
    }

    static String quoted(Set<String> words) {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
    }

    private static String wrong(Value value, String wanted) {
        return "is " + value.kind() + "; wanted " + wanted;
    }
}
