package bot;

import java.util.function.Consumer;

/** What the bot lends to its modules. */
// @start region="room"
public interface Room {
    void say(String text);

    void onMessage(Consumer<Message> listener);
}
// @end
