package dev.layers.internal.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.hprof.DumpWriter.Shape;
import dev.layers.internal.hprof.RootRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapAnalysisTest {
    private static final long HELD = 0x30000;

    @TempDir
    Path directory;

    private StagedDump dump;

    @BeforeEach
    void stage() {
        dump = new StagedDump(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void staticField_isToldFromItsClassDown(int idSize) throws Exception {
        StagedDump dump = new StagedDump(idSize).types(Map.of("chats", HELD)).loaders();
        dump.writer().array(HELD, StagedDump.ARRAY, 0, HELD + 0x100).instance(HELD + 0x100, StagedDump.CHAT);

        assertThat(lines(dump))
                .containsExactly(
                        "STRONG",
                        "CLASS  []",
                        "  class acme.Host STATIC_FIELD chats",
                        "  java.lang.Object[] ELEMENT 1",
                        "  acme.Chat* of chat#3 CLASS",
                        "  class acme.Chat* of chat#3 LOADER",
                        "  java.lang.ClassLoader 'chat#3'");
    }

    @Test
    void severalEntries_areAllTold_threadsAfterClassesBeforeFrames() throws Exception {
        dump.types(Map.of("chats", HELD)).loaders();
        dump.writer().instance(HELD, StagedDump.CHAT).instance(HELD + 8, StagedDump.CHAT);
        int thread = dump.thread(0x40000, "http-1", HELD + 8);
        dump.writer().root(RootRecord.JAVA_FRAME, HELD + 8, thread, 0).root(RootRecord.JNI_GLOBAL, StagedDump.LOADER);

        assertThat(lines(dump))
                .filteredOn(line -> !line.startsWith("  "))
                .containsExactly(
                        "STRONG",
                        "CLASS  []",
                        "THREAD http-1 [acme.Host.run(Host.java:30)]",
                        "JNI_GLOBAL  []",
                        "JAVA_FRAME http-1 [acme.Host.run(Host.java:30)]");
    }

    @Test
    void morePathsThanAskedFor_areSaidToBeThere() throws Exception {
        dump.types(Map.of("chats", HELD)).loaders();
        dump.writer().instance(HELD, StagedDump.CHAT).root(RootRecord.JNI_GLOBAL, StagedDump.LOADER);

        Holding holding =
                HeapAnalysis.of(dump.to(file()), List.of(7L), 1, new Patient()).get(7L);

        assertThat(holding.paths()).hasSize(2);
        assertThat(holding.wanted()).isEqualTo(1);
    }

    @Test
    void instancesOfOneClassInOneArray_areOnePath() throws Exception {
        dump.types(Map.of("chats", HELD)).loaders();
        long[] chats =
                IntStream.range(0, 50).mapToLong(i -> HELD + 0x100 + 8 * i).toArray();
        dump.writer().array(HELD, StagedDump.ARRAY, chats);
        Arrays.stream(chats).forEach(chat -> dump.writer().instance(chat, StagedDump.CHAT));

        assertThat(lines(dump)).filteredOn(line -> !line.startsWith("  ")).containsExactly("STRONG", "CLASS  []");
    }

    @Test
    void hiddenClass_isNotKeptByItsLoader() throws Exception {
        dump.types(Map.of()).loaders();
        dump.writer()
                .type(
                        0x50000,
                        new Shape(StagedDump.OBJECT, StagedDump.APP_LOADER, List.of(), List.of()),
                        Map.of("chat", StagedDump.LOADER));
        dump.writer().load(0x50000, "acme.Host$$Lambda+0x0000000080000200");

        assertThat(lines(dump)).containsExactly("UNREFERENCED");
    }

    @Test
    void classesAfterInstances_areKnownAllTheSame() throws Exception {
        dump.loaders();
        dump.writer().instance(HELD, StagedDump.NODE, 0, StagedDump.LOADER);
        dump.types(Map.of("chats", HELD));

        assertThat(lines(dump))
                .containsExactly(
                        "STRONG",
                        "CLASS  []",
                        "  class acme.Host STATIC_FIELD chats",
                        "  acme.Node FIELD item",
                        "  java.lang.ClassLoader 'chat#3'");
    }

    @Test
    void softReference_isSoft_andItsOtherFieldsAreStrong() throws Exception {
        dump.types(Map.of("chats", HELD)).loaders();
        dump.writer().instance(HELD, StagedDump.SOFT, StagedDump.LOADER, 0);

        StagedDump strong = new StagedDump(8).types(Map.of("chats", HELD)).loaders();
        strong.writer().instance(HELD, StagedDump.SOFT, 0, StagedDump.LOADER);

        assertThat(lines(dump)).contains("SOFT", "  java.lang.ref.SoftReference FIELD referent");
        assertThat(lines(strong)).contains("STRONG", "  java.lang.ref.SoftReference FIELD next");
    }

    @Test
    void weakReference_holdsNothing() throws Exception {
        dump.types(Map.of("chats", HELD)).loaders();
        dump.writer().instance(HELD, StagedDump.WEAK, StagedDump.LOADER, 0);

        assertThat(lines(dump)).containsExactly("UNREFERENCED");
    }

    @Test
    void whatWaitsForItsFinalizer_isFinalizable() throws Exception {
        dump.types(Map.of("queue", HELD)).loaders();
        dump.writer()
                .instance(HELD, StagedDump.FINAL, HELD + 0x100, 0)
                .instance(HELD + 0x100, StagedDump.NODE, 0, StagedDump.LOADER);

        assertThat(lines(dump))
                .containsExactly(
                        "FINALIZABLE", "FINALIZER  []", "  acme.Node FIELD item", "  java.lang.ClassLoader 'chat#3'");
    }

    @Test
    void classValue_isHidden() throws Exception {
        dump.types(Map.of()).loaders();
        dump.writer().instance(HELD, StagedDump.CLASS_VALUE_MAP, HELD + 0x100);
        dump.writer().array(HELD + 0x100, StagedDump.ARRAY, StagedDump.LOADER);

        assertThat(lines(dump))
                .containsExactly(
                        "HIDDEN",
                        "UNKNOWN  []",
                        "  java.lang.ClassValue$ClassValueMap FIELD cacheArray",
                        "  java.lang.Object[] ELEMENT 0",
                        "  java.lang.ClassLoader 'chat#3'");
    }

    @Test
    void danglingIds_areOverlooked() throws Exception {
        dump.types(Map.of("chats", 0x666L, "node", HELD)).loaders();
        dump.writer().root(RootRecord.JNI_GLOBAL, 0x777).instance(0x888, 0x999, 1, 2, 3);
        dump.writer().instance(HELD, StagedDump.NODE, 0xaaa, StagedDump.LOADER);

        assertThat(lines(dump)).contains("STRONG", "  class acme.Host STATIC_FIELD node");
    }

    @Test
    void markWithoutReferents_andNumbersNotInTheDump_areCollected() throws Exception {
        dump.types(Map.of()).loaders();

        assertThat(HeapAnalysis.of(dump.to(file()), List.of(8L), 3, new Patient()))
                .containsExactly(Map.entry(8L, new Holding(Holding.Kind.COLLECTED, List.of(), false)));
    }

    @Test
    void longChain_isToldWithoutItsMiddle() throws Exception {
        dump.types(Map.of("chain", HELD)).loaders();
        for (int i = 0; i < 1000; i++) {
            long node = HELD + 0x20L * i;
            dump.writer().instance(node, StagedDump.NODE, i == 999 ? 0 : node + 0x20, i == 999 ? StagedDump.LOADER : 0);
        }

        HeldPath path = HeapAnalysis.of(dump.to(file()), List.of(7L), 3, new Patient())
                .get(7L)
                .paths()
                .get(0);

        assertThat(path.omitted()).isEqualTo(1002 - HeldPath.HEAD - HeldPath.TAIL);
        assertThat(path.steps()).hasSize(HeldPath.HEAD + HeldPath.TAIL);
        assertThat(path.steps().get(HeldPath.HEAD - 1).label()).isEqualTo("next");
    }

    @Test
    void severalSegmentsAndOtherRecords_areReadOn() throws Exception {
        dump.types(Map.of("chats", HELD))
                .writer()
                .segment()
                .record(0x1c, new byte[0])
                .record(0x99, new byte[5]);
        dump.loaders().writer().segment().record(0x0e, new byte[6]);
        dump.writer().instance(HELD, StagedDump.CHAT);

        assertThat(lines(dump)).contains("STRONG", "  class acme.Host STATIC_FIELD chats");
    }

    @Test
    void gzip_isReadAsOneOrManyMembers() throws Exception {
        dump.types(Map.of("chats", HELD)).loaders().writer().instance(HELD, StagedDump.CHAT);
        byte[] plain = dump.writer().end();
        Path file = file();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int start = 0; start < plain.length; start += 1000) {
                GZIPOutputStream member = new GZIPOutputStream(out);
                member.write(plain, start, Math.min(1000, plain.length - start));
                member.finish();
            }
        }

        Holding holding = HeapAnalysis.of(file, List.of(7L), 3, new Patient()).get(7L);

        assertThat(PathLines.of(holding)).contains("STRONG", "  acme.Chat* of chat#3 CLASS");
    }

    @Test
    void blankedTexts_areNoNames() throws Exception {
        dump.types(Map.of()).loaders();
        dump.writer().instance(HELD, StagedDump.CHAT);
        dump.thread(0x40000, "\0\0\0\0", HELD);

        assertThat(lines(dump))
                .contains("STRONG", "THREAD  [acme.Host.run(Host.java:30)]", "  java.lang.Thread FIELD target");
    }

    @Test
    void progress_goesUpInEachStage() throws Exception {
        dump.types(Map.of("chats", HELD)).loaders().writer().instance(HELD, StagedDump.CHAT);
        Patient patient = new Patient();

        HeapAnalysis.of(dump.to(file()), List.of(7L), 3, patient);

        List<String> stages = new ArrayList<>();
        int last = 0;
        for (String told : patient.told) {
            int percent = Integer.parseInt(told.substring(told.indexOf(' ') + 1));
            assertThat(percent).isBetween(percent == 0 ? 0 : last + 1, 100);
            last = percent;
            stages.add(told.substring(0, told.indexOf(' ')));
        }
        assertThat(stages.stream().distinct()).containsExactly("objects", "references", "paths", "labels");
    }

    private List<String> lines(StagedDump staged) throws Exception {
        return PathLines.of(HeapAnalysis.of(staged.to(file()), List.of(7L), 9, new Patient())
                .get(7L));
    }

    private Path file() throws IOException {
        return directory.resolve("heap.hprof");
    }
}
