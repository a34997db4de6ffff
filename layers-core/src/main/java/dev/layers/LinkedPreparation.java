package dev.layers;

import dev.layers.internal.layer.ModuleCode;

/**
 * A linked module that may be started.
 *
 * @param draft the module
 * @param footing those that it requires and that were started
 */
record LinkedPreparation(LinkedDraft draft, Footing footing) implements Preparation {
    @Override
    public ModuleCode define(GenerationName name) {
        return draft.linked().code(name.number());
    }

    @Override
    public ModuleCode rehearse() {
        return draft.linked().code(0);
    }
}
