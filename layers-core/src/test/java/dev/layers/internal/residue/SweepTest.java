package dev.layers.internal.residue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.TestJar;
import dev.layers.internal.woven.Mentions;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    private static final String PROPERTY = "acme.held";

    private final ClassLoader loader = new URLClassLoader(new URL[0], null);

    @TempDir
    Path directory;

    @AfterEach
    void forget() {
        System.getProperties().remove(PROPERTY);
        System.getProperties().remove(PROPERTY + "2");
    }

    @Test
    void nothingLeft_nothingIsTold() {
        Residue residue = sweep(Mentions.none());

        assertThat(residue.undone()).isEmpty();
        assertThat(residue.left()).isEmpty();
    }

    @Test
    void nothingLeft_ofUnseenCode_nothingIsTold() {
        Residue residue = sweep(Mentions.everything());

        assertThat(residue.undone()).isEmpty();
        assertThat(residue.left()).isEmpty();
    }

    @Test
    void systemProperty_isRemoved() {
        System.getProperties().put(PROPERTY, List.of(Map.of("key", Optional.of(loader))));

        Residue residue = sweep(Mentions.none());

        assertThat(residue.undone())
                .containsExactly("system property 'acme.held' held an java.net.URLClassLoader and was removed");
        assertThat(System.getProperties()).doesNotContainKey(PROPERTY);
    }

    @Test
    void systemProperty_ofOthers_stays() {
        System.getProperties().put(PROPERTY, List.of(new Object(), 17, new String[] {"text"}));

        Residue residue = sweep(Mentions.none());

        assertThat(residue.undone()).isEmpty();
        assertThat(System.getProperties()).containsKey(PROPERTY);
    }

    @Test
    void containerOfOthers_isNotLookedInto() {
        System.getProperties().put(PROPERTY, List.of(loader));
        System.getProperties().put(PROPERTY + "2", new BrokenEntries().held());

        Residue residue = sweep(Mentions.none());

        assertThat(residue.undone())
                .contains("system property 'acme.held' held an java.net.URLClassLoader and was removed");
        assertThat(residue.left()).isEmpty();
    }

    /** What a module names tells nothing here: its class needs no type of the JDK to be that of an MBean. */
    @Test
    void bean_thatTheHostRegistered_isUnregistered() throws Exception {
        Path classes = TestJar.empty()
                .source(
                        "package acme; public interface RoomMBean {}",
                        "package acme; public class Room implements RoomMBean {}")
                .writeDirectory(directory);
        URLClassLoader chat = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("acme:type=Room");
        server.registerMBean(chat.loadClass("acme.Room").getConstructor().newInstance(), name);

        Residue residue = sweep(chat, Mentions.none());

        assertThat(residue.undone()).containsExactly("MBean 'acme:type=Room' was unregistered");
        assertThat(server.isRegistered(name)).isFalse();
    }

    @Test
    void placesWhereNothingIs_areSkipped() {
        Sweep sweep = new Sweep(
                new Owner(loader, Mentions.none()),
                List.of(
                        place("empty", new Told("empty", () -> true)),
                        place("full", new Told("full", () -> false)),
                        place("failing", new Told("failing", () -> {
                            throw new IllegalStateException("odd");
                        }))));

        sweep.skipVain();
        sweep.run();

        assertThat(sweep.residue().undone()).containsExactly("full", "failing");
    }

    @Test
    void onlyEmptyPlaces_leaveNothingToRun() {
        Sweep sweep =
                new Sweep(new Owner(loader, Mentions.none()), List.of(place("empty", new Told("empty", () -> true))));

        sweep.skipVain();

        assertThat(sweep.isThrough()).isTrue();
    }

    @Test
    void propertyThatIsNoText_hasToBeSearched() {
        SystemProperties search = new SystemProperties();
        Owner owner = new Owner(loader, Mentions.none());
        boolean before = search.isVain(owner);

        System.getProperties().put(PROPERTY, List.of());

        assertThat(before).isTrue();
        assertThat(search.isVain(owner)).isFalse();
    }

    /** A search that tells that it ran. */
    private record Told(String name, BooleanSupplier vain) implements Search {
        @Override
        public void run(Owner owner, Residue residue) {
            residue.undone(name);
        }

        @Override
        public boolean isVain(Owner owner) {
            return vain.getAsBoolean();
        }
    }

    @Test
    void placeThatDoesNotEnd_leavesTheOthersToTheNextRun() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Sweep sweep = new Sweep(
                new Owner(loader, Mentions.none()),
                List.of(
                        place("first", (owner, residue) -> {
                            began.countDown();
                            end.await();
                            residue.undone("first");
                        }),
                        place("second", (owner, residue) -> residue.undone("second"))));
        Thread hung = new Thread(sweep::run);
        hung.start();
        began.await();

        boolean isThrough = sweep.isThrough();
        String place = sweep.place();
        sweep.run();

        assertThat(isThrough).isFalse();
        assertThat(place).isEqualTo("first");
        assertThat(sweep.isThrough()).isTrue();
        assertThat(sweep.residue().undone()).containsExactly("second");
        end.countDown();
        hung.join();
    }

    @Test
    void end_namesWhatWasNotSearched_andNobodyGoesOn() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Sweep sweep = new Sweep(
                new Owner(loader, Mentions.none()),
                List.of(
                        place("first", (owner, residue) -> {
                            began.countDown();
                            end.await();
                        }),
                        place("second", (owner, residue) -> residue.undone("second")),
                        place("third", (owner, residue) -> residue.undone("third"))));
        Thread hung = new Thread(sweep::run);
        hung.start();
        began.await();

        List<String> missed = sweep.end();
        end.countDown();
        hung.join();

        assertThat(missed).containsExactly("second", "third");
        assertThat(sweep.residue().undone()).isEmpty();
    }

    private static Sweep.Place place(String name, Search search) {
        return new Sweep.Place(name, null, "java.base", () -> search);
    }

    /** A container of others is not looked into. */
    private static final class BrokenEntries extends java.util.ArrayList<Object> {
        private static final long serialVersionUID = 1L;

        Object held() {
            return this;
        }

        @Override
        public java.util.stream.Stream<Object> stream() {
            throw new IllegalStateException("broken");
        }
    }

    private Residue sweep(Mentions mentions) {
        return sweep(loader, mentions);
    }

    private static Residue sweep(ClassLoader loader, Mentions mentions) {
        ForeignThreads threads = new ForeignThreads(thread -> false, ClassLoader.getSystemClassLoader());
        Sweep sweep = new Sweep(new Owner(loader, mentions), EarlierDefaults.whole(), threads);
        sweep.run();
        return sweep.residue();
    }
}
