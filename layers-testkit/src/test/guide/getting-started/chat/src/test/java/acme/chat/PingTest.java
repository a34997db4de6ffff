package acme.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bot.Command;
import dev.layers.LoadedModule;
import dev.layers.testkit.junit.LayersTest;
import dev.layers.testkit.junit.Load;
import dev.layers.testkit.junit.UnloadsCleanly;
import org.junit.jupiter.api.Test;

@LayersTest(provides = Command.class)
class PingTest {
    private static final String CHAT = "target/classes";

    @UnloadsCleanly(repeat = 5)
    void ping_answers(@Load(CHAT) Command ping) {
        assertEquals("pong hello", ping.run("hello"));
    }

    @Test
    void reload_keepsTheReference(@Load(CHAT) LoadedModule chat, @Load(CHAT) Command ping) {
        chat.reload();

        assertEquals("pong hello", ping.run("hello"));
    }
}
