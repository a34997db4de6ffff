package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    @TempDir
    private Path temporary;

    private Path old;
    private Path now;

    @BeforeEach
    void makeReleases() throws IOException {
        old = bot("old", "String greet(String name);", "1.0");
        now = bot("new", "String greet(String name); void mute();", "2.0");
    }

    @Test
    void diff_endsWith1AndSaysWhomItBreaks() {
        CommandRun run = CommandRun.of("diff", old, now);

        assertThat(run).isEqualTo(new CommandRun(1, """
                        bot
                          ! bot.Greeter.mute(): added, and abstract (breaks implementers and providers)
                            version: was 1.0, is 2.0
                        2 changes, 1 of them breaking
                        """, ""));
    }

    @Test
    void diff_isToldAsJson() {
        CommandRun run = CommandRun.of("diff", "--json", old, now);

        assertThat(run).isEqualTo(new CommandRun(1, """
                        {"schema":1,"command":"diff","exitCode":1,"unreadable":[],"changes":[\
                        {"module":"bot","subject":"bot.Greeter.mute()","what":"added, and abstract","breaking":true,\
                        "breaks":"PROVIDERS"},\
                        {"module":"bot","subject":"version","what":"was 1.0, is 2.0","breaking":false,"breaks":null}]}
                        """, ""));
    }

    @Test
    void diff_endsWith0WhereNothingBreaks() throws IOException {
        Path patched = bot("patched", "String greet(String name);", "1.1");

        assertThat(CommandRun.of("diff", old, old)).isEqualTo(new CommandRun(0, "No changes\n", ""));
        assertThat(CommandRun.of("diff", old, patched)).isEqualTo(new CommandRun(0, """
                        bot
                            version: was 1.0, is 1.1
                        1 change, 0 of them breaking
                        """, ""));
    }

    @Test
    void diff_takesSeveralPathsOfOneRelease() throws IOException {
        Path more = ModuleSource.in(temporary.resolve("more"))
                .file("module-info.java", "module more {}")
                .jar("more.jar");

        CommandRun run = CommandRun.of("diff", old + File.pathSeparator + more, old);

        assertThat(run).isEqualTo(new CommandRun(1, """
                        more
                          ! module: removed (breaks callers)
                        1 change, 1 of them breaking
                        """, ""));
    }

    @Test
    void diff_endsWith2WhereAReleaseIsNotThere() {
        CommandRun run = CommandRun.of("diff", old, "gone.jar");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "gone.jar: no file there; name a modular jar, a directory of classes or a directory of jars\n");
    }

    @Test
    void diff_endsWith64ForAnEmptyPath() {
        CommandRun run = CommandRun.of("diff", old + File.pathSeparator, now);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err())
                .startsWith("Invalid value for 'OLD' or 'NEW': an empty path in '" + old + File.pathSeparator + "'\n");
    }

    private Path bot(String name, String methods, String version) throws IOException {
        return ModuleSource.in(temporary.resolve(name))
                .file("module-info.java", "module bot { exports bot; }")
                .file("bot/Greeter.java", "package bot; public interface Greeter { " + methods + " }")
                .jar("bot.jar", "--module-version", version);
    }
}
