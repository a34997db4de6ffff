package dev.layers.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.retention.Hold;
import org.junit.jupiter.api.Test;

class JsonResultTest {
    @Test
    void everything_isWritten() {
        String json = JsonResult.of(Results.retained(Hold.STRONG, Results.FAILED_CALL));

        assertThat(json)
                .isEqualTo("{\"verdict\":\"RETAINED\",\"hold\":\"STRONG\",\"clean\":false,\"residue\":["
                        + "{\"kind\":\"THREADS\",\"text\":\"still runs: thread 'pump' (WAITING) at acme.Chat.pump(Chat.java:3)\"},"
                        + "{\"kind\":\"UNDONE\",\"text\":\"timer 'acme' was cancelled\"}],"
                        + "\"paths\":[{\"root\":\"static field acme.Host.listeners\","
                        + "\"steps\":[\"ArrayList[0]\",\"acme.Chat\",\"class loader 'chat#1'\"],"
                        + "\"cause\":\"listener kept in 'acme.Host.listeners'\","
                        + "\"advice\":\"remove the listener when the module is unloaded\"}],"
                        + "\"findings\":[{\"rule\":\"CALL\",\"where\":\"acme.Api.run()\",\"found\":\"it threw \\\"x\\\"\","
                        + "\"wanted\":\"a call\",\"advice\":\"mend it\"}],\"repeat\":3,\"millis\":1234}");
    }

    @Test
    void nothing_isWrittenAsEmpty() {
        assertThat(JsonResult.of(Results.collected()))
                .isEqualTo("{\"verdict\":\"COLLECTED\",\"hold\":null,\"clean\":true,\"residue\":[],\"paths\":[],"
                        + "\"findings\":[],\"repeat\":3,\"millis\":1234}");
    }
}
