package dev.layers.testkit.leaks;

import dev.layers.testkit.ModuleSource;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a leak is and does.
 *
 * @param words what is told of it
 * @param code its statements and what they need
 * @param bare what a bare loader makes of it
 */
record Leaking(Words words, Code code, Bare bare) {
    /** Sentences without a dot. */
    record Words(String leaves, String heldBy, String undoneBy) {}

    /**
     * A class in pieces.
     *
     * @param requires names of modules, with blanks between
     * @param imports names of types or packages, with blanks between
     * @param members what else is in the class
     * @param body the statements of the one method
     */
    record Code(String requires, String imports, String members, String body) {}

    /**
     * What becomes of a loader without anybody's help.
     *
     * @param first the first release of the JDK that has what the code uses
     * @param lastHeld the last one on which {@code effect} is true
     * @param later what is true from then on
     */
    record Bare(int first, Leak.Effect effect, int lastHeld, Leak.Effect later) {}

    private static final int ANY = 99;

    /** Returns a leak that holds its loader on every JDK. */
    static Leaking of(String leaves, String heldBy, String undoneBy) {
        return new Leaking(
                new Words(leaves, heldBy, undoneBy),
                new Code("", "", "", ""),
                new Bare(17, Leak.Effect.HELD, ANY, Leak.Effect.HELD));
    }

    Leaking does(String body) {
        return with(new Code(code.requires, code.imports, code.members, body));
    }

    Leaking requires(String modules) {
        return with(new Code(modules, code.imports, code.members, code.body));
    }

    Leaking imports(String types) {
        return with(new Code(code.requires, types, code.members, code.body));
    }

    Leaking members(String text) {
        return with(new Code(code.requires, code.imports, text, code.body));
    }

    private Leaking with(Code changed) {
        return new Leaking(words, changed, bare);
    }

    /** Returns it for newer JDKs only. */
    Leaking from(int first) {
        return new Leaking(words, code, new Bare(first, bare.effect, bare.lastHeld, bare.later));
    }

    /** Returns it with another effect. */
    Leaking with(Leak.Effect effect) {
        return new Leaking(words, code, new Bare(bare.first, effect, ANY, effect));
    }

    /** Returns it with another effect after JDK 17. */
    Leaking later(Leak.Effect effect) {
        return new Leaking(words, code, new Bare(bare.first, bare.effect, 17, effect));
    }

    Leak.Effect effect(int jdk) {
        return jdk <= bare.lastHeld ? bare.effect : bare.later;
    }

    /** Returns the module, whose one package is called as it is. */
    ModuleSource source(String module) {
        String provider = module + ".Leak";
        return ModuleSource.module("module " + module + " { " + clauses("requires ", code.requires)
                        + "provides java.lang.Runnable with " + provider + "; }")
                .type("package " + module + "; import java.io.*; import java.util.*; import java.util.concurrent.*; "
                        + clauses("import ", code.imports)
                        + "@SuppressWarnings(\"all\") public class Leak implements Runnable { "
                        + code.members
                        + " @Override public void run() { try { leak(); } catch (Exception failure) {"
                        + " throw new IllegalStateException(failure); } }"
                        + " private void leak() throws Exception {\n"
                        + code.body
                        + "} }")
                .service("java.lang.Runnable", provider)
                .release(bare.first);
    }

    private static String clauses(String keyword, String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> keyword + name + "; ")
                .collect(Collectors.joining());
    }
}
