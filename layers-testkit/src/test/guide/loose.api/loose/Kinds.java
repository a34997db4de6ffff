package loose;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One method for each way to cross. */
// @start region="kinds"
public interface Kinds {
    enum Level { LOW, HIGH }

    record Point(int x, int y) {}

    record Order(String item, List<Point> places) {}

    void plain(int number, String text, Instant time, Level level, Point point, byte[] bytes);

    void record(Order order);

    void service(Kinds other, Runnable task, Consumer<Point> listener);

    void snapshot(List<Order> orders, Map<String, Order> byName, Optional<Order> order, Order[] array);

    void later(Stream<Order> orders, CompletionStage<Order> order);

    void stream(InputStream bytes);

    void opaque(Object any, BigDecimal amount, Path file);

    void throwable(Exception failure);
}
// @end
