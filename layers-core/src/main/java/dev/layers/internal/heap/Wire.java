package dev.layers.internal.heap;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How what was found goes from one JVM to another. */
final class Wire {
    private Wire() {}

    static void write(Map<Long, Holding> holdings, DataOutputStream out) throws IOException {
        out.writeInt(holdings.size());
        for (Map.Entry<Long, Holding> entry : holdings.entrySet()) {
            out.writeLong(entry.getKey());
            write(entry.getValue(), out);
        }
    }

    private static void write(Holding holding, DataOutputStream out) throws IOException {
        write(holding.kind().name(), out);
        out.writeBoolean(holding.more());
        out.writeInt(holding.wanted());
        out.writeInt(holding.paths().size());
        for (HeldPath path : holding.paths()) {
            write(path, out);
        }
    }

    private static void write(HeldPath path, DataOutputStream out) throws IOException {
        write(path.root(), out);
        out.writeInt(path.omitted());
        out.writeInt(path.steps().size());
        for (HeapStep step : path.steps()) {
            write(step, out);
        }
        out.writeInt(path.others().size());
        for (HeldPath other : path.others()) {
            write(other, out);
        }
    }

    private static void write(HeapRoot root, DataOutputStream out) throws IOException {
        write(root.kind().name(), out);
        write(root.thread(), out);
        out.writeInt(root.frames().size());
        for (String frame : root.frames()) {
            write(frame, out);
        }
    }

    private static void write(HeapStep step, DataOutputStream out) throws IOException {
        write(step.type(), out);
        out.writeBoolean(step.isClass());
        write(step.loader(), out);
        out.writeBoolean(step.isTargets());
        write(step.link().name(), out);
        write(step.label(), out);
        write(step.note(), out);
    }

    static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static Map<Long, Holding> holdings(DataInputStream in) throws IOException {
        Map<Long, Holding> holdings = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            long number = in.readLong();
            holdings.put(number, holding(in));
        }
        return holdings;
    }

    private static Holding holding(DataInputStream in) throws IOException {
        Holding.Kind kind = Holding.Kind.valueOf(text(in));
        boolean more = in.readBoolean();
        int wanted = in.readInt();
        List<HeldPath> paths = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            paths.add(path(in));
        }
        return new Holding(kind, paths, more, wanted);
    }

    private static HeldPath path(DataInputStream in) throws IOException {
        HeapRoot.Kind kind = HeapRoot.Kind.valueOf(text(in));
        String thread = text(in);
        List<String> frames = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            frames.add(text(in));
        }
        int omitted = in.readInt();
        List<HeapStep> steps = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            steps.add(step(in));
        }
        List<HeldPath> others = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            others.add(path(in));
        }
        return new HeldPath(new HeapRoot(kind, thread, frames), steps, omitted, others);
    }

    private static HeapStep step(DataInputStream in) throws IOException {
        String type = text(in);
        boolean isClass = in.readBoolean();
        String loader = text(in);
        boolean isTargets = in.readBoolean();
        Link link = Link.valueOf(text(in));
        String label = text(in);
        return new HeapStep(type, isClass, loader, isTargets, link, label, text(in));
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
