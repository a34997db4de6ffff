package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import dev.layers.internal.reference.Way;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The passage of one kind of container; null passes as it is. */
abstract class ContainerPassage implements Passage {
    /** The JDK's own classes whose objects hold nothing but their elements and never change. */
    private static final Set<Class<?>> IMMUTABLE = Set.of(
            List.of().getClass(),
            List.of(0).getClass(),
            Set.of().getClass(),
            Set.of(0).getClass(),
            Map.of().getClass(),
            Map.of(0, 0).getClass(),
            Map.entry(0, 0).getClass());

    @Override
    public final @Nullable Object pass(@Nullable Object value, Way way) {
        return value == null ? null : converted(value, (Direction) way);
    }

    private Object converted(Object value, Direction way) {
        way.depth().enter(way);
        try {
            return convert(value, way);
        } finally {
            way.depth().leave();
        }
    }

    abstract Object convert(Object value, Direction way);

    /** Returns whether {@code container} may cross itself if all its elements do. */
    static boolean isImmutable(Object container) {
        return IMMUTABLE.contains(container.getClass());
    }
}
