package dev.layers.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/** Class files that would take minutes or all memory, each guarded by a time that is none of performance. */
class EffortTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final CompiledClasses CONTRACT =
            CompiledClasses.of("package bot; public interface Listener { void on(); default void off() { } }");
    private static final Handle BOOTSTRAP = new Handle(Opcodes.H_INVOKESTATIC, "acme/Chat", "make", "()V", false);

    @Test
    void effort_ends() {
        Effort effort = new Effort();

        assertThat(effort.spend(1)).isTrue();
        assertThat(effort.spend(Long.MAX_VALUE)).isFalse();
        assertThat(effort.spend(1)).isFalse();
    }

    /** More interfaces than a lineage has, and fewer. */
    @ParameterizedTest
    @ValueSource(ints = {240, 500})
    void chainedInterfacesInReverse_areChecked(int length) {
        Map<String, byte[]> files = new HashMap<>();
        List<String> interfaces = new ArrayList<>();
        for (int number = 0; number < length; number++) {
            String name = "acme/Room" + number;
            String above = number == 0 ? "bot/Listener" : "acme/Room" + (number - 1);
            files.put(name + ".class", HostileClasses.withInterface(name, new String[] {above}, writer -> {
                for (int method = 0; method < 20; method++) {
                    HostileClasses.addMethod(writer, "say" + method, code -> {});
                }
            }));
            interfaces.add(name);
        }
        Collections.reverse(interfaces);
        files.put(
                "acme/Chat.class",
                HostileClasses.empty("acme/Chat", "java/lang/Object", interfaces.toArray(String[]::new)));

        List<String> findings = findings(files);

        assertThat(findings).hasSize(length == 240 ? 1 : 0).allMatch(text -> text.startsWith("L065 "));
    }

    @Test
    void callSitesThatShareALongListOfArguments_endTheCheck() {
        Object[] arguments = IntStream.range(0, 5_000).boxed().toArray();
        byte[] file = HostileClasses.running("acme/Chat", code -> {
            code.visitTypeInsn(Opcodes.NEW, "bot/Gone");
            for (int site = 0; site < 2_000; site++) {
                code.visitInvokeDynamicInsn("make", "()V", BOOTSTRAP, arguments);
            }
            code.visitTypeInsn(Opcodes.NEW, "bot/NotReached");
        });

        List<String> findings = findings(Map.of("acme/Chat.class", file));

        assertThat(findings).singleElement().asString().startsWith("L060 chat.jar: acme.Chat.run(): 'bot.Gone'");
    }

    @Test
    void constantsThatShareALongListOfArguments_areNotRead() {
        Object[] shared = IntStream.range(0, 5_000).boxed().toArray();
        Object[] constants = IntStream.range(0, 1_000)
                .mapToObj(number -> new ConstantDynamic("make" + number, "I", BOOTSTRAP, shared))
                .toArray();
        byte[] file = HostileClasses.running("acme/Chat", code -> {
            code.visitTypeInsn(Opcodes.NEW, "bot/Gone");
            code.visitLdcInsn(new ConstantDynamic("all", "I", BOOTSTRAP, constants));
        });

        assertThat(findings(Map.of("acme/Chat.class", file))).isEmpty();
    }

    @Test
    void textsOfManyBeginnings_areLookedThroughOnce() {
        String text = "Lbot/".repeat(13_000);
        byte[] file = HostileClasses.running("acme/Chat", code -> {
            for (int number = 0; number < 100; number++) {
                code.visitLdcInsn(number + text.substring(10));
            }
        });

        assertThat(findings(Map.of("acme/Chat.class", file))).isEmpty();
    }

    private static List<String> findings(Map<String, byte[]> files) {
        return assertTimeoutPreemptively(
                LONG, () -> HostileClasses.against(CONTRACT, files).findings());
    }
}
