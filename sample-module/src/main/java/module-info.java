import dev.layers.module.ModuleLifecycle;
import dev.layers.sample.chat.Beats;
import dev.layers.sample.chat.Heartbeat;
import dev.layers.sample.chat.Ping;
import dev.layers.sample.contract.Command;
import org.jspecify.annotations.NullMarked;

/** A module of the bot: answers pings, and counts the beats of a thread of its own. */
@NullMarked
module dev.layers.sample.chat {
    requires dev.layers.core;
    requires dev.layers.sample.contract;
    requires static org.jspecify;

    provides Command with
            Ping,
            Beats;
    provides ModuleLifecycle with
            Ping,
            Heartbeat;
}
