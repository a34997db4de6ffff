package bot;

/** What a module adds to the bot. */
public interface Command {
    String run(String arguments);
}
