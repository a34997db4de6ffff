package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Tie;
import dev.layers.docs.graph.Placement.Point;
import dev.layers.docs.graph.Placement.Route;
import java.util.List;
import java.util.Locale;

/** The line of an edge with the head that tells its tie, also without colours. */
final class SvgEdge {
    private static final double RADIUS = 6;

    private SvgEdge() {}

    static void draw(Route route, SvgText svg) {
        Tie tie = route.edge().tie();
        svg.open("g", "class", "edge " + cssClass(tie));
        svg.element(
                "title",
                route.edge().from() + " " + words(tie) + " " + route.edge().to());
        strokes(tie, route.points(), svg);
        svg.close("g");
    }

    /** Draws the line and its head only. */
    static void strokes(Tie tie, List<Point> points, SvgText svg) {
        Point tip = points.get(points.size() - 1);
        Point before = points.get(points.size() - 2);
        double sign = tip.x() < before.x() ? -1 : 1;
        Point end = new Point(tip.x() - sign * covered(tie), tip.y());
        svg.empty("path", "class", "line", "d", line(points, end));
        svg.empty("path", "class", "head", "d", head(tie), "transform", place(tip, sign));
    }

    static String cssClass(Tie tie) {
        return tie.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String words(Tie tie) {
        return switch (tie) {
            case REQUIRES -> "requires";
            case TRANSITIVE -> "requires transitive";
            case STATIC -> "requires static";
            case STATIC_TRANSITIVE -> "requires static transitive";
            case PROVIDES -> "provides a service of";
            case USES -> "uses a service of";
        };
    }

    private static String place(Point tip, double sign) {
        String turn = sign < 0 ? " rotate(180)" : "";
        return "translate(" + SvgText.number(tip.x()) + " " + SvgText.number(tip.y()) + ")" + turn;
    }

    /** How far from the tip the head begins. */
    private static double covered(Tie tie) {
        return switch (tie) {
            case REQUIRES, PROVIDES -> 9;
            case TRANSITIVE -> 14;
            case STATIC, STATIC_TRANSITIVE -> 1;
            case USES -> 8;
        };
    }

    private static String head(Tie tie) {
        return switch (tie) {
            case REQUIRES -> "M0 0L-9-4V4Z";
            case TRANSITIVE -> "M0 0L-8-4.5V4.5ZM-7 0L-15-4.5V4.5Z";
            case STATIC -> "M-9-4.5L0 0L-9 4.5";
            case STATIC_TRANSITIVE -> "M-9-4.5L0 0L-9 4.5M-15-4.5L-6 0L-15 4.5";
            case PROVIDES -> "M-1 0L-10-4.5V4.5Z";
            case USES -> "M0 0A4 4 0 0 0-8 0A4 4 0 0 0 0 0Z";
        };
    }

    private static String line(List<Point> points, Point end) {
        StringBuilder line = new StringBuilder("M").append(pair(points.get(0)));
        for (int at = 1; at < points.size() - 1; at++) {
            Point corner = points.get(at);
            line.append("L").append(pair(towards(corner, points.get(at - 1))));
            line.append("Q").append(pair(corner)).append(" ").append(pair(towards(corner, points.get(at + 1))));
        }
        return line.append("L").append(pair(end)).toString();
    }

    /** The point where the curve around a corner begins or ends. */
    private static Point towards(Point corner, Point neighbour) {
        double width = neighbour.x() - corner.x();
        double height = neighbour.y() - corner.y();
        double length = Math.hypot(width, height);
        double part = length == 0 ? 0 : Math.min(RADIUS, length / 2) / length;
        return new Point(corner.x() + width * part, corner.y() + height * part);
    }

    private static String pair(Point point) {
        return SvgText.number(point.x()) + " " + SvgText.number(point.y());
    }
}
