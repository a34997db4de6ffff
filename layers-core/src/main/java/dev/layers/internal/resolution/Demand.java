package dev.layers.internal.resolution;

/**
 * How many providers of a service a module has.
 *
 * @param service the name of the service's type
 * @param least the smallest number that will do
 * @param most the largest number that will do
 */
public record Demand(String service, int least, int most) {
    public Demand {
        if (least < 0 || most < Math.max(1, least)) {
            throw new IllegalArgumentException("From " + least + " to " + most + " providers of '" + service + "'");
        }
    }
}
