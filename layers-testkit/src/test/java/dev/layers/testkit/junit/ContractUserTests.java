package dev.layers.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LoadedModule;
import dev.layers.testkit.ModuleSource;
import org.junit.jupiter.api.Test;

/** Test classes with a contract of their own, and settings that are refused. They are run by other tests alone. */
public final class ContractUserTests {
    private static final String TYPE = """
            package acme;

            public class Hello implements dev.layers.testkit.junit.ContractUserTests.Greeting {
                @Override
                public String greet(String name) {
                    return "Hello " + name;
                }
            }
            """;

    private ContractUserTests() {}

    /** A contract that nothing but the tests have. */
    public interface Greeting {
        String greet(String name);
    }

    @LayersTest(provides = Greeting.class)
    static class Plain {
        static final ModuleSource HELLO = ModuleSource.plain()
                .type(TYPE)
                .service(Greeting.class.getName(), "acme.Hello")
                .dependsOn(Greeting.class, String.class);

        @Test
        void greets(@Load("HELLO") Greeting hello) {
            assertThat(hello.greet("you")).isEqualTo("Hello you");
        }
    }

    static class Misspelt extends UserTests.Base {
        @Test
        void test(@Load("caht") LoadedModule module) {
            module.name();
        }
    }

    @LayersTest(provides = Greeting.class, seconds = 1)
    static class TooShort extends UserTests.Base {
        @Test
        void test(@Load("chat") LoadedModule module) {
            module.name();
        }
    }
}
