package dev.layers.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;

class RelevantMethodsTest {
    private static final CompiledClasses CONTRACT = CompiledClasses.of(
            "package bot; public interface Room { String NAME = new String(\"room\"); void say(String text);"
                    + " class Closed extends Exception { private static final long serialVersionUID = 1; } }",
            "package acme; public class Heir implements bot.Room { public void say(String text) {}"
                    + " public static int count; }");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void used(Object any) { ((bot.Room) any).say(null); }",
                "Object used() { return bot.Room.class; }",
                "Object used() { return new bot.Room[0][0]; }",
                "Object used() { return bot.Room.NAME; }",
                "bot.Room used() { return null; }",
                "void used(bot.Room[] rooms) {}",
                "void used() throws bot.Room.Closed {}",
                "void used(Thread other) { try { other.start(); } finally { Heir.count++; } }",
                "void used() { new Heir().say(null); }",
                "Object used() { return (Runnable) () -> new Heir(); }",
                "Object used() { bot.Room room = text -> {}; return room; }",
                "java.util.function.Consumer<String> used(Heir heir) { return heir::say; }"
            })
    void methodThatUsesThem_isFound(String method) throws Exception {
        assertThat(relevant("package acme; class Chat { int idle(int one) { return one + 1; } " + method + " }"))
                .contains("used")
                .doesNotContain("idle");
    }

    @Test
    void methodsOfAClassThatUsesNone_areLeftOut() throws Exception {
        assertThat(relevant("package acme; class Chat { String name = \"x\"; int idle() { return name.length(); } }"))
                .isEmpty();
    }

    private static List<String> relevant(String source) throws Exception {
        byte[] bytes = CompiledClasses.against(CONTRACT, source).files().get("acme/Chat.class");
        byte[] heir = CONTRACT.files().get("acme/Heir.class");
        HashedNames classes = HashedNames.of(List.of(read(heir).rawName()));
        BitSet places = read(bytes).methods(new RelevantMethods.Sought(new PackageNames(Set.of("bot")), classes));
        List<String> names = names(bytes);
        return places.stream().mapToObj(names::get).toList();
    }

    private static ClassFile read(byte[] bytes) throws MalformedClass {
        return ClassFile.read("chat.jar", new BigEndian(bytes));
    }

    private static List<String> names(byte[] bytes) {
        List<String> names = new ArrayList<>();
        ClassVisitor visitor = new ClassVisitor(ClassFile.API) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                names.add(name);
                return super.visitMethod(access, name, descriptor, signature, exceptions);
            }
        };
        new ClassReader(bytes).accept(visitor, 0);
        return names;
    }
}
