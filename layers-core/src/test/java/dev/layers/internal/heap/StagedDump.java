package dev.layers.internal.heap;

import dev.layers.internal.hprof.DumpWriter;
import dev.layers.internal.hprof.DumpWriter.Shape;
import dev.layers.internal.hprof.RootRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A dump of a host that sought a loader: what is written besides decides what holds that. */
final class StagedDump {
    static final long LOADER = 0x10000;
    static final long APP_LOADER = 0x10100;
    static final long OBJECT = 0x100;
    static final long STRING = 0x108;
    static final long LOADER_TYPE = 0x110;
    static final long APP_LOADER_TYPE = 0x118;
    static final long REFERENCE = 0x120;
    static final long WEAK = 0x128;
    static final long SOFT = 0x130;
    static final long FINAL = 0x138;
    static final long ARRAY = 0x140;
    static final long NODE = 0x148;
    static final long THREAD = 0x150;
    static final long CLASS_VALUE_MAP = 0x158;
    static final long CHAT = 0x160;
    static final long HOST = 0x168;
    static final long HIDDEN_HOST = 0x170;
    private static final long REFERENCES = 0x178;
    private static final long MARK = 0x180;

    private final DumpWriter writer;
    private int nextThread = 1;

    StagedDump(int idSize) {
        writer = new DumpWriter(idSize);
        load(OBJECT, "java.lang.Object");
        load(STRING, "java.lang.String");
        load(LOADER_TYPE, "java.lang.ClassLoader");
        load(APP_LOADER_TYPE, "jdk.internal.loader.ClassLoaders$AppClassLoader");
        load(REFERENCE, "java.lang.ref.Reference");
        load(WEAK, "java.lang.ref.WeakReference");
        load(SOFT, "java.lang.ref.SoftReference");
        load(FINAL, "java.lang.ref.FinalReference");
        load(ARRAY, "[Ljava.lang.Object;");
        load(NODE, "acme.Node");
        load(THREAD, "java.lang.Thread");
        load(CLASS_VALUE_MAP, "java.lang.ClassValue$ClassValueMap");
        load(CHAT, "acme.Chat");
        load(HOST, "acme.Host");
        load(HIDDEN_HOST, "acme.Host$$Lambda+0x0000000080000100");
        load(REFERENCES, "[Ljava.lang.ref.Reference;");
        load(MARK, "dev.layers.internal.heap.Sought");
    }

    private void load(long id, String name) {
        writer.load(id, name);
    }

    DumpWriter writer() {
        return writer;
    }

    /** Writes the classes; those of the host have these statics. */
    StagedDump types(Map<String, Long> statics) {
        type(OBJECT, 0, List.of());
        type(STRING, OBJECT, List.of("value"));
        type(LOADER_TYPE, OBJECT, List.of("name", "parent"));
        type(APP_LOADER_TYPE, LOADER_TYPE, List.of());
        type(REFERENCE, OBJECT, List.of("referent", "next"));
        type(WEAK, REFERENCE, List.of());
        type(SOFT, REFERENCE, List.of());
        type(FINAL, REFERENCE, List.of());
        type(ARRAY, OBJECT, List.of());
        type(NODE, OBJECT, List.of("next", "item"));
        type(THREAD, OBJECT, List.of("name", "target"));
        type(CLASS_VALUE_MAP, OBJECT, List.of("cacheArray"));
        type(REFERENCES, OBJECT, List.of());
        writer.type(MARK, new Shape(OBJECT, 0, List.of("references"), List.of("number")), Map.of());
        writer.type(CHAT, new Shape(OBJECT, LOADER, List.of(), List.of()), Map.of());
        writer.type(HOST, new Shape(OBJECT, APP_LOADER, List.of(), List.of()), statics);
        writer.type(HIDDEN_HOST, new Shape(OBJECT, APP_LOADER, List.of(), List.of()), Map.of());
        return this;
    }

    private void type(long id, long superclass, List<String> references) {
        writer.type(id, new Shape(superclass, 0, references, List.of()), Map.of());
    }

    /** Writes the loader that is sought, by the number 7, and the application's, which stays. */
    StagedDump loaders() {
        return loaders(0x20000);
    }

    private StagedDump loaders(long mark) {
        text(0x20100, "chat#3");
        writer.instance(LOADER, LOADER_TYPE, 0x20100, 0);
        writer.instance(APP_LOADER, APP_LOADER_TYPE, 0, 0);
        writer.root(RootRecord.STICKY_CLASS, OBJECT);
        writer.root(RootRecord.JNI_GLOBAL, APP_LOADER);
        writer.instance(mark, MARK, List.of(7L), mark + 8);
        writer.array(mark + 8, REFERENCES, mark + 16);
        writer.instance(mark + 16, WEAK, LOADER, 0);
        return this;
    }

    /** Writes a string and its characters. */
    StagedDump text(long id, String text) {
        writer.instance(id, STRING, id + 8);
        writer.bytes(id + 8, text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Writes a live thread with a stack of one frame; returns its serial number. */
    int thread(long id, String name, long target) {
        int number = nextThread++;
        text(id + 0x100, name);
        writer.frame(id + 0x200, "run", 14, 30).stack(number, id + 0x200);
        writer.instance(id, THREAD, id + 0x100, target);
        writer.root(RootRecord.THREAD_OBJECT, id, number, number);
        return number;
    }

    Path to(Path file) throws IOException {
        return Files.write(file, writer.end());
    }
}
