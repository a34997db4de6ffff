package dev.layers.docs.browser;

import dev.layers.docs.Commands;
import dev.layers.docs.browser.SiteLook.Depth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sites that the command wrote into the build directory. */
final class Sites {
    static final int MODULES = 200;

    private static final Path DIRECTORY = Path.of("target", "looked-at").toAbsolutePath();
    private static final int AREA = 10;
    private static final String LONG = "org.acme." + "verylongname".repeat(9) + ".part";
    private static final String MARKUP = "evil.<script>alert(1)</script>&amp;\"'<img src=x onerror=alert(1)>";

    private Sites() {}

    /** Writes the site of this project, its pages beside it, and returns the directory. */
    static Path own() throws IOException {
        Path site = DIRECTORY.resolve("own");
        List<Object> arguments = new ArrayList<>(List.of("write", "--out", site, "--guide", "../docs"));
        for (String module : List.of(
                "../layers-core",
                "../layers-testkit",
                "../sample-host/contract",
                "../sample-host/app",
                "../sample-module",
                "")) {
            arguments.add(jar(Path.of(module, "target")));
        }
        Commands.succeed(arguments.toArray());
        return site;
    }

    private static Path jar(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(".*-SNAPSHOT\\.jar|.*-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(target + ": no jar; package the modules first"));
        }
    }

    /** Writes the site of many modules, some of which have names that nobody would give in good faith. */
    static Path hostile(Path jars) throws IOException {
        Files.createDirectories(jars);
        for (int number = 0; number < MODULES - 2; number++) {
            SyntheticModule module = SyntheticModule.named(name(number));
            module.requires(name(number / AREA * AREA)).requires(name(number / 2));
            module.packageOf(name(number)).uses(name(0) + ".Service").provides(name(0) + ".Service");
            module.jar(jars.resolve(number + ".jar"));
        }
        SyntheticModule.named(LONG).packageOf(LONG).requires(name(0)).jar(jars.resolve("long.jar"));
        SyntheticModule.named(MARKUP)
                .version(MARKUP)
                .requires(name(0))
                .requires(LONG)
                .jar(jars.resolve("evil.jar"));
        Path site = DIRECTORY.resolve("hostile");
        Commands.succeed("write", "--out", site, jars);
        return site;
    }

    private static String name(int number) {
        return "org.acme.area%02d.part%03d".formatted(number / AREA, number);
    }

    /** Returns how much to look at a page of the hostile site: most of them are alike. */
    static Depth depth(Path page) {
        String name = page.getFileName().toString();
        if (name.startsWith("evil") || name.startsWith("findings")) {
            return Depth.WHOLE;
        }
        return name.startsWith("org.acme.area") && !name.endsWith("0.html") ? Depth.READ : Depth.BRIEF;
    }
}
