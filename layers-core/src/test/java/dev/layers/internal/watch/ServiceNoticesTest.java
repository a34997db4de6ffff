package dev.layers.internal.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceNoticesTest {
    private static final Path ROOT = Path.of("/plugins");
    private static final Path CHILD = ROOT.resolve("m");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FakeWatchService service = new FakeWatchService();
    private final Notices notices = new ServiceNotices(service, service::register, Duration.ofMillis(1));

    @Test
    void events_areThoseOfTheChildrenTheyAreBelow_allAtOnce() {
        notices.follow(Place.root(ROOT, 1));
        notices.follow(Place.of(CHILD, CHILD.resolve("acme"), 2));

        service.tell(ROOT, ENTRY_CREATE, Path.of("a.jar"));
        service.tell(ROOT, ENTRY_MODIFY, Path.of("a.jar"));
        service.tell(CHILD.resolve("acme"), ENTRY_MODIFY, Path.of("A.class"));

        assertThat(notices.await(LONG))
                .isEqualTo(new News(Set.of(ROOT.resolve("a.jar"), CHILD), News.Extent.NOTHING_ELSE));
        assertThat(notices.await(Duration.ofMillis(1))).isEqualTo(News.none());
        assertThat(notices.text()).isEqualTo("followed by a watch service");
    }

    @Test
    void overflow_isEverything() {
        notices.follow(Place.root(ROOT, 1));

        service.tell(ROOT, OVERFLOW, null);

        assertThat(notices.await(LONG)).isEqualTo(News.everything());
    }

    @Test
    void rootIsLost_isTold_andItIsFollowedAnew() {
        notices.follow(Place.root(ROOT, 1));

        service.lose(ROOT);

        assertThat(notices.await(LONG)).isEqualTo(new News(Set.of(), News.Extent.DIRECTORY));
        notices.follow(Place.root(ROOT, 1));
        assertThat(service.registered).containsExactly(ROOT, ROOT);
    }

    @Test
    void sameDirectory_isFollowedOnce_anotherInItsPlaceAnew() {
        notices.follow(Place.of(CHILD, CHILD, 1));
        notices.follow(Place.of(CHILD, CHILD, 1));
        assertThat(service.registered).containsExactly(CHILD);

        notices.follow(Place.of(CHILD, CHILD, 2));

        assertThat(service.registered).containsExactly(CHILD, CHILD);
        assertThat(service.cancelled).isEqualTo(1);
        notices.forget(CHILD);
        assertThat(service.cancelled).isEqualTo(2);
    }

    @Test
    void registrationFails_theRestIsFollowed_andTheReasonIsTold() {
        service.failure = new IOException("User limit of inotify watches reached");
        notices.follow(Place.of(CHILD, CHILD, 1));
        service.failure = null;
        notices.follow(Place.root(ROOT, 1));

        assertThat(service.registered).containsExactly(ROOT);
        assertThat(notices.text())
                .isEqualTo("followed by a watch service, some directories polled alone,"
                        + " since User limit of inotify watches reached");
    }

    @Test
    void directories_areFollowedUpToANumber() {
        for (int number = 0; number <= ServiceNotices.MOST_DIRECTORIES; number++) {
            notices.follow(Place.of(CHILD, CHILD.resolve("d" + number), number));
        }
        notices.follow(Place.root(ROOT, 1));

        assertThat(service.registered)
                .hasSize(ServiceNotices.MOST_DIRECTORIES + 1)
                .endsWith(ROOT);
        assertThat(notices.text())
                .isEqualTo("followed by a watch service, some directories polled alone,"
                        + " since there are more than 1000 directories");
    }

    @Test
    void serviceFails_theDirectoryIsPolledAlone() throws IOException {
        notices.follow(Place.root(ROOT, 1));

        service.close();

        assertThat(notices.await(LONG)).isEqualTo(News.everything());
        notices.follow(Place.root(ROOT, 1));
        assertThat(notices.await(Duration.ofMillis(1))).isEqualTo(News.none());
        assertThat(notices.text()).isEqualTo("polled alone, since its watch service was closed");
    }

    @Test
    void close_endsTheWaiting() throws Exception {
        Thread waiting = new Thread(() -> notices.await(Duration.ofDays(1)));
        waiting.start();

        notices.close();
        waiting.join(60_000);

        assertThat(waiting.isAlive()).isFalse();
    }

    @Test
    void interrupt_isNoNews() {
        Thread.currentThread().interrupt();

        assertThat(notices.await(LONG)).isEqualTo(News.none());
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void silentNotices_closeEndsTheWaiting() throws Exception {
        Notices silent = new SilentNotices("nobody tells");
        Thread waiting = new Thread(() -> silent.await(Duration.ofDays(1)));
        waiting.start();

        silent.close();
        waiting.join(60_000);

        assertThat(waiting.isAlive()).isFalse();
        assertThat(silent.text()).isEqualTo("polled alone, since nobody tells");
    }
}
