package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The types that contain others; in the order in which a value of unknown type is asked for them. */
enum ContainerKind {
    LIST(List.class, elements -> new CollectionPassage(List.class, elements.get(0))),
    SET(Set.class, elements -> new CollectionPassage(Set.class, elements.get(0))),
    COLLECTION(Collection.class, elements -> new CollectionPassage(Collection.class, elements.get(0))),
    MAP(Map.class, elements -> new MapPassage(elements.get(0), elements.get(1))),
    ENTRY(Map.Entry.class, elements -> new EntryPassage(elements.get(0), elements.get(1))),
    OPTIONAL(Optional.class, elements -> new OptionalPassage(elements.get(0))),
    FUTURE(CompletableFuture.class, elements -> new StagePassage(CompletableFuture.class, elements.get(0))),
    STAGE(CompletionStage.class, elements -> new StagePassage(CompletionStage.class, elements.get(0))),
    STREAM(Stream.class, elements -> new StreamPassage(elements.get(0))),
    INT_STREAM(IntStream.class, elements -> new PrimitiveStreamPassage()),
    LONG_STREAM(LongStream.class, elements -> new PrimitiveStreamPassage()),
    DOUBLE_STREAM(DoubleStream.class, elements -> new PrimitiveStreamPassage()),
    INPUT(InputStream.class, elements -> new InputStreamPassage()),
    OUTPUT(OutputStream.class, elements -> new OutputStreamPassage());

    private final Class<?> type;

    @SuppressWarnings("ImmutableEnumChecker") // none of them captures anything
    private final Function<List<? extends Passage>, Passage> passage;

    ContainerKind(Class<?> type, Function<List<? extends Passage>, Passage> passage) {
        this.type = type;
        this.passage = passage;
    }

    static Optional<ContainerKind> declared(Class<?> raw) {
        return Arrays.stream(values()).filter(kind -> kind.type == raw).findFirst();
    }

    /** Returns the first kind whose type objects of {@code type} have. */
    static Optional<ContainerKind> nearest(Class<?> type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isAssignableFrom(type))
                .findFirst();
    }

    Class<?> type() {
        return type;
    }

    Passage passage(List<? extends Passage> elements) {
        return passage.apply(elements);
    }
}
