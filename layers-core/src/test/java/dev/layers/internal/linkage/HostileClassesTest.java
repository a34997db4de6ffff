package dev.layers.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.contract.ContractModule;
import dev.layers.preflight.Finding;
import java.lang.module.ModuleDescriptor;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

class HostileClassesTest {
    private static final CompiledClasses CONTRACT = CompiledClasses.of(
            "package bot; public interface Listener { default void on() { } }", "package bot; public class Base { }");
    private static final String MALFORMED = "L017 chat.jar: acme.Chat: a class file that cannot be parsed;"
            + " wanted a class file of the class that its path names; compile it again,"
            + " or move it to the path of its class";

    /** Name and descriptor, as the distance of their indexes to the header. */
    @ParameterizedTest
    @ValueSource(ints = {14, 16})
    void providerWithAMethodOfNoNameOrDescriptor_isMalformed(int index) {
        byte[] provider = HostileClasses.running("acme/Chat", code -> {});
        int at = new ClassReader(provider).header + index;
        provider[at] = 0;
        provider[at + 1] = 0;

        List<String> findings = chat(provider).findings(providing());

        assertThat(findings).containsExactly(MALFORMED);
    }

    @Test
    void classWithoutASuperClass_isMalformed() {
        byte[] orphan = HostileClasses.empty("acme/Chat", null);

        assertThat(chat(orphan).findings())
                .containsExactly(MALFORMED.replace("jar: acme.Chat:", "jar: acme/Chat.class:"));
    }

    @Test
    void memberOfTheContractThatHasNoName_isMalformed() {
        byte[] calling = HostileClasses.running(
                "acme/Chat", code -> code.visitMethodInsn(Opcodes.INVOKESTATIC, "bot/Base", "gone", "()V", false));
        int constant = nameAndType(calling, "gone");
        calling[constant] = 0;
        calling[constant + 1] = 0;

        assertThat(chat(calling).findings()).containsExactly(MALFORMED);
    }

    @Test
    void arrayOf60000Dimensions_isMalformed() {
        String descriptor = "(" + "[".repeat(60_000) + "Lbot/Base;)V";
        byte[] calling = HostileClasses.running(
                "acme/Chat", code -> code.visitMethodInsn(Opcodes.INVOKESTATIC, "bot/Base", "gone", descriptor, false));

        assertThat(chat(calling).findings()).containsExactly(MALFORMED);
    }

    @Test
    void arrayOf255Dimensions_isChecked() {
        String descriptor = "(" + "[".repeat(255) + "I)V";
        byte[] calling = HostileClasses.running(
                "acme/Chat", code -> code.visitMethodInsn(Opcodes.INVOKESTATIC, "bot/Base", "gone", descriptor, false));

        assertThat(chat(calling).findings())
                .containsExactly("L061 chat.jar: acme.Chat.run(): 'bot.Base.gone(int" + "[]".repeat(98)
                        + "[…)' does not exist; wanted a method of 'bot.api@2'; compile the module"
                        + " against the contract of the host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "(", ")", "()", "[", "L", "(L", "(Lbot/Base", "Lbot/Base;)(", "([)[", "I(Lbot/Base;[[)"})
    void descriptorThatIsNone_isNoFailure(String descriptor) {
        byte[] calling = HostileClasses.running("acme/Chat", code -> {
            code.visitFieldInsn(Opcodes.GETSTATIC, "bot/Base", "field", descriptor);
            code.visitInsn(Opcodes.POP);
        });

        assertThat(chat(calling).findings()).allMatch(text -> text.startsWith("L06") || text.equals(MALFORMED));
    }

    @Test
    void nameOf60000Characters_isCut() {
        byte[] creating = HostileClasses.running("acme/Chat", code -> {
            code.visitTypeInsn(Opcodes.NEW, "bot/" + "x".repeat(60_000));
            code.visitInsn(Opcodes.POP);
        });

        assertThat(chat(creating).findings())
                .containsExactly(
                        "L060 chat.jar: acme.Chat.run(): 'bot." + "x".repeat(196)
                                + "…' does not exist; wanted a type of 'bot.api@2'; compile the module against the contract of the host");
    }

    @Test
    void nameThatNoFileCanHave_isMissing() {
        ClassLoader directory = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) {
                throw new InvalidPathException(name, "Nul character not allowed");
            }
        };
        ContractModule contract =
                new ContractModule("bot.api", Optional.empty(), Set.of("bot"), Set.of("bot"), directory);
        Linkage linkage = new Linkage(new ContractTypes(List.of(contract)));
        linkage.add("chat.jar", "acme/Chat.class", HostileClasses.empty("acme/Chat", "bot/Ba\0se"));

        assertThat(linkage.check(List.of())).singleElement().asString().contains("L060");
    }

    @Test
    void superClassesThatExtendEachOther_areNoLineage() {
        Map<String, byte[]> files = Map.of(
                "acme/Chat.class", HostileClasses.empty("acme/Chat", "acme/Room", "bot/Listener"),
                "acme/Room.class", HostileClasses.empty("acme/Room", "acme/Chat", "bot/Listener"));

        assertThat(HostileClasses.against(CONTRACT, files).findings(providing()))
                .isEmpty();
    }

    @Test
    void chainOf5000Classes_isNoLineage() {
        Map<String, byte[]> files = new HashMap<>();
        files.put("acme/Chat0.class", HostileClasses.empty("acme/Chat0", "bot/Base", "bot/Listener"));
        for (int number = 1; number <= 5_000; number++) {
            String name = number == 5_000 ? "acme/Chat" : "acme/Chat" + number;
            files.put(name + ".class", HostileClasses.empty(name, "acme/Chat" + (number - 1)));
        }

        assertThat(HostileClasses.against(CONTRACT, files).findings(providing()))
                .isEmpty();
    }

    @Test
    void errorOfAReaderThatNestsTooDeep_isMalformed() {
        ClassLoader nesting = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) {
                throw new StackOverflowError();
            }
        };
        ContractModule contract =
                new ContractModule("bot.api", Optional.empty(), Set.of("bot"), Set.of("bot"), nesting);
        Linkage linkage = new Linkage(new ContractTypes(List.of(contract)));
        linkage.add("chat.jar", "acme/Chat.class", HostileClasses.empty("acme/Chat", "bot/Base"));

        assertThat(linkage.check(List.of())).extracting(Finding::text).containsExactly(MALFORMED);
    }

    private static Versions chat(byte[] file) {
        return HostileClasses.against(CONTRACT, Map.of("acme/Chat.class", file));
    }

    private static ModuleDescriptor providing() {
        return ModuleDescriptor.newModule("acme")
                .provides("bot.Listener", List.of("acme.Chat"))
                .build();
    }

    /** Returns where the constant begins that combines {@code name} with a descriptor. */
    private static int nameAndType(byte[] file, String name) {
        ClassReader reader = new ClassReader(file);
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int index = 1; index < reader.getItemCount(); index++) {
            int item = reader.getItem(index);
            if (item > 0 && file[item - 1] == 12 && name.equals(reader.readUTF8(item, buffer))) {
                return item;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
