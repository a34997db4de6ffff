package dev.layers.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemberCheckTest {
    private static final String ADVICE = "compile the module against the contract of the host";

    @Test
    void methodThatIsGone_isMissing() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Room { public static void say(String text) {} }",
                "package bot; public class Room { public static void tell(String text) {} }",
                "package acme; public class Chat { public static void run() { bot.Room.say(\"hello\"); } }");

        List<String> findings = versions.findings();

        assertThat(findings)
                .containsExactly("L061 chat.jar: acme.Chat.run(): 'bot.Room.say(String)' does not exist;"
                        + " wanted a method of 'bot.api@2'; " + ADVICE);
        assertThat(versions.failure()).isInstanceOf(NoSuchMethodError.class);
    }

    @Test
    void methodWithOtherParameters_isNamedAsNear() {
        Versions versions = Versions.of(
                "package bot; public interface Room { void say(String text); }",
                "package bot; public interface Room { void say(String text, int times); }",
                "package acme; class Chat { void run(bot.Room room) { room.say(\"hello\"); room.say(\"again\"); } }");

        assertThat(versions.findings())
                .containsExactly("L061 chat.jar: acme.Chat.run(bot.Room): 'bot.Room.say(String)' does not exist,"
                        + " 'bot.Room.say(String, int)' does; wanted a method of 'bot.api@2'; " + ADVICE);
    }

    @Test
    void methodWithOtherResult_isMissing() {
        Versions versions = Versions.of(
                "package bot; public interface Room { int size(); }",
                "package bot; public interface Room { long size(); }",
                "package acme; class Chat { int run(bot.Room room) { return room.size(); } }");

        assertThat(versions.findings())
                .containsExactly("L061 chat.jar: acme.Chat.run(bot.Room): 'bot.Room.size(): int' does not exist,"
                        + " 'bot.Room.size(): long' does; wanted a method of 'bot.api@2'; " + ADVICE);
    }

    @Test
    void constructorThatIsGone_isMissing() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Room {}",
                "package bot; public class Room { public Room(String name) {} }",
                "package acme; public class Chat { public static void run() { new bot.Room(); } }");

        assertThat(versions.findings())
                .containsExactly("L061 chat.jar: acme.Chat.run(): 'bot.Room()' does not exist,"
                        + " 'bot.Room(String)' does; wanted a constructor of 'bot.api@2'; " + ADVICE);
        assertThat(versions.failure()).isInstanceOf(NoSuchMethodError.class);
    }

    @Test
    void componentAddedToARecord_changesItsConstructor() {
        Versions versions = Versions.of(
                "package bot; public record Message(String text) {}",
                "package bot; public record Message(String text, String author) {}",
                "package acme; class Chat { String run() { return new bot.Message(\"hello\").text(); } }");

        assertThat(versions.findings())
                .containsExactly("L061 chat.jar: acme.Chat.run(): 'bot.Message(String)' does not exist,"
                        + " 'bot.Message(String, String)' does; wanted a constructor of 'bot.api@2'; " + ADVICE);
    }

    @Test
    void inheritedMethodThatIsGone_isMissingWhereAModuleClassIsNamed() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Base { public void log() {} }",
                "package bot; public class Base {}",
                "package acme; public class Plugin extends bot.Base {}",
                "package acme; public class Chat { public static void run() { new Plugin().log(); } }");

        assertThat(versions.findings())
                .containsExactly("L061 chat.jar: acme.Chat.run(): 'acme.Plugin.log()' inherited from 'bot.Base'"
                        + " does not exist; wanted a method of 'bot.api@2'; " + ADVICE);
        assertThat(versions.failure()).isInstanceOf(NoSuchMethodError.class);
    }

    @Test
    void inheritedFieldThatIsGone_isMissingWithTheTypesThatCouldHaveIt() {
        Versions versions = Versions.of(
                List.of(
                        "package bot; public class Base { protected long level; }",
                        "package bot; public interface Marker {}"),
                List.of(
                        "package bot; public class Base { protected int level; }",
                        "package bot; public interface Marker {}"),
                "package acme; class Chat extends bot.Base implements bot.Marker { long run() { return level; } }");

        assertThat(versions.findings())
                .containsExactly("L062 chat.jar: acme.Chat.run(): 'acme.Chat.level: long' inherited from 'bot.Base' or"
                        + " 'bot.Marker' does not exist, 'acme.Chat.level: int' does; wanted a field of 'bot.api@2'; "
                        + ADVICE);
    }

    @Test
    void methodReferenceToAMissingMethod_isFound() {
        Versions versions = Versions.of(
                "package bot; public interface Room { void say(String text); }",
                "package bot; public interface Room {}",
                "package acme; class Chat { java.util.function.Consumer<String> run(bot.Room room) {"
                        + " return room::say; } }");

        assertThat(versions.findings())
                .containsExactly("L061 chat.jar: acme.Chat.run(bot.Room): 'bot.Room.say(String)' does not exist;"
                        + " wanted a method of 'bot.api@2'; " + ADVICE);
    }

    @Test
    void fieldThatIsGone_isMissing() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Room { public static Object last; }",
                "package bot; public class Room { public static String last; }",
                "package acme; public class Chat { public static void run() { bot.Room.last = null; } }");

        assertThat(versions.findings())
                .containsExactly("L062 chat.jar: acme.Chat.run(): 'bot.Room.last: Object' does not exist,"
                        + " 'bot.Room.last: String' does; wanted a field of 'bot.api@2'; " + ADVICE);
        assertThat(versions.failure()).isInstanceOf(NoSuchFieldError.class);
    }

    @Test
    void constantOfAnEnumThatIsGone_isMissing() {
        Versions versions = Versions.of(
                "package bot; public enum Mood { GOOD, BAD }",
                "package bot; public enum Mood { GOOD }",
                "package acme; class Chat { bot.Mood mood = bot.Mood.BAD; }");

        assertThat(versions.findings())
                .containsExactly("L062 chat.jar: acme.Chat(): 'bot.Mood.BAD' does not exist;"
                        + " wanted a field of 'bot.api@2'; " + ADVICE);
    }

    @Test
    void methodThatBecameStatic_isOfAnotherKind() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Room { public void say() {} }",
                "package bot; public class Room { public static void say() {} }",
                "package acme; public class Chat { public static void run() { new bot.Room().say(); } }");

        assertThat(versions.findings())
                .containsExactly("L063 chat.jar: acme.Chat.run(): 'bot.Room.say()' is static;"
                        + " wanted an instance method; " + ADVICE);
        assertThat(versions.failure()).isInstanceOf(IncompatibleClassChangeError.class);
    }

    @Test
    void fieldThatIsStaticNoLonger_isOfAnotherKind() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Room { public static int size; }",
                "package bot; public class Room { public int size; }",
                "package acme; public class Chat { public static void run() { bot.Room.size++; } }");

        assertThat(versions.findings())
                .containsExactly("L063 chat.jar: acme.Chat.run(): 'bot.Room.size' is not static;"
                        + " wanted a static field; " + ADVICE);
        assertThat(versions.failure()).isInstanceOf(IncompatibleClassChangeError.class);
    }

    @Test
    void classThatBecameAnInterface_isOfAnotherKind() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Room { public static void open() {} }",
                "package bot; public interface Room { static void open() {} }",
                "package acme; public class Chat { public static void run() { bot.Room.open(); } }");

        assertThat(versions.findings())
                .containsExactly(
                        "L063 chat.jar: acme.Chat.run(): 'bot.Room' is an interface;" + " wanted a class; " + ADVICE);
        assertThat(versions.failure()).isInstanceOf(IncompatibleClassChangeError.class);
    }

    @Test
    void interfaceThatBecameAClass_isOfAnotherKind() {
        Versions versions = Versions.of(
                "package bot; public interface Room { void open(); }",
                "package bot; public class Room { public void open() {} }",
                "package acme; class Chat { void run(bot.Room room) { room.open(); } }");

        assertThat(versions.findings())
                .containsExactly("L063 chat.jar: acme.Chat.run(bot.Room): 'bot.Room' is a class;"
                        + " wanted an interface; " + ADVICE);
    }

    @Test
    void methodOfASuperClassThatBecameAbstract_isOfAnotherKind() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public abstract class Base { public void open() {} }",
                "package bot; public abstract class Base { public abstract void open(); }",
                "package acme; public class Chat extends bot.Base { public void open() { super.open(); }"
                        + " public static void run() { new Chat().open(); } }");

        assertThat(versions.findings())
                .containsExactly("L063 chat.jar: acme.Chat.open(): 'bot.Base.open()' is abstract;"
                        + " wanted a method with a body; " + ADVICE);
        assertThat(versions.failure()).isInstanceOf(AbstractMethodError.class);
    }

    @Test
    void methodThatIsPublicNoLonger_isNotAccessible() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Room { public static void say() {} }",
                "package bot; public class Room { static void say() {} }",
                "package acme; public class Chat { public static void run() { bot.Room.say(); } }");

        assertThat(versions.findings())
                .containsExactly("L064 chat.jar: acme.Chat.run(): 'bot.Room.say()' is package-private;"
                        + " wanted public types and members of exported packages; use what the contract makes public");
        assertThat(versions.failure()).isInstanceOf(IllegalAccessError.class);
    }

    @Test
    void protectedMethod_isAccessibleToASubclassAlone() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Base { public static void open() {} public static void close() {} }",
                "package bot; public class Base { protected static void open() {} protected static void close() {} }",
                "package acme; class Plugin extends bot.Base { void use() { open(); } }",
                "package acme; public class Chat { public static void run() { bot.Base.close(); } }");

        assertThat(versions.findings())
                .containsExactly("L064 chat.jar: acme.Chat.run(): 'bot.Base.close()' is protected;"
                        + " wanted public types and members of exported packages; use what the contract makes public");
        assertThat(versions.failure()).isInstanceOf(IllegalAccessError.class);
    }

    @Test
    void protectedConstructor_isForSuperCallsAlone() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Base {}",
                "package bot; public class Base { protected Base() {} }",
                "package acme; public class Chat extends bot.Base { public static void run() { new bot.Base(); } }");

        assertThat(versions.findings())
                .containsExactly("L064 chat.jar: acme.Chat.run(): 'bot.Base()' is protected;"
                        + " wanted public types and members of exported packages; use what the contract makes public");
        assertThat(versions.failure()).isInstanceOf(LinkageError.class);
    }

    @Test
    void protectedConstructor_isNotForNewObjectsInAConstructor() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Base { public Base(Object any) {} }",
                "package bot; public class Base { protected Base(Object any) {} }",
                "package acme; class Plugin extends bot.Base { Plugin() { super(null); } }",
                "package acme; public class Chat extends bot.Base { Chat() { super(new bot.Base(null)); }"
                        + " public static void run() { new Chat(); } }");

        assertThat(versions.findings())
                .containsExactly("L064 chat.jar: acme.Chat(): 'bot.Base(Object)' is protected;"
                        + " wanted public types and members of exported packages; use what the contract makes public");
        assertThat(versions.failure()).isInstanceOf(LinkageError.class);
    }

    @Test
    void fieldThatBecameFinal_isOfAnotherKindForWriting() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Room { public static int size; public static int limit; }",
                "package bot; public class Room { public static final int size = new int[1][0].length;"
                        + " public static final int limit = size; }",
                "package acme; public class Chat { public static void run() { bot.Room.size = bot.Room.limit; } }");

        assertThat(versions.findings())
                .containsExactly("L063 chat.jar: acme.Chat.run(): 'bot.Room.size' is final;"
                        + " wanted a field that can be written; " + ADVICE);
        assertThat(versions.failure()).isInstanceOf(LinkageError.class);
    }

    @Test
    void packageThatIsNotExported_isNotAccessible() {
        String contract = "package bot.inner; public class Secret { public static void tell() {} }";
        Versions versions =
                Versions.of(contract, contract, "package acme; class Chat { void run() { bot.inner.Secret.tell(); } }");

        assertThat(versions.findings(Set.of("bot")))
                .containsExactly("L064 chat.jar: acme.Chat.run(): 'bot.inner.Secret' is in a package that is not"
                        + " exported; wanted public types and members of exported packages;"
                        + " use what the contract makes public");
    }
}
