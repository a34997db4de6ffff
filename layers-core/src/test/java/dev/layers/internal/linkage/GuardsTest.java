package dev.layers.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuardsTest {
    private static final String ADVICE = "compile the module against the contract of the host";

    @Test
    void missingMethodInATryThatCatchesTheError_isGuarded() {
        Versions versions = Versions.of(
                "package bot; public class Room { public static void say() {} }",
                "package bot; public class Room {}",
                "package acme; class Chat { void run() {"
                        + " try { bot.Room.say(); } catch (NoSuchMethodError older) { } } }");

        assertThat(versions.findings())
                .containsExactly("L069 chat.jar: acme.Chat.run(): 'bot.Room.say()' does not exist"
                        + " (the code catches the error); wanted types and members of 'bot.api@2'; " + ADVICE);
    }

    @Test
    void missingMethodThatIsAlsoUsedOutsideATry_isMissing() {
        Versions versions = Versions.of(
                "package bot; public class Room { public static void say() {} }",
                "package bot; public class Room {}",
                "package acme; class Chat { void run() {"
                        + " try { bot.Room.say(); } catch (LinkageError older) { } }"
                        + " void other() { bot.Room.say(); } }");

        assertThat(versions.findings())
                .containsExactly("L061 chat.jar: acme.Chat.other(): 'bot.Room.say()' does not exist;"
                        + " wanted a method of 'bot.api@2'; " + ADVICE);
    }

    @Test
    void missingMethodInATryThatCatchesOtherErrors_isMissing() {
        Versions versions = Versions.of(
                "package bot; public class Room { public static void say() {} }",
                "package bot; public class Room {}",
                "package acme; class Chat { void run() {"
                        + " try { bot.Room.say(); } catch (NoSuchFieldError | AbstractMethodError other) { } } }");

        assertThat(versions.findings()).singleElement().asString().startsWith("L061 ");
    }

    @Test
    void switchOverAnEnumThatLostAConstant_isGuarded() {
        Versions versions = Versions.of(
                "package bot; public enum Mood { GOOD, BAD }",
                "package bot; public enum Mood { GOOD }",
                "package acme; class Chat { int run(bot.Mood mood) {"
                        + " switch (mood) { case GOOD: return 1; case BAD: return 2; default: return 3; } } }");

        assertThat(versions.findings())
                .containsExactly("L069 chat.jar: acme.Chat$1, static initializer: 'bot.Mood.BAD' does not exist"
                        + " (the code catches the error); wanted types and members of 'bot.api@2'; " + ADVICE);
    }
}
