package dev.layers;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a module says when it cannot do what it was asked for. */
final class ModuleWording {
    /** How many generations a sentence names. */
    private static final int NAMED = 10;

    private ModuleWording() {}

    /** Says why {@code what} takes no calls. */
    static ModuleUnloadedException unavailable(GenerationName name, ModuleState state, String what) {
        return new ModuleUnloadedException(
                switch (state) {
                    case ACTIVE ->
                        "Module '" + name + "' does not provide '" + what + "' any longer; ask it for its services";
                    case UNLOADING -> "Module '" + name + "' is being unloaded; '" + what + "' takes no calls";
                    case UNLOADED ->
                        "Module '" + name + "' was unloaded; load it again and ask for '" + what + "' anew";
                });
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
        String names = left.stream().limit(NAMED).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return "Module '" + left.get(0).module() + "' from " + artifact + ": " + left.size()
                + (left.size() == 1 ? " unloaded generation was" : " unloaded generations were")
                + " not collected: " + names + (left.size() > NAMED ? " and " + (left.size() - NAMED) + " more" : "");
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
