package dev.layers.others;

import java.util.List;
import java.util.Set;
import org.jboss.modules.LocalDependencySpecBuilder;
import org.jboss.modules.LocalLoader;
import org.jboss.modules.ModuleFinder;
import org.jboss.modules.ModuleLoader;
import org.jboss.modules.ModuleSpec;
import org.jboss.modules.Resource;

/** The module {@code host} of JBoss Modules: the contract, from the class path. */
final class HostPackage implements ModuleFinder, LocalLoader {
    @Override
    public ModuleSpec findModule(String name, ModuleLoader loader) {
        return name.equals("host") ? spec() : null;
    }

    private ModuleSpec spec() {
        return ModuleSpec.build("host")
                .addDependency(new LocalDependencySpecBuilder()
                        .setLocalLoader(this)
                        .setLoaderPaths(Set.of("dev/layers/others"))
                        .setExport(true)
                        .build())
                .create();
    }

    @Override
    public Class<?> loadClassLocal(String name, boolean resolve) {
        return name.equals(Greeter.class.getName()) ? Greeter.class : null;
    }

    @Override
    public Package loadPackageLocal(String name) {
        return null;
    }

    @Override
    public List<Resource> loadResourceLocal(String name) {
        return List.of();
    }
}
