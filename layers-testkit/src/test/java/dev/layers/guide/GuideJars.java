package dev.layers.guide;

import java.nio.file.Path;
import java.util.List;

/**
 * What all hosts of the guide share, compiled once in a JVM of tests.
 *
 * @param contract the contract that most modules are written for
 * @param loose contracts that show what can cross and what cannot
 * @param host the hosts
 */
record GuideJars(Path contract, Path loose, Path host) {
    static final GuideJars COMPILED = compile(ownDirectory().toAbsolutePath());

    /** JVMs of tests run side by side. */
    private static Path ownDirectory() {
        return Path.of("target", "guide", String.valueOf(ProcessHandle.current().pid()));
    }

    private static GuideJars compile(Path directory) {
        Path contract = GuideSources.contract().toJar(directory.resolve("bot-api.jar"));
        Path loose = GuideSources.sources("loose.api").toJar(directory.resolve("loose-api.jar"));
        Path host = GuideSources.sources("host")
                .dependsOn(contract, loose)
                .dependsOn(GuideSources.core())
                .toJar(directory.resolve("host.jar"));
        return new GuideJars(contract, loose, host);
    }

    List<Path> all() {
        return List.of(host, contract, loose);
    }
}
