package dev.layers.sample.contract;

/**
 * The room in which the bot answers; modules use it.
 *
 * @since 0.1
 */
public interface Room {
    /**
     * Returns the name of the room.
     *
     * @return the name
     */
    String name();
}
