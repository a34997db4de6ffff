package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.ExplanationPolicy;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LayerManagerBuilder;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.Verdict;
import dev.layers.retention.Hold;
import dev.layers.retention.Lasting;
import dev.layers.retention.Retention;
import dev.layers.retention.RetentionPath;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A retained generation is told with what holds it, from one heap dump that is gone afterwards. */
class ExplanationIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    private TestHost host;
    private Path dumps;

    @BeforeEach
    void createHost() throws Exception {
        host = TestHost.create(directory.resolve("host"));
        dumps = Files.createDirectory(directory.resolve("dumps"));
    }

    @AfterEach
    void letGo() throws Exception {
        host.close();
    }

    /** Keeps itself in {@code bot.Trace.LEFT}, in the place of the weak reference that belongs there. */
    private ModuleSource keeping() {
        return host.chat(
                "if (text.equals(\"drop\")) bot.Trace.LEFT.clear();" + " else bot.Trace.LEFT.add(this); return text;");
    }

    private LayerManagerBuilder manager() {
        return host.manager().explaining(ExplanationPolicy.heapDump().in(dumps));
    }

    @Test
    @DisplayName("G39 The report of a retained generation tells path, cause and what to do, and the dump is deleted")
    void report_isRetained_tellsWhatHoldsIt() throws Exception {
        Path jar = keeping().toJar(directory.resolve("chat.jar"));
        Set<String> stages = ConcurrentHashMap.newKeySet();
        List<String> permissions = new CopyOnWriteArrayList<>();

        try (LayerManager manager = manager()
                .listener(event -> {
                    if (event instanceof LayerEvent.Examining examining) {
                        stages.add(examining.generations() + " " + examining.stage());
                        permissions.addAll(permissionsOfDumps());
                    }
                })
                .build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("keep");
            UnloadReport report = module.unload();
            report.await(LONG);

            assertThat(told(report)).isEqualTo("""
                    chat#1 unloaded (UNLOAD, sha256 N): RETAINED, outlived N collections in T
                      held by: static field bot.Trace.LEFT keeps acme.Chat
                        to do: remove it there when the module is unloaded
                        from static field bot.Trace.LEFT
                          class bot.Trace .LEFT
                          java.util.concurrent.ConcurrentLinkedQueue .head
                          java.util.concurrent.ConcurrentLinkedQueue$Node .item
                          acme.Chat <class>
                          class acme.Chat <loader>
                          loader 'chat#1' (dev.layers.internal.layer.GenerationLoader)""");
            assertThat(retention(report).lasting()).isEqualTo(Lasting.STAYS);
            assertThat(stages).contains("1 dumping the heap").hasSizeGreaterThan(1);
            assertThat(permissions).isNotEmpty().containsOnly("rwx------");
            assertThat(dumps).isEmptyDirectory();

            forget();
            assertThat(module.unload().await(LONG)).containsInstanceOf(Verdict.Collected.class);
        }
    }

    @Test
    @DisplayName("G39 Managers that look at the same time tell each its own generation")
    void report_ofTwoManagersAtOnce_tellsEachItsOwn() throws Exception {
        Path one = keeping().toJar(directory.resolve("chat.jar"));
        Path other = host.chat("bot.Trace.LEFT.add(Chat.class); return text;").toJar(directory.resolve("other.jar"));

        try (LayerManager first = manager().build();
                LayerManager second = manager().build()) {
            LoadedModule kept = first.load(one);
            LoadedModule left = second.load(other);
            host.command(kept).apply("keep");
            host.command(left).apply("keep");
            CompletableFuture<UnloadReport> unload = CompletableFuture.supplyAsync(kept::unload);
            UnloadReport found = left.unload();
            found.await(LONG);
            unload.get().await(LONG);

            assertThat(causes(unload.get())).containsExactly("static field bot.Trace.LEFT keeps acme.Chat");
            assertThat(causes(found)).containsExactly("static field bot.Trace.LEFT keeps class acme.Chat");
        } finally {
            forget();
        }
        assertThat(dumps).isEmptyDirectory();
    }

    @Test
    @DisplayName("G39 Where no dump is made the report says why")
    void report_noDump_saysWhy() throws Exception {
        ExplanationPolicy.HeapDump dump = ExplanationPolicy.heapDump();

        Path jar = keeping().toJar(directory.resolve("chat.jar"));
        CompletableFuture<String> tooLarge = refused(jar, dump.in(dumps).upTo(1 << 20));
        CompletableFuture<String> missing = refused(jar, dump.in(directory.resolve("none")));
        CompletableFuture<String> late = refused(jar, dump.in(dumps).within(Duration.ZERO));
        CompletableFuture<String> none = refused(jar, ExplanationPolicy.none());

        assertThat(tooLarge.get())
                .matches("nobody looked what holds it: the heap uses \\d+ MB, and a dump is allowed up to 1 MB");
        assertThat(missing.get())
                .startsWith("nobody looked what holds it: no directory for a heap dump could be made in '"
                        + directory.resolve("none") + "': java.nio.file.NoSuchFileException: ");
        assertThat(late.get())
                .isEqualTo("nobody looked what holds it: the time that ExplanationPolicy allows was over");
        assertThat(none.get())
                .isEqualTo("nobody looked what holds it: ExplanationPolicy.none() allows no heap dump,"
                        + " ExplanationPolicy.heapDump() does");
        assertThat(dumps).isEmptyDirectory();
        forget();
    }

    @Test
    @DisplayName("G39 Closing the manager while the heap is dumped gives the explanation up, and the dump goes")
    void close_duringTheDump_givesUp() throws Exception {
        Path jar = keeping().toJar(directory.resolve("chat.jar"));
        CompletableFuture<LayerManager> opened = new CompletableFuture<>();
        CompletableFuture<UnloadReport> reported = new CompletableFuture<>();
        AtomicBoolean first = new AtomicBoolean(true);
        CompletableFuture<Thread> closing = new CompletableFuture<>();
        LayerManager manager = manager()
                .listener(event -> {
                    if (event instanceof LayerEvent.Examining && first.getAndSet(false)) {
                        Thread thread = new Thread(() -> opened.join().close());
                        thread.start();
                        closing.complete(thread);
                        reported.orTimeout(1, TimeUnit.MINUTES)
                                .join()
                                .verdict()
                                .orTimeout(1, TimeUnit.MINUTES)
                                .join();
                    }
                })
                .build();

        opened.complete(manager);
        LoadedModule module = manager.load(jar);
        host.command(module).apply("keep");
        reported.complete(module.unload());
        closing.get().join();

        assertThat(reported.get().await(LONG))
                .get()
                .extracting(verdict -> ((Verdict.Retained) verdict).retention())
                .isEqualTo(Retention.unexamined("nobody looked what holds it: the manager was closed"));
        Patience.until("the dump is deleted", () -> dumps.toFile().list().length == 0);
        forget();
    }

    private CompletableFuture<String> refused(Path jar, ExplanationPolicy policy) {
        return CompletableFuture.supplyAsync(() -> {
            try (LayerManager manager = host.manager().explaining(policy).build()) {
                return note(manager.load(jar));
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
    }

    private String note(LoadedModule module) throws InterruptedException {
        host.command(module).apply("keep");
        UnloadReport report = module.unload();
        report.await(LONG);
        Retention retention = retention(report);

        assertThat(retention.hold()).isEqualTo(Hold.UNEXAMINED);
        assertThat(retention.paths()).isEmpty();
        assertThat(report.text()).endsWith("\n  " + retention.notes().get(0));
        return retention.notes().get(0);
    }

    private void forget() throws Exception {
        ((java.util.Collection<?>) host.commandType()
                        .getClassLoader()
                        .loadClass("bot.Trace")
                        .getField("LEFT")
                        .get(null))
                .clear();
    }

    private List<String> permissionsOfDumps() {
        try (Stream<Path> entries = Files.list(dumps)) {
            return entries.map(ExplanationIT::permissions).toList();
        } catch (java.io.IOException gone) {
            return List.of();
        }
    }

    private static String permissions(Path entry) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(entry));
        } catch (java.io.IOException gone) {
            return "rwx------";
        }
    }

    private static Retention retention(UnloadReport report) {
        return ((Verdict.Retained)
                        report.verdict().orTimeout(1, TimeUnit.MINUTES).join())
                .retention();
    }

    private static List<String> causes(UnloadReport report) {
        return retention(report).paths().stream().map(RetentionPath::cause).toList();
    }

    /** Returns the text without the lines of the steps, and without what differs from run to run. */
    private static String told(UnloadReport report) {
        return report.text()
                .replaceAll("sha256 [0-9a-f]+", "sha256 N")
                // either end of the queue leads to its one entry
                .replaceAll("Queue \\.(head|tail)(\n +[a-zA-Z.]+Queue\\$Node \\.next)*", "Queue .head")
                .replaceAll("'chat#1@\\d+'", "'chat#1'")
                .replaceAll("outlived \\d+ collections in [^\n]+", "outlived N collections in T")
                .replaceAll("\n  (drain|hooks|registrations|threads|residue|release) [^\n]*", "");
    }
}
