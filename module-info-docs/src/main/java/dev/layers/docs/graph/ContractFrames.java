package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.Placement.Area;
import dev.layers.docs.graph.Placement.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Frames around contracts, as few as there can be without another node inside. */
final class ContractFrames {
    private static final double MARGIN = 7;

    private ContractFrames() {}

    static List<Area> of(List<Box> boxes) {
        List<Area> frames = new ArrayList<>();
        boxes.stream()
                .filter(ContractFrames::isContract)
                .map(box -> box.area().grown(MARGIN))
                .sorted(Comparator.comparingDouble(Area::x).thenComparingDouble(Area::y))
                .forEach(frame -> join(frames, frame, boxes));
        return List.copyOf(frames);
    }

    private static boolean isContract(Box box) {
        return box.node().kind() == Kind.CONTRACT;
    }

    private static void join(List<Area> frames, Area frame, List<Box> boxes) {
        Optional<Area> neighbour = frames.stream()
                .filter(other -> isFree(other.with(frame), frames, other, boxes))
                .findFirst();
        neighbour.ifPresent(frames::remove);
        frames.add(neighbour.map(frame::with).orElse(frame));
    }

    private static boolean isFree(Area area, List<Area> frames, Area joined, List<Box> boxes) {
        boolean isAlone = boxes.stream()
                .filter(box -> !isContract(box))
                .noneMatch(box -> box.area().meets(area));
        return isAlone && frames.stream().filter(frame -> !frame.equals(joined)).noneMatch(area::meets);
    }
}
