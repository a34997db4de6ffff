package dev.layers.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.contract.ContractModule;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LinkageTest {
    private static final CompiledClasses CONTRACT = CompiledClasses.of(
            "package bot; public interface Listener { void on(String text); }",
            "package bot; public abstract class Base<T> { protected T room; protected abstract void open(T room); }",
            "package bot; public interface Task { void run(); }",
            "package bot; public enum Mood { GOOD, BAD }");
    private static final CompiledClasses MODULE = CompiledClasses.against(
            CONTRACT,
            "package acme; class Pool { void run(Chat chat) { chat.on(null); Later later = () -> { }; later.fire(); } }",
            "package acme; interface Later extends bot.Task { default void fire() { } }",
            "package acme; public class Chat extends bot.Base<String> implements bot.Listener {"
                    + " public void on(String text) { Runnable task = this::close; task.run(); }"
                    + " protected void open(String room) { bot.Listener all = text -> on(text + room); all.on(null); }"
                    + " void close() { try { room = null; } catch (NoSuchFieldError older) { }"
                    + " switch (bot.Mood.GOOD) { case GOOD -> open(null); default -> { } } } }");

    @Test
    void classOfAnotherName_isMalformed() {
        Linkage linkage = linkage();

        List<Finding> findings = linkage.add("chat.jar", "acme/Other.class", MODULE.file("acme/Chat.class"));

        assertThat(findings)
                .extracting(Finding::text)
                .containsExactly("L017 chat.jar: acme/Other.class: class 'acme.Chat';"
                        + " wanted a class file of the class that its path names; compile it again,"
                        + " or move it to the path of its class");
    }

    @Test
    void textFile_isMalformed() {
        List<Finding> findings = linkage().add("chat.jar", "acme/Chat.class", "no class, just text".getBytes());

        assertThat(findings)
                .extracting(Finding::text)
                .containsExactly("L017 chat.jar: acme/Chat.class: no class file;"
                        + " wanted a class file of the class that its path names; compile it again,"
                        + " or move it to the path of its class");
    }

    @Test
    void classFileThatIsCutShort_isMalformed() {
        byte[] file = MODULE.file("acme/Chat.class");

        for (int length = 0; length < file.length; length++) {
            List<Finding> findings = linkage().add("chat.jar", "acme/Chat.class", Arrays.copyOf(file, length));

            assertThat(findings).extracting(Finding::rule).containsExactly(Rule.CLASS_MALFORMED);
        }
    }

    @Test
    void classFileOfAnUnknownVersion_isNotChecked() {
        byte[] file = MODULE.file("acme/Chat.class").clone();
        file[7] = 99;

        List<Finding> findings = linkage().add("chat.jar", "acme/Chat.class", file);

        assertThat(findings)
                .extracting(Finding::text)
                .containsExactly("L070 chat.jar: acme/Chat.class: a class file of version 99;"
                        + " wanted a class file that this version of Layers understands; update Layers");
    }

    @Test
    void damageThatOnlyACompleteReadShows_isMalformed() {
        ContractTypes types = contractTypes();
        byte[] file = MODULE.file("acme/Chat.class");
        Set<String> malformed = new TreeSet<>();

        for (int at = 8; at < file.length; at++) {
            byte[] damaged = file.clone();
            damaged[at] = (byte) 0xFE;
            Linkage linkage = new Linkage(types);
            if (linkage.add("chat.jar", "acme/Chat.class", damaged).isEmpty()) {
                linkage.check(List.of()).stream()
                        .filter(finding -> finding.rule() == Rule.CLASS_MALFORMED)
                        .forEach(finding -> malformed.add(finding.text()));
            }
        }

        assertThat(malformed)
                .containsExactly("L017 chat.jar: acme.Chat: a class file that cannot be parsed;"
                        + " wanted a class file of the class that its path names; compile it again,"
                        + " or move it to the path of its class");
    }

    @Test
    void moduleDescriptor_isIgnored() {
        assertThat(linkage().add("chat.jar", "module-info.class", new byte[0])).isEmpty();
    }

    @Test
    void findings_areSorted() {
        Versions versions = Versions.of(
                "package bot; public class Gone { public static void b() {} public static void a() {} }",
                "package bot; public class Gone { }",
                "package acme; class Two { void run() { bot.Gone.b(); bot.Gone.a(); } }",
                "package acme; class One { void run() { bot.Gone.b(); } }");

        assertThat(versions.findings())
                .extracting(text -> text.substring(0, text.indexOf(" does")))
                .containsExactly(
                        "L061 chat.jar: acme.One.run(): 'bot.Gone.b()'",
                        "L061 chat.jar: acme.Two.run(): 'bot.Gone.a()'",
                        "L061 chat.jar: acme.Two.run(): 'bot.Gone.b()'");
    }

    @Test
    void hostTypeThatCannotBeRead_saysNothing() {
        CompiledClasses old = CompiledClasses.of(
                "package bot; public class Room extends other.Base { public void say() { } }",
                "package other; public class Base { }");
        CompiledClasses module =
                CompiledClasses.against(old, "package acme; class Chat { void run() { new bot.Room().say(); } }");

        Versions versions = new Versions(old.without("other/Base.class"), module);

        assertThat(versions.findings()).isEmpty();
    }

    @Test
    void classesThatExtendEachOther_endTheSearch() {
        CompiledClasses one = CompiledClasses.of(
                "package acme; class One implements bot.Listener { }",
                "package bot; public interface Listener { }",
                "package acme; class Two extends One { }");
        CompiledClasses two =
                CompiledClasses.of("package acme; class Two { }", "package acme; class One extends Two { }");
        CompiledClasses circle = new CompiledClasses(Map.of(
                "acme/Two.class", one.file("acme/Two.class"),
                "acme/One.class", two.file("acme/One.class"),
                "acme/Chat.class", MODULE.file("acme/Chat.class")));

        assertThat(new Versions(CONTRACT, circle).findings()).isEmpty();
    }

    @Test
    void contractTypes_areReadOnceForMany() {
        ContractTypes types = contractTypes();

        for (int round = 0; round < 3; round++) {
            Linkage linkage = new Linkage(types);
            MODULE.files()
                    .forEach((name, bytes) ->
                            assertThat(linkage.add("chat.jar", name, bytes)).isEmpty());
            assertThat(linkage.check(List.of())).isEmpty();
        }
    }

    @Test
    void randomDamage_yieldsFindingsAndNothingElse() {
        ContractTypes types = contractTypes();
        Random random = new Random(17);

        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (int round = 0; round < 5_000; round++) {
                Linkage linkage = new Linkage(types);
                damaged(random).forEach((name, bytes) -> linkage.add("chat.jar", name, bytes));
                assertThat(linkage.check(List.of())).doesNotContainNull();
            }
        });
    }

    @Test
    void oneOrTwoOtherBytes_yieldFindingsAndNothingElse() {
        ContractTypes types = contractTypes();
        ModuleReference module = Versions.module(ModuleDescriptor.newModule("acme")
                .provides("bot.Listener", List.of("acme.Chat", "acme.Pool"))
                .provides("bot.Task", List.of("acme.Later"))
                .build());
        List<String> names = List.copyOf(MODULE.files().keySet());
        Random random = new Random(255);

        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (int round = 0; round < 20_000; round++) {
                Map<String, byte[]> files = new TreeMap<>(MODULE.files());
                byte[] copy = MODULE.file(names.get(round % names.size())).clone();
                for (int change = round / names.size() % 2; change >= 0; change--) {
                    copy[8 + random.nextInt(copy.length - 8)] = random.nextBoolean() ? 0 : (byte) random.nextInt(256);
                }
                files.put(names.get(round % names.size()), copy);
                Linkage linkage = new Linkage(types);
                files.forEach((name, bytes) -> linkage.add("chat.jar", name, bytes));
                assertThat(linkage.check(List.of(module))).doesNotContainNull();
            }
        });
    }

    private static Map<String, byte[]> damaged(Random random) {
        Map<String, byte[]> files = new TreeMap<>();
        MODULE.files().forEach((name, bytes) -> {
            byte[] copy = bytes.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                copy[8 + random.nextInt(copy.length - 8)] = (byte) random.nextInt(256);
            }
            files.put(name, copy);
        });
        return files;
    }

    private static Linkage linkage() {
        return new Linkage(contractTypes());
    }

    private static ContractTypes contractTypes() {
        return new ContractTypes(List.of(
                new ContractModule("bot.api", Optional.of("2"), Set.of("bot"), Set.of("bot"), CONTRACT.loader(null))));
    }
}
