package dev.layers.internal.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.layers.internal.hprof.DumpWriter.Shape;
import dev.layers.internal.hprof.RootRecord;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several ways are told, and what they say. */
class SeveralWaysTest {
    private static final long HELD = 0x30000;

    private final StagedDump dump = new StagedDump(8);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "Short, 9, 0007, 7",
        "Short, 9, fffe, -2",
        "Byte, 8, 09, 9",
        "Character, 5, 20ac, \u20ac",
        "Boolean, 4, 01, true"
    })
    void boxedKey_isToldAsItsValue(String type, int code, String value, String note) throws Exception {
        long box = 0x50000;
        dump.types(Map.of("chats", HELD)).loaders();
        dump.writer().load(box, "java.lang." + type);
        dump.writer().load(box + 16, "java.util.HashMap$Node");
        dump.writer()
                .boxed(box, code, box + 8, HexFormat.of().parseHex(value))
                .type(box + 16, new Shape(StagedDump.OBJECT, 0, List.of("key", "value"), List.of()), Map.of())
                .instance(HELD, box + 16, box + 8, HELD + 8)
                .instance(HELD + 8, StagedDump.CHAT);

        assertThat(lines()).contains("  java.util.HashMap$Node '" + note + "' FIELD value");
    }

    @Test
    void framesOfOneThread_areEachTold_thoseOfWhatIsSoughtOnce() throws Exception {
        dump.types(Map.of()).loaders();
        int thread = dump.thread(0x40000, "http-1", 0);
        long own = 0x40300;
        dump.writer().frame(own, "answer", 13, 5).frame(own + 8, "ask", 14, 6).stack(9, own, own, own + 8);
        for (long id = HELD; id < HELD + 32; id += 8) {
            dump.writer().instance(id, StagedDump.CHAT);
        }
        dump.writer().array(HELD + 64, StagedDump.ARRAY, HELD + 24);
        dump.writer().root(RootRecord.THREAD_OBJECT, 0x40000, thread, 9);
        dump.writer()
                .root(RootRecord.JAVA_FRAME, HELD, thread, 0)
                .root(RootRecord.JAVA_FRAME, HELD + 8, thread, 1)
                .root(RootRecord.JAVA_FRAME, HELD + 16, thread, 2)
                .root(RootRecord.JAVA_FRAME, HELD + 64, thread, 2);

        assertThat(lines()).filteredOn(line -> !line.startsWith("  ")).hasSize(4);
    }

    @Test
    void sharedHolder_isToldWithWhatElseLeadsToIt() throws Exception {
        Map<String, Long> statics = new LinkedHashMap<>();
        statics.put("first", HELD);
        statics.put("second", HELD + 8);
        dump.types(statics).loaders();
        sharedNode();

        List<HeldPath> paths = HeapAnalysis.of(dump.to(directory.resolve("heap.hprof")), List.of(7L), 9, new Patient())
                .get(7L)
                .paths();

        assertThat(paths).hasSize(1);
        assertThat(paths.get(0).steps()).extracting(HeapStep::label).startsWith("first", "0", "item");
        assertThat(paths.get(0).others()).hasSize(1);
        assertThat(paths.get(0).others().get(0).steps())
                .extracting(HeapStep::type, HeapStep::label)
                .containsExactly(
                        tuple("acme.Host", "second"), tuple("java.lang.Object[]", "0"), tuple("acme.Shared", ""));
    }

    /** An object of the host in two arrays; what it leads to refers back to it, and is no way to it. */
    private void sharedNode() {
        long shared = 0x60000;
        dump.writer().load(shared, "acme.Shared");
        dump.writer()
                .type(
                        shared,
                        new Shape(StagedDump.OBJECT, StagedDump.APP_LOADER, List.of("item", "back"), List.of()),
                        Map.of())
                .array(HELD, StagedDump.ARRAY, HELD + 16)
                .array(HELD + 8, StagedDump.ARRAY, HELD + 16)
                .instance(HELD + 16, shared, HELD + 24, HELD + 32)
                .array(HELD + 32, StagedDump.ARRAY, HELD + 16)
                .instance(HELD + 24, StagedDump.CHAT);
    }

    @Test
    void holderInOnePlace_isReachedInNoOtherWay() throws Exception {
        dump.types(Map.of("first", HELD)).loaders();
        sharedNode();

        assertThat(HeapAnalysis.of(dump.to(directory.resolve("heap.hprof")), List.of(7L), 9, new Patient())
                        .get(7L)
                        .paths())
                .hasSize(1)
                .allSatisfy(path -> assertThat(path.others()).isEmpty());
    }

    @Test
    void staticsOfOneClassWithOneObject_areBothNamed() throws Exception {
        Map<String, Long> statics = new LinkedHashMap<>();
        statics.put("first", HELD);
        statics.put("second", HELD);
        dump.types(statics).loaders().writer().instance(HELD, StagedDump.CHAT);

        assertThat(lines()).contains("  class acme.Host STATIC_FIELD first and second");
    }

    private List<String> lines() throws Exception {
        return PathLines.of(HeapAnalysis.of(dump.to(directory.resolve("heap.hprof")), List.of(7L), 9, new Patient())
                .get(7L));
    }
}
