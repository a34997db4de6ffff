package dev.layers.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeCheckTest {
    private static final String MISSING = "'bot.Gone' does not exist; wanted a type of 'bot.api@2';"
            + " compile the module against the contract of the host";
    private static final String NOT_PUBLIC = "'bot.Room' is not public;"
            + " wanted public types and members of exported packages; use what the contract makes public";

    @Test
    void typeThatIsGone_isMissing() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Gone { public static void say() {} }",
                "package bot; public class Room {}",
                "package acme; public class Chat { public static void run() { bot.Gone.say(); new bot.Gone(); } }");

        assertThat(versions.findings()).containsExactly("L060 chat.jar: acme.Chat.run(): " + MISSING);
        assertThat(versions.failure()).isInstanceOf(NoClassDefFoundError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object run(Object any) { return (bot.Gone) any; }",
                "boolean run(Object any) { return any instanceof bot.Gone; }",
                "Object run(Object any) { return bot.Gone.class; }",
                "Object run(Object any) { return new bot.Gone[1]; }",
                "Object run(Object any) { return new bot.Gone[1][1]; }",
                "Object run(Object any) { return new bot.Gone[0].clone(); }",
                "Object run(Object any) { try { any.wait(); } catch (bot.Gone | InterruptedException gone) { }"
                        + " return any; }",
                "void run(Object any) throws bot.Gone { throw new RuntimeException(); }",
                "void run(Object any) { ((bot.Gone[]) any)[0] = null; }"
            })
    void useOfAMissingType_isFound(String method) {
        Versions versions = Versions.of(
                "package bot; public class Gone extends RuntimeException {}",
                "package bot; public class Room {}",
                "package acme; class Chat { " + method + " }");

        assertThat(versions.findings()).containsExactly("L060 chat.jar: acme.Chat.run(Object): " + MISSING);
    }

    @Test
    void signaturesWithAMissingType_areFound() {
        Versions versions = Versions.of(
                "package bot; public class Gone {}",
                "package bot; public class Room {}",
                "package acme; class One { bot.Gone[] field; }",
                "package acme; class Three { void run() { new Two().run(null); } }",
                "package acme; class Two { void run(bot.Gone parameter) { } }");

        assertThat(versions.findings())
                .containsExactly(
                        "L060 chat.jar: acme.One.field: " + MISSING,
                        "L060 chat.jar: acme.Three.run(): " + MISSING,
                        "L060 chat.jar: acme.Two.run(bot.Gone): " + MISSING);
    }

    @Test
    void lambdasAndReferences_nameTypes() {
        Versions versions = Versions.of(
                "package bot; public interface Gone { void run(); }",
                "package bot; public class Room {}",
                "package acme; class Chat { Object one() { bot.Gone gone = () -> { }; return gone; } }",
                "package acme; class Pool { Object two() { java.util.function.Consumer<bot.Gone> all = any -> { };"
                        + " return all; } }");

        assertThat(versions.findings())
                .containsExactly(
                        "L060 chat.jar: acme.Chat.one(): " + MISSING, "L060 chat.jar: acme.Pool.two(): " + MISSING);
    }

    @Test
    void missingTypes_withANamesake() {
        Versions versions = Versions.of(
                "package bot; public class Gone { public static void say() {} }",
                "package bot.inner; public class Gone { public static void say() {} }",
                "package acme; class Chat { void run() { bot.Gone.say(); } }");

        assertThat(versions.findings())
                .containsExactly("L060 chat.jar: acme.Chat.run(): 'bot.Gone' does not exist, 'bot.inner.Gone' does;"
                        + " wanted a type of 'bot.api@2'; compile the module against the contract of the host");
    }

    @Test
    void namesakeThatIsNotPublic_isNotNamed() {
        Versions versions = Versions.of(
                "package bot; public class Gone { public static void say() {} }",
                "package bot.inner; class Gone { static void say() {} }",
                "package acme; class Chat { void run() { bot.Gone.say(); } }");

        assertThat(versions.findings()).containsExactly("L060 chat.jar: acme.Chat.run(): " + MISSING);
    }

    @Test
    void missingType_usedInGuardedCodeAlone_isGuarded() {
        Versions versions = Versions.of(
                "package bot; public class Gone { public static bot.Gone say(Gone other) { return null; } }",
                "package bot; public class Room {}",
                "package acme; class Chat { void run() {"
                        + " try { bot.Gone.say(null); } catch (NoClassDefFoundError older) { } } }");

        assertThat(versions.findings())
                .containsExactly(
                        "L069 chat.jar: acme.Chat.run(): 'bot.Gone' does not exist (the code catches the error);"
                                + " wanted types and members of 'bot.api@2';"
                                + " compile the module against the contract of the host");
    }

    @Test
    void missingType_inATryThatCatchesMissingMethods_isMissing() {
        Versions versions = Versions.of(
                "package bot; public class Gone { public static void say() {} }",
                "package bot; public class Room {}",
                "package acme; class Chat { void run() {"
                        + " try { bot.Gone.say(); } catch (NoSuchMethodError other) { } } }");

        assertThat(versions.findings()).containsExactly("L060 chat.jar: acme.Chat.run(): " + MISSING);
    }

    @Test
    void typeThatIsPublicNoLonger_isNotAccessible() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Room { public static void say() {} }",
                "package bot; class Room { public static void say() {} }",
                "package acme; public class Chat { public static void run() { bot.Room.say(); } }");

        assertThat(versions.findings()).containsExactly("L064 chat.jar: acme.Chat.run(): " + NOT_PUBLIC);
        assertThat(versions.failure()).isInstanceOf(IllegalAccessError.class);
    }

    @Test
    void typeThatIsNotPublic_mayStandInADescriptor() {
        String contract = "package bot; public class Bot { public Room room() { return null; } }"
                + " class Room { public String toString() { return null; } }";
        Versions versions = Versions.of(
                contract,
                contract,
                "package acme; class Chat { String run(bot.Bot bot) { return \"\" + bot.room(); } }");

        assertThat(versions.findings()).isEmpty();
    }

    @Test
    void nestedTypes_haveTheAccessOfTheirClassFile() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Room { public static class Door {} public static class Wall {} }",
                "package bot; public class Room { protected static class Door { public Door() {} }"
                        + " private static class Wall { public Wall() {} } }",
                "package acme; public class Chat { public static void run() { new bot.Room.Door();"
                        + " new bot.Room.Wall(); } }");

        assertThat(versions.findings())
                .containsExactly("L064 chat.jar: acme.Chat.run(): 'bot.Room$Wall' is not public;"
                        + " wanted public types and members of exported packages; use what the contract makes public");
        assertThat(versions.failure()).isInstanceOf(IllegalAccessError.class).hasMessageContaining("Wall");
    }

    @Test
    void classThatBecameAbstract_cannotBeCreated() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Room {}",
                "package bot; public abstract class Room { public Room() {} }",
                "package acme; public class Chat { public static void run() { new bot.Room(); } }");

        assertThat(versions.findings())
                .containsExactly("L063 chat.jar: acme.Chat.run(): 'bot.Room' is abstract;"
                        + " wanted a class that can be instantiated;"
                        + " compile the module against the contract of the host");
        assertThat(versions.failure()).isInstanceOf(InstantiationError.class);
    }

    @Test
    void superClassThatIsGone_isMissing() {
        Versions versions = Versions.of(
                "package bot; public class Gone {}",
                "package bot; public class Room {}",
                "package acme; class Chat extends bot.Gone {}");

        assertThat(versions.findings()).containsExactly("L060 chat.jar: acme.Chat: " + MISSING);
    }

    @Test
    void superClassThatBecameAnInterface_isOfAnotherKind() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public abstract class Room {}",
                "package bot; public interface Room {}",
                "package acme; public class Chat extends bot.Room { Chat(int any) { super(); }"
                        + " public static void run() {} }");

        assertThat(versions.findings())
                .containsExactly("L063 chat.jar: acme.Chat: 'bot.Room' is an interface; wanted a class;"
                        + " compile the module against the contract of the host");
        assertThat(versions.failure()).isInstanceOf(IncompatibleClassChangeError.class);
    }

    @Test
    void interfaceThatBecameAClass_isOfAnotherKind() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public interface Room {}",
                "package bot; public class Room {}",
                "package acme; public class Chat implements bot.Room { public static void run() {} }");

        assertThat(versions.findings())
                .containsExactly("L063 chat.jar: acme.Chat: 'bot.Room' is a class; wanted an interface;"
                        + " compile the module against the contract of the host");
        assertThat(versions.failure()).isInstanceOf(IncompatibleClassChangeError.class);
    }

    @Test
    void classThatBecameFinal_cannotBeExtended() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Base {}",
                "package bot; public final class Base {}",
                "package acme; public class Chat extends bot.Base { public static void run() {} }");

        assertThat(versions.findings())
                .containsExactly("L066 chat.jar: acme.Chat: 'bot.Base' is final;"
                        + " wanted classes and methods that are not final; do not extend or override it");
        assertThat(versions.failure()).isInstanceOf(LinkageError.class);
    }

    @Test
    void interfaceThatBecameSealed_cannotBeExtended() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public interface Shape {}",
                "package bot; public sealed interface Shape { record Circle() implements Shape {} }",
                "package acme; public class Chat implements bot.Shape { public static void run() {} }");

        assertThat(versions.findings())
                .containsExactly("L067 chat.jar: acme.Chat: 'bot.Shape' is sealed;"
                        + " wanted one of the subtypes that the contract permits;"
                        + " use one of them instead of extending the type");
        assertThat(versions.failure()).isInstanceOf(IncompatibleClassChangeError.class);
    }

    @Test
    void mentionsThatNothingResolves_areIgnored() {
        Versions versions = Versions.of(
                List.of(
                        "package bot; public @interface Gone { Class<?> value() default Object.class; }",
                        "package bot; public class Outer { public static class Inner {} }"),
                List.of("package bot; public class Room {}"),
                "package acme; @bot.Gone(bot.Outer.class) class Chat<T extends bot.Outer> {"
                        + " @bot.Gone java.util.List<bot.Outer.Inner> all;"
                        + " @bot.Gone void run(@bot.Gone Object any) { @bot.Gone String text = \"bot/Gone\"; } }");

        assertThat(versions.findings()).isEmpty();
    }

    @Test
    void subpackageOfTheContract_isNotTheContract() {
        Versions versions = Versions.of(
                "package bot.plugin; public class Gone { public static void say() {} }",
                "package bot; public class Room {}",
                "package acme; class Chat { void run() { bot.plugin.Gone.say(); } }");

        assertThat(versions.findings()).isEmpty();
    }
}
