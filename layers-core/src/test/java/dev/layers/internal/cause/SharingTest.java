package dev.layers.internal.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.heap.HeapRoot;
import dev.layers.internal.heap.HeapStep;
import dev.layers.internal.heap.HeldPath;
import dev.layers.internal.heap.Holding;
import dev.layers.internal.heap.Link;
import dev.layers.retention.Retention;
import dev.layers.retention.RetentionPath;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told where there are several paths. */
class SharingTest {
    private static final HeapStep CHAT = new HeapStep("acme.Chat", false, "", true, Link.CLASS, "", "");
    private static final HeapStep LOADER = new HeapStep("acme.ChatLoader", false, "", false, Link.END, "", "chat#1");

    @Test
    void framesOfOneThread_areEachTold_butNotThoseOfTheJdkBesideThem() {
        Retention found = strong(
                path(root(HeapRoot.Kind.JAVA_FRAME, "http", "java.lang.Thread.run(Thread.java:1)"), CHAT),
                path(root(HeapRoot.Kind.JAVA_FRAME, "http", "acme.Host.inner(Host.java:3)"), CHAT),
                path(root(HeapRoot.Kind.JAVA_FRAME, "http", "acme.Host.outer(Host.java:9)"), CHAT));

        assertThat(causes(found))
                .containsExactly(
                        "local variable of acme.Host.inner(Host.java:3) on thread 'http' is acme.Chat",
                        "local variable of acme.Host.outer(Host.java:9) on thread 'http' is acme.Chat");
    }

    @Test
    void sharedHolder_isNotedWithWhatElseLeadsToIt() {
        HeldPath other = new HeldPath(
                root(HeapRoot.Kind.CLASS, ""),
                List.of(
                        type("acme.Host", Link.STATIC_FIELD, "second"),
                        new HeapStep("acme.Session", false, "", false, Link.END, "", "")),
                0);
        HeldPath first = path(
                root(HeapRoot.Kind.CLASS, ""),
                type("acme.Host", Link.STATIC_FIELD, "first"),
                field("acme.Session", "attribute"),
                CHAT);

        Retention found = strong(new HeldPath(first.root(), first.steps(), 0, List.of(other)));

        assertThat(found.notes())
                .containsExactly("acme.Session .attribute is what keeps it: static field acme.Host.second leads to that"
                        + " object too, so have the object itself let go");
    }

    @Test
    void cut_comesAfterTheRanking_andLeavesWhatStays() {
        HeldPath frame = path(root(HeapRoot.Kind.JAVA_FRAME, "http", "acme.Host.run(Host.java:3)"), CHAT);
        HeldPath field = path(root(HeapRoot.Kind.CLASS, ""), type("acme.Host", Link.STATIC_FIELD, "first"), CHAT);

        Retention found = Causes.of(new Holding(Holding.Kind.STRONG, List.of(frame, field), false, 1));

        assertThat(causes(found)).containsExactly("static field acme.Host.first keeps acme.Chat");
        assertThat(found.notes()).containsExactly("more paths lead to it than are told");
    }

    private static Retention strong(HeldPath... paths) {
        return Causes.of(new Holding(Holding.Kind.STRONG, List.of(paths), false));
    }

    private static List<String> causes(Retention retention) {
        return retention.paths().stream().map(RetentionPath::cause).toList();
    }

    private static HeldPath path(HeapRoot root, HeapStep... steps) {
        return new HeldPath(
                root, Stream.concat(Stream.of(steps), Stream.of(LOADER)).toList(), 0);
    }

    private static HeapRoot root(HeapRoot.Kind kind, String thread, String... frames) {
        return new HeapRoot(kind, thread, List.of(frames));
    }

    private static HeapStep field(String type, String label) {
        return new HeapStep(type, false, "", false, Link.FIELD, label, "");
    }

    private static HeapStep type(String type, Link link, String label) {
        return new HeapStep(type, true, "", false, link, label, "");
    }
}
