package dev.layers.residue;

import java.util.List;

/**
 * A module that leaves something behind, or only looks as if, and what has to become of it.
 *
 * @param name its name, also that of the module
 * @param code what it does
 * @param without what is left where Layers has no part in it
 * @param with what Layers says and leaves
 */
record Row(String name, Code code, Without without, With with) {
    /** Who runs the module. */
    enum Driver {
        /** A thread of the host that lives on. */
        CALL,
        /** The start hook, with the module's loader as context class loader. */
        HOOK
    }

    /**
     * The text of a module.
     *
     * @param body the statements of its one method; {@code host} is the {@code bot.Host} if it is called
     */
    record Code(Driver driver, String body, Needs needs, Jdks jdks) {}

    /**
     * What a module has beside its statements.
     *
     * @param requires names of modules, with blanks between
     * @param imports names of types or packages, with blanks between
     * @param members what else is in its class
     * @param libraries names of jars, with blanks between
     */
    record Needs(String requires, String imports, String members, String libraries) {}

    /** The releases of the JDK that have what a module uses. */
    record Jdks(int first, int last) {}

    /**
     * What a layer of the JDK's making leaves.
     *
     * @param lastRetained the last JDK on which the module is retained; zero if on none
     * @param isSoftLater whether it is held softly from then on, and nobody knows for how long
     * @param traces what the public API shows of it
     */
    record Without(int lastRetained, boolean isSoftLater, List<String> traces) {
        /** Whether both may be seen: what is held softly goes when memory is short, or another takes its place. */
        boolean isUncertain() {
            return isSoftLater && !isRetained();
        }

        boolean isRetained() {
            return Runtime.version().feature() <= lastRetained;
        }
    }

    /**
     * What Layers says; {@code {}} in a line stands for a word that is never the same.
     *
     * @param isRetained whether the module outlives its unload
     * @param traces what the public API still shows
     */
    record With(boolean isRetained, List<String> undone, List<String> findings, List<String> traces) {}

    private static final int ANY = 99;

    /** Returns a module that a thread of the host calls, and that leaves nothing. */
    static Row call(String name, String body) {
        return of(Driver.CALL, name, body);
    }

    /** Returns a module that does everything in its start hook, and that leaves nothing. */
    static Row hook(String name, String body) {
        return of(Driver.HOOK, name, body);
    }

    private static Row of(Driver driver, String name, String body) {
        return new Row(
                name,
                new Code(driver, body, new Needs("", "", "", ""), new Jdks(17, ANY)),
                new Without(0, false, List.of()),
                new With(false, List.of(), List.of(), List.of()));
    }

    Row requires(String modules) {
        return with(new Needs(modules, code.needs.imports, code.needs.members, code.needs.libraries));
    }

    Row imports(String types) {
        return with(new Needs(code.needs.requires, types, code.needs.members, code.needs.libraries));
    }

    Row members(String text) {
        return with(new Needs(code.needs.requires, code.needs.imports, text, code.needs.libraries));
    }

    Row libraries(String jars) {
        return with(new Needs(code.needs.requires, code.needs.imports, code.needs.members, jars));
    }

    private Row with(Needs needs) {
        return new Row(name, new Code(code.driver, code.body, needs, code.jdks), without, with);
    }

    /** Returns this one for some JDKs only. */
    Row between(int first, int last) {
        return new Row(name, new Code(code.driver, code.body, code.needs, new Jdks(first, last)), without, with);
    }

    Row from(int first) {
        return between(first, ANY);
    }

    /** Without Layers the module is never collected. */
    Row retained(String... traces) {
        return retainedUpTo(ANY, traces);
    }

    /** Without Layers the module is not collected up to that JDK, but later. */
    Row retainedUpTo(int jdk, String... traces) {
        return new Row(name, code, new Without(jdk, false, List.of(traces)), with);
    }

    /** Without Layers the module is never collected up to JDK 17, and held softly later. */
    Row retainedThenSoftly() {
        return new Row(name, code, new Without(17, true, List.of()), with);
    }

    /** Without Layers the module is collected, yet something stays. */
    Row leaves(String... traces) {
        return retainedUpTo(0, traces);
    }

    /** Layers undoes it and says so. */
    Row undone(String... lines) {
        return new Row(name, code, without, new With(with.isRetained, List.of(lines), with.findings, with.traces));
    }

    /** Layers cannot undo it and says so. */
    Row named(String... findings) {
        return new Row(name, code, without, new With(with.isRetained, with.undone, List.of(findings), with.traces));
    }

    /** The module outlives its unload. */
    Row held() {
        return new Row(name, code, without, new With(true, with.undone, with.findings, with.traces));
    }

    /** The public API shows it after the unload too. */
    Row stays(String... traces) {
        return new Row(name, code, without, new With(with.isRetained, with.undone, with.findings, List.of(traces)));
    }

    /** Whether it can be tried on this JDK. */
    boolean isForThisJdk() {
        int running = Runtime.version().feature();
        return code.jdks.first <= running && running <= code.jdks.last;
    }

    /** Whether Layers has nothing to say of it. */
    boolean isSilent() {
        return with.undone.isEmpty() && with.findings.isEmpty();
    }

    /** Whether a layer of the JDK's making leaves nothing of it. */
    boolean isHarmless() {
        return without.lastRetained == 0 && without.traces.isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}
