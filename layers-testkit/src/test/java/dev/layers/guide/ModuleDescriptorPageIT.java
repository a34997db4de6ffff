package dev.layers.guide;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/module-info.md} says of each descriptor is what Layers says. */
class ModuleDescriptorPageIT {
    private static final String OPENS = "opens acme.model to\n            acme.mapper;";

    @TempDir
    Path directory;

    @Test
    void moduleThatProvidesNothing_isRefused() throws Exception {
        new Printed(new GuideHost(directory).having("unprovided").run("CheckHost", "unprovided.jar"))
                .isShownAs("descriptor-unprovided");
    }

    @Test
    void moduleThatBringsTheContract_isRefused() throws Exception {
        GuideHost host = new GuideHost(directory);
        GuideSources.module("painting").dependsOn(colors()).toJar(in("bundled", "painting.jar"));
        colors().toJar(in("bundled", "acme-colors.jar"));
        GuideSources.contract().toJar(in("bundled", "bot-api.jar"));

        new Printed(host.run("CheckHost", "bundled")).isShownAs("descriptor-bundled");
    }

    @Test
    void requiredModule_isMissingAlone() throws Exception {
        GuideHost host = new GuideHost(directory);
        GuideSources.module("painting").dependsOn(colors()).toJar(host.plugin("painting"));

        new Printed(host.run("CheckHost", "painting.jar")).isShownAs("descriptor-missing");
    }

    @Test
    void requiredModule_isFoundBesideIt() throws Exception {
        GuideHost host = new GuideHost(directory);
        GuideSources.module("painting").dependsOn(colors()).toJar(in("painting", "painting.jar"));
        colors().toJar(in("painting", "acme-colors-1.0.jar"));

        new Printed(host.run("CheckHost", "painting")).isShownAs("descriptor-library");
    }

    @Test
    void requiredModule_mayBeAutomatic() throws Exception {
        GuideHost host = new GuideHost(directory);
        ModuleSource automatic = ModuleSource.plain()
                .type(GuideSources.text("acme.colors/acme/colors/Colors.java"))
                .manifest("Automatic-Module-Name", "acme.colors");
        GuideSources.module("painting").dependsOn(automatic).toJar(in("painting", "painting.jar"));
        automatic.toJar(in("painting", "colors-1.0-final.jar"));

        new Printed(host.run("CheckHost", "painting")).isShownAs("descriptor-automatic");
    }

    @Test
    void optionalModule_mayBeAbsent() throws Exception {
        GuideHost host = new GuideHost(directory);
        GuideSources.module("optional").dependsOn(colors()).toJar(host.plugin("optional"));

        new Printed(host.run("CheckHost", "optional.jar")).isShownAs("descriptor-optional-absent");
    }

    @Test
    void optionalModule_isUsedIfItIsThere() throws Exception {
        GuideHost host = new GuideHost(directory);
        GuideSources.module("optional").dependsOn(colors()).toJar(in("optional", "optional.jar"));
        colors().toJar(in("optional", "acme-colors.jar"));

        new Printed(host.run("CheckHost", "optional")).isShownAs("descriptor-optional-present");
    }

    @Test
    void reflection_worksOnWhatIsOpened() throws Exception {
        GuideHost host = new GuideHost(directory);
        ModuleSource mapper = GuideSources.sources("acme.mapper");
        mapper.toJar(in("mapping", "acme-mapper.jar"));
        GuideSources.module("mapping").dependsOn(mapper).toJar(in("mapping", "mapping.jar"));

        new Printed(host.run("CheckHost", "mapping")).isShownAs("descriptor-opened");
    }

    @Test
    void reflection_failsOnWhatIsNot() throws Exception {
        GuideHost host = new GuideHost(directory);
        ModuleSource mapper = GuideSources.sources("acme.mapper");
        mapper.toJar(in("mapping", "acme-mapper.jar"));
        String closed = GuideSources.text("mapping/module-info.java").replace(OPENS, "");
        ModuleSource.module(closed)
                .type(GuideSources.text("mapping/acme/Save.java"))
                .type(GuideSources.text("mapping/acme/model/Settings.java"))
                .dependsOn(mapper, GuideSources.contract())
                .toJar(in("mapping", "mapping.jar"));

        new Printed(host.run("CheckHost", "mapping")).isShownAs("descriptor-closed");
    }

    @Test
    void ownServices_areFoundInTheOwnLayer() throws Exception {
        new Printed(new GuideHost(directory).having("spelling").run("CheckHost", "spelling.jar"))
                .isShownAs("descriptor-uses");
    }

    @Test
    void modulesOnModules_areLoadedInOrder() throws Exception {
        GuideHost host = new GuideHost(directory).having("acme.fonts");
        GuideSources.sources("menu")
                .dependsOn(GuideSources.module("acme.fonts"))
                .dependsOn(GuideSources.contract())
                .toJar(host.plugin("menu"));

        new Printed(host.run("SetHost")).isShownAs("descriptor-set");
    }

    private static ModuleSource colors() {
        return GuideSources.sources("acme.colors");
    }

    private Path in(String artifact, String jar) {
        return directory.resolve("plugins").resolve(artifact).resolve(jar);
    }
}
