package dev.layers;

import dev.layers.internal.desired.Artifacts;
import dev.layers.internal.desired.DesiredFile;
import dev.layers.internal.desired.Misunderstood;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The deployments of one manager: one for each directory, and one for all files that say what is wanted. */
final class Deployments {
    private final ModuleRegistry registry;
    private final Map<Path, Deployment> directories = new ConcurrentHashMap<>();
    private final Deployment files;

    Deployments(ModuleRegistry registry) {
        this.registry = registry;
        this.files = new Deployment(registry, "a file of wanted modules");
    }

    /** Returns the deployment of {@code directory}, the same at every call, and by whatever name it is called. */
    Deployment of(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        Deployment known = directories.get(path);
        if (known != null) {
            return known;
        }
        Deployment one =
                directories.computeIfAbsent(real(path), first -> new Deployment(registry, "Directory '" + path + "'"));
        return Objects.requireNonNullElse(directories.putIfAbsent(path, one), one);
    }

    /** What is not there yet is in a directory that may be. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            Path parent = path.getParent();
            return parent == null ? path : real(parent).resolve(path.getFileName());
        }
    }

    /** Loads what is in {@code directory}, and unloads what was loaded of it and is not there any longer. */
    DeploymentReport loadAll(Path directory) {
        return of(directory).carryOutAnew(() -> artifacts(directory.toAbsolutePath()));
    }

    DeploymentPlan plan(Path file) {
        return files.plan(() -> wanted(file.toAbsolutePath()));
    }

    DeploymentReport apply(Path file) {
        return files.carryOutAnew(() -> wanted(file.toAbsolutePath()));
    }

    private List<Wanted> artifacts(Path directory) {
        return registry.environment().linked().map(LinkedWanted::all).orElseGet(() -> listed(directory));
    }

    private static List<Wanted> listed(Path directory) {
        try {
            return Artifacts.in(directory).stream()
                    .map(child -> Wanted.of(child, String.valueOf(child.getFileName())))
                    .toList();
        } catch (Misunderstood wrong) {
            throw new DeploymentRefusedException(directory.toString(), wrong.problems());
        }
    }

    private List<Wanted> wanted(Path file) {
        WantedModules modules = new WantedModules(registry.environment());
        try {
            DesiredFile desired = new DesiredFile(
                    file, registry.environment().policies().artifacts().quiet());
            List<Wanted> wanted = modules.of(desired.read(modules.vocabulary()));
            return registry.environment().linked().isEmpty()
                    ? wanted
                    : wanted.stream().map(LinkedWanted::named).toList();
        } catch (Misunderstood wrong) {
            throw new DeploymentRefusedException(file.toString(), wrong.problems());
        }
    }
}
