package dev.layers.others;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;

/** A plain jar with a {@link Greeter} as a service; one that greets all starts a thread that does not end. */
final class GreeterPlugin {
    private GreeterPlugin() {}

    /** Writes the jar into {@code directory}. */
    static Path write(Path directory) {
        return ModuleSource.plain()
                .type("""
                        package acme;

                        public class Hello implements dev.layers.others.Greeter {
                            @Override
                            public String greet(String name) {
                                if (name.equals("all")) {
                                    Thread thread = new Thread(Hello::greetOthers, "greeter");
                                    thread.setDaemon(true);
                                    thread.start();
                                }
                                return "Hello " + name;
                            }

                            private static void greetOthers() {
                                try {
                                    Thread.sleep(Long.MAX_VALUE);
                                } catch (InterruptedException ended) {
                                    return;
                                }
                            }
                        }
                        """)
                .service("dev.layers.others.Greeter", "acme.Hello")
                .dependsOn(Libraries.of(Greeter.class))
                .toJar(directory.resolve("chat.jar"));
    }
}
