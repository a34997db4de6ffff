package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import dev.layers.internal.reference.Way;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes records of one class over, by way of their components.
 *
 * <p>Only where every component crosses as it is does the record, too: an accessor may return a copy of what its field holds.
 */
final class RecordPassage implements Passage {
    private final RecordForm form;
    private Passage[] components = {};
    private boolean isPlain;

    private RecordPassage(RecordForm form) {
        this.form = form;
    }

    /** Makes the passage of {@code type} and those of its components; within itself a record meets its own passage. */
    static Passage create(Class<?> type, RecordForm form, List<Rule> components, Site site) {
        Passage known = site.records().get(type);
        if (known != null) {
            return known;
        }
        RecordPassage passage = new RecordPassage(form);
        site.records().put(type, passage);
        Site part = site.part();
        passage.components = components.stream().map(rule -> rule.at(part)).toArray(Passage[]::new);
        passage.isPlain = Arrays.stream(passage.components).allMatch(AS_IS::equals);
        return passage;
    }

    @Override
    public @Nullable Object pass(@Nullable Object value, Way way) {
        return value == null || isPlain ? value : rebuilt(value, (Direction) way);
    }

    private Object rebuilt(Object value, Direction way) {
        way.depth().enter(way);
        try {
            return form.create(components(value, way));
        } finally {
            way.depth().leave();
        }
    }

    private @Nullable Object[] components(Object value, Direction way) {
        @Nullable Object[] passed = new Object[components.length];
        for (int i = 0; i < passed.length; i++) {
            passed[i] = components[i].pass(form.component(value, i), way);
        }
        return passed;
    }
}
