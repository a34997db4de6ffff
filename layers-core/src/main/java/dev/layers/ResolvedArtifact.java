package dev.layers;

import dev.layers.internal.layer.ClassTransform;
import dev.layers.internal.layer.GenerationLayer;
import dev.layers.internal.layer.ModuleCode;
import dev.layers.internal.resolution.Resolved;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An artifact that was read and resolved, for layers of its own.
 *
 * @param draft what was read
 * @param parents what it stands on
 * @param footing which generations those are
 * @param resolved its modules, resolved together with those
 */
record ResolvedArtifact(Environment environment, Draft draft, Parents parents, Footing footing, Resolved resolved)
        implements Preparation {
    @Override
    public ModuleCode define(GenerationName name) {
        return define(name.number(), environment.transform(source().options()));
    }

    @Override
    public ModuleCode rehearse() {
        return define(0, ClassTransform.none());
    }

    private ModuleCode define(int number, ClassTransform transform) {
        try {
            return GenerationLayer.define(
                    new GenerationLayer.Plan(
                            module(), number, resolved.configuration(), resolved.readsAll(), transform),
                    parents.host());
        } catch (LayerInstantiationException | SecurityException refused) {
            throw new PreflightException(new PreflightReport(
                    origin(),
                    Optional.of(module()),
                    List.of(Rule.NOT_RESOLVED.at(source().artifact(), String.valueOf(refused.getMessage())))));
        } catch (IOException impossible) {
            throw new IllegalStateException("A snapshot in memory failed to open", impossible);
        }
    }
}
