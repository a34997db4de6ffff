package dev.layers.internal.boundary;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/**
 * Where in a contract a value crosses, and every word about values that cannot.
 *
 * @param position which value it is of {@code where}
 * @param where the method or record, in quotes
 * @param inside whether it is but a part of that value
 */
record Place(String position, String where, boolean inside) {
    static Place argument(Method method, int index) {
        return new Place("argument " + (index + 1), quoted(TypeText.method(method)), false);
    }

    static Place result(Method method) {
        return new Place("the result", quoted(TypeText.method(method)), false);
    }

    static Place component(RecordComponent component) {
        return new Place(
                "component '" + component.getName() + "'",
                "record " + quoted(component.getDeclaringRecord().getName()),
                false);
    }

    /** Returns the place of a part of the value. */
    Place part() {
        return new Place(position, where, true);
    }

    String text() {
        return position + " of " + where;
    }

    /** Says why a value of {@code type} cannot cross here. */
    String refusal(Class<?> type, String reason) {
        return "Value of class '" + TypeText.of(type) + "' cannot cross " + (inside ? "in " : "as ") + text() + ": "
                + reason;
    }

    /** Says that the contract of {@code service} has no rule for a type here. */
    String problem(Class<?> service, String type, String reason) {
        return "Service '" + service.getName() + "': " + text() + " has type '" + type + "', which cannot cross: "
                + reason;
    }

    private static String quoted(String name) {
        return "'" + name + "'";
    }
}
