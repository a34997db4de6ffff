package dev.layers.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of plug-ins that fail as they start, and of those that want something of their host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("dev.layers.testkit.check.CheckIT#isOnModulePath")
class CheckLoadIT {
    private Fixture fixture;

    @BeforeAll
    void compile(@TempDir Path directory) {
        fixture = new Fixture(directory);
    }

    @Test
    void refusalOfALaterLoad_isToldWithItsRound() throws Exception {
        CheckProcess check = fixture.check("--repeat 5 third-chat.jar");

        assertThat(masked(check)).isEqualTo("""
                REFUSED third-chat.jar: not loaded
                  LOAD third-chat.jar: load 3: Module 'third.chat': creating 'acme.Chat' failed: java.lang.IllegalStateException: full at acme.Chat.<init>(Chat.java:3)
                    wanted: providers that can be created and started each time
                    to do: look for what an earlier load left and this one trips over: it could be loaded 2 times before
                  stopped at round 3 of 5 in {} s
                """);
        assertThat(check.exitCode()).isEqualTo(3);
    }

    private static String masked(CheckProcess check) {
        return check.out().replaceAll("\\d+\\.\\d s\n", "{} s\n");
    }

    @Test
    void whatARefusedPlugInLeft_isExplained() throws Exception {
        CheckProcess check = fixture.check("leaky-chat.jar");

        assertThat(masked(check)).isEqualTo("""
                REFUSED leaky-chat.jar: not loaded, and retained, held strongly
                  LOAD leaky-chat.jar: Module 'leaky.chat': creating 'acme.Chat' failed: java.lang.IllegalStateException at acme.Chat.<init>(Chat.java:3)
                    wanted: providers that can be created and started
                    to do: mend the plug-in, or load it in a host that has what it needs
                  held by: static field com.acme.Registry.LISTENERS keeps acme.Chat at [0]
                    to do: remove it there when the module is unloaded
                    from static field com.acme.Registry.LISTENERS
                      class com.acme.Registry .LISTENERS
                      java.util.ArrayList .elementData
                      java.lang.Object[] [0]
                      acme.Chat <class>
                      class acme.Chat <loader>
                      loader 'leaky.chat#1' (dev.layers.internal.layer.GenerationLoader)
                  1 round in {} s
                """);
        assertThat(check.exitCode()).isEqualTo(3);
    }

    @Test
    void slowStart_isRefusedUnlessThereIsTime() throws Exception {
        CheckProcess soon = fixture.check("--start-limit 1 slow-chat.jar");
        CheckProcess later = fixture.check("slow-chat.jar");

        assertThat(soon.out())
                .contains("did not end within 1 s")
                .contains("to do: mend the plug-in, or give it more time with --start-limit");
        assertThat(soon.exitCode()).isEqualTo(3);
        assertThat(later.exitCode()).isZero();
    }

    @Test
    void serviceOfTheHost_isWanted() throws Exception {
        CheckProcess check = fixture.check("asking-chat.jar");

        assertThat(check.out())
                .contains("Service 'com.acme.Clock' is not used by the contract")
                .contains("to do: lend it what it looks up with --host-service TYPE=CLASS, or --stub TYPE for one that"
                        + " does nothing");
        assertThat(check.exitCode()).isEqualTo(3);
    }

    @Test
    void stub_answersWithTheLeast() throws Exception {
        CheckProcess check = fixture.check("--stub com.acme.Clock --repeat 2 asking-chat.jar");

        assertThat(check.error()).isEqualTo("at 0[]\nat 0[]\n");
        assertThat(check.out()).startsWith("CLEAN asking-chat.jar: collected\n");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void serviceOfTheHost_isOneForAllRounds() throws Exception {
        CheckProcess check =
                fixture.check("--host-service com.acme.Clock=com.acme.FixedClock --repeat 2 asking-chat.jar");

        assertThat(check.error()).isEqualTo("at 0[UTC]\nat 1[UTC]\n");
        assertThat(check.exitCode()).isZero();
    }
}
