package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Edge;
import dev.layers.docs.graph.ModuleGraph.Node;
import java.util.List;

/**
 * Where everything of a graph lies, in pixels from the upper left corner.
 *
 * @param frames around the contracts
 */
record Placement(List<Box> boxes, List<Route> routes, List<Area> frames, Area whole) {
    /** A node. */
    record Box(Node node, Label label, Area area) {}

    /** An edge: corners from the module to what it stands on. */
    record Route(Edge edge, List<Point> points) {}

    /** A place. */
    record Point(double x, double y) {}

    /** A rectangle. */
    record Area(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        Area grown(double by) {
            return new Area(x - by, y - by, width + 2 * by, height + 2 * by);
        }

        Area with(Area other) {
            double left = Math.min(x, other.x);
            double top = Math.min(y, other.y);
            return new Area(
                    left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
        }

        boolean meets(Area other) {
            boolean isBeside = right() <= other.x || other.right() <= x;
            return !isBeside && bottom() > other.y && other.bottom() > y;
        }
    }
}
