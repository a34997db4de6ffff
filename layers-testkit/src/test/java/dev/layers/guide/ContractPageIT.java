package dev.layers.guide;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/writing-a-contract.md} shows does what it says. */
class ContractPageIT {
    @TempDir
    Path directory;

    @Test
    void contract_describesItself() throws Exception {
        new Printed(new GuideHost(directory).run("ContractHost", "describe")).isShownAs("contract-described");
    }

    @Test
    void eachKindOfType_hasARule() throws Exception {
        new Printed(new GuideHost(directory).run("KindsHost")).isShownAs("contract-kinds");
    }

    @Test
    void whatTheHostKeeps_keepsNoModule() throws Exception {
        String printed = new GuideHost(directory).having("archive").run("ContractHost", "call");

        new Printed(printed).isShownAs("contract-called");
    }

    @Test
    void contractThatLeavesOpenWhatCrosses_isRefused() throws Exception {
        new Printed(new GuideHost(directory).run("LooseHost")).isShownAs("contract-refused");
    }

    @Test
    void moduleForANewerContract_isRefusedBeforeItRuns() throws Exception {
        GuideHost host = new GuideHost(directory);
        ModuleSource newer = ModuleSource.module(GuideSources.text("bot.api/module-info.java"))
                .version("1.1")
                .type(GuideSources.text("bot.api/bot/Room.java")
                        .replace(
                                "void say(String text);",
                                "void say(String text);\n\n    void whisper(String to, String text);"))
                .type(GuideSources.text("bot.api/bot/Message.java"))
                .type(GuideSources.text("bot.api/bot/Command.java"));
        GuideSources.sources("whispering")
                .dependsOn(newer)
                .dependsOn(GuideSources.core())
                .toJar(host.plugin("whispering"));

        new Printed(host.run("CheckHost", "whispering.jar")).isShownAs("contract-newer");
    }
}
