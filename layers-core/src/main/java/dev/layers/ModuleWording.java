package dev.layers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What a module says when it cannot do what it was asked for. */
final class ModuleWording {
    /** How many generations a sentence names. */
    private static final int NAMED = 10;

    private ModuleWording() {}

    /**
     * Says why {@code what} takes no calls.
     *
     * @param why why the module is down, if it is
     */
    static ModuleUnloadedException unavailable(GenerationName name, ModuleState state, String what, String why) {
        return new ModuleUnloadedException(
                switch (state) {
                    case ACTIVE ->
                        "Module '" + name + "' does not provide '" + what + "' any longer; ask it for its services";
                    case UNLOADING -> "Module '" + name + "' is being unloaded; '" + what + "' takes no calls";
                    case DOWN ->
                        "Module '" + name + "' is down: " + why + "; '" + what
                                + "' takes no calls; reload it when the cause is gone, or unload it";
                    case UNLOADED ->
                        "Module '" + name + "' was unloaded; load it again and ask for '" + what + "' anew";
                });
    }

    /** Says why a call of {@code what} was not made. */
    static ModuleBusyException overdue(GenerationName name, String what, Duration waited) {
        return new ModuleBusyException("Module '" + name + "': a call of '" + what + "' has waited " + Text.of(waited)
                + " for the reload under way; call again, or let calls wait longer by the reload policy");
    }

    /** Says why nothing serves of a module. */
    static String down(GenerationName old, String why, String whyNotAgain) {
        return "its reload failed (" + why + "), and '" + old + "' did not start again (" + whyNotAgain + ")";
    }

    /** Says why a module is not unloaded. */
    static ModuleInUseException inUse(GenerationName name, List<GenerationName> users) {
        return new ModuleInUseException(
                "Module '" + name + "': " + names(users) + (users.size() == 1 ? " stands" : " stand")
                        + " on it; unload " + (users.size() == 1 ? "that" : "those")
                        + " first, or all together with unloadWithDependents()");
    }

    /** Says who has the name of a module that is to be loaded. */
    static ModuleNameTakenException nameTaken(Draft draft, String holder) {
        return new ModuleNameTakenException("Module '" + draft.module() + "' from "
                + draft.source().artifact() + ": " + holder + "; reload that one, or unload it first");
    }

    /** Says that what stands on modules changed again and again. */
    static ModuleBusyException everChanging(Collection<String> modules) {
        return new ModuleBusyException(
                "Modules " + modules.stream().sorted().collect(Collectors.joining("', '", "'", "'"))
                        + ": what stands on them keeps changing; ask again when others have ended");
    }

    /** Says why a module was left as it was, or out. */
    static LoadAbandonedException abandoned(Draft draft, String other, LayerException cause) {
        return new LoadAbandonedException(abandonedText(draft, other), cause);
    }

    static String abandonedText(Draft draft, String other) {
        return "Module '" + draft.module() + "' from " + draft.source().artifact() + ": not loaded, since '" + other
                + (draft.needs().contains(other) ? "', which it requires," : "', which is changed together with it,")
                + " could not be; see there, and try again";
    }

    /** Says why a module that does not serve any longer is not reloaded. */
    static ModuleUnloadedException notReloadable(GenerationName name, ModuleState state) {
        String module = "Module '" + name + "' ";
        return new ModuleUnloadedException(
                state == ModuleState.UNLOADING
                        ? module + "is half unloaded and cannot be reloaded; unload it again, then load it"
                        : module + "was unloaded and cannot be reloaded; load it again");
    }

    /** Says why another generation is not loaded. */
    static TooManyGenerationsException tooManyGenerations(Path artifact, List<GenerationName> left, int limit) {
        return new TooManyGenerationsException(found(artifact, left) + "; fewer than " + limit
                + " may be left when another one is loaded; let go of what holds them, or raise the limit of the"
                + " generation policy");
    }

    /** Says that another generation is loaded all the same. */
    static String manyGenerations(Path artifact, List<GenerationName> left, int limit) {
        return found(artifact, left) + ", and another one is being loaded; fewer than " + limit
                + " are expected; let go of what holds them, before memory for classes runs out";
    }

    private static String found(Path artifact, List<GenerationName> left) {
        return "Module '" + left.get(0).module() + "' from " + artifact + ": " + left.size()
                + (left.size() == 1 ? " unloaded generation was" : " unloaded generations were")
                + " not collected: " + names(left);
    }

    private static String names(List<GenerationName> all) {
        String some = all.stream().limit(NAMED).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return some + (all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "");
    }

    static ReloadRefusedException askedFromInside(GenerationName asked) {
        return new ReloadRefusedException(
                "Module '" + asked.module() + "': a reload was asked for from inside a call of '" + asked
                        + "', which serves on; ask from another thread, or when the call has ended");
    }

    static ReloadRefusedException stillCalled(UnloadReport report) {
        return new ReloadRefusedException("Module '" + report.generation().module() + "': "
                + String.join("; ", report.findings()) + "; '" + report.generation()
                + "' serves on; let the calls end and reload again");
    }

    static ReloadRefusedException otherModule(Source source, GenerationName serving, String found) {
        return new ReloadRefusedException("Module '" + serving.module() + "': " + source.artifact()
                + " now holds module '" + found + "'; '" + serving + "' serves on; unload it and load the other");
    }
}
