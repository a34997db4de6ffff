package dev.layers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be changed together.
 *
 * @param drafts what is to be loaded, or to take over from the module of its name; one for each name
 * @param leaving what is to be unloaded, unless it is among those
 */
record Batch(List<Draft> drafts, List<LiveModule> leaving) {
    Batch {
        drafts = List.copyOf(drafts);
        leaving = List.copyOf(leaving);
        Set<String> names = new HashSet<>();
        for (Draft draft : drafts) {
            if (!names.add(draft.module())) {
                throw new IllegalArgumentException("Module '" + draft.module() + "' is twice in one batch");
            }
        }
    }
}
