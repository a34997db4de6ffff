package dev.layers.internal.desired;

import com.fasterxml.jackson.core.JsonLocation;

/** Where something stands in a file; both numbers begin at one, and the column counts characters. */
record Location(int line, int column) {
    static Location of(JsonLocation location) {
        return new Location(location.getLineNr(), location.getColumnNr());
    }

    /** Returns line and column as editors and terminals understand them behind the name of a file. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
