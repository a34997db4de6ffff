package dev.layers.internal.woven;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CellsTest {
    private final Cells cells = new Cells();

    @Test
    void cells_areEmptiedOnAllThreads() throws InterruptedException {
        ThreadCells values = new ThreadCells(new ThreadLocal<>(), cells);
        CountDownLatch filled = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        WeakReference<Object> other = fillOnThread(values, filled, end);
        filled.await();
        values.fill("own");

        cells.clear();

        Cell cell = values.current();
        assertThat(cell).isNotNull();
        assertThat(cell.content()).isSameAs(cell);
        assertThat(isCollected(other)).as("what the live thread held").isTrue();
        end.countDown();
    }

    @Test
    void cellOfAThreadLocalThatIsGone_isEmptied() {
        WeakReference<Object> value = fillAndDrop();

        assertThat(isCollected(value)).as("held by the thread").isFalse();
        cells.clear();
        assertThat(isCollected(value)).isTrue();
    }

    @Test
    void cellThatIsFilledAgain_isEmptiedAgain() {
        ThreadCells values = new ThreadCells(new ThreadLocal<>(), cells);
        values.fill("first");
        cells.clear();
        values.fill("second");

        cells.clear();

        Cell cell = values.current();
        assertThat(cell).isNotNull();
        assertThat(cell.content()).isSameAs(cell);
    }

    @Test
    void valuesOfTheJdk_areNotTold() {
        ThreadCells values = new ThreadCells(new ThreadLocal<>(), cells);
        values.fill("text");

        assertThat(cells.clear()).isEmpty();
    }

    @Test
    void cellsOfThreadsThatEnded_areForgotten() throws Exception {
        ThreadCells values = new ThreadCells(new ThreadLocal<>(), cells);
        for (int number = 0; number < 500; number++) {
            Thread thread = new Thread(() -> values.fill("value"));
            thread.start();
            thread.join();
        }

        until(() -> cells.size() == 0);

        assertThat(cells.size()).isZero();
    }

    @Test
    void setAndRemoveByTurns_needsOneCell() {
        ThreadCells values = new ThreadCells(new ThreadLocal<>(), cells);

        for (int round = 0; round < 1000; round++) {
            values.fill("value");
            values.empty();
        }

        assertThat(cells.size()).isEqualTo(1);
    }

    /** The thread holds the value until the end, by its thread-local alone. */
    private static WeakReference<Object> fillOnThread(ThreadCells values, CountDownLatch filled, CountDownLatch end) {
        Object[] value = {new Object()};
        WeakReference<Object> reference = new WeakReference<>(value[0]);
        Thread thread = new Thread(() -> {
            values.fill(value[0]);
            value[0] = "";
            filled.countDown();
            try {
                end.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return reference;
    }

    private WeakReference<Object> fillAndDrop() {
        Object value = new Object();
        new ThreadCells(new ThreadLocal<@Nullable Cell>(), cells).fill(value);
        return new WeakReference<>(value);
    }

    private static boolean isCollected(WeakReference<?> reference) {
        for (int request = 0; request < 5 && !reference.refersTo(null); request++) {
            System.gc();
        }
        return reference.refersTo(null);
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()
                && System.nanoTime() - start < Duration.ofSeconds(30).toNanos()) {
            System.gc();
            LockSupport.parkNanos(1_000_000);
        }
    }
}
