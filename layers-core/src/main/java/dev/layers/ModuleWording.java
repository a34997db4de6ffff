package dev.layers;

/** What a module says when it cannot do what it was asked for. */
final class ModuleWording {
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
