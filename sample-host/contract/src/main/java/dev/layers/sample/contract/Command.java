package dev.layers.sample.contract;

/**
 * A command that people in a room can give.
 *
 * @since 0.1
 */
public interface Command {
    /**
     * Returns the word that people type.
     *
     * @return one word in lower case
     */
    String name();

    /**
     * Returns what the command does.
     *
     * @return one line
     */
    String summary();

    /**
     * Runs the command.
     *
     * @param arguments what was typed after the name, without surrounding blanks
     * @return the answer
     */
    String run(String arguments);
}
