package dev.layers.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersTest {
    private static final String CONTRACT = "package bot; public interface Bot { }";
    private static final String NOT_CREATABLE = " wanted a concrete class with a public constructor without parameters,"
            + " or in an explicit module 'public static ... provider()'; add one of the two, or name another class";
    private static final String UNFIT = " wanted a subtype of 'bot.Bot'; implement it, or name a class that does";

    @Test
    void providerThatIsNotThere_isAbsent() {
        List<String> findings = provided("package acme; public class Other { }").findings(explicit());

        assertThat(findings)
                .containsExactly(
                        "L052 /plugins/chat.jar: module 'acme': 'acme.Chat', named as provider of 'bot.Bot', does not exist;"
                                + " wanted the class in the module that names it;"
                                + " correct the name, or build the class into it");
    }

    @Test
    void providerThatOnlyItsPackageSees_isNotPublic() {
        List<String> findings =
                provided("package acme; class Chat implements bot.Bot { }").findings(explicit());

        assertThat(findings)
                .containsExactly("L053 chat.jar: acme.Chat: a provider of 'bot.Bot' that is not public;"
                        + " wanted a public class; make it public");
    }

    @Test
    void protectedNestedProvider_isNotPublic() {
        Versions versions = provided("package acme; public class Chat {"
                + " protected static class Inner implements bot.Bot { public Inner() { } } }");

        List<String> findings = versions.findings(explicit("acme.Chat$Inner"));

        assertThat(findings).singleElement().asString().startsWith("L053 chat.jar: acme.Chat$Inner: ");
    }

    @Test
    void publicNestedProvider_passes() {
        Versions versions = provided("package acme; class Chat { public static class Inner implements bot.Bot { } }");

        assertThat(versions.findings(explicit("acme.Chat$Inner"))).isEmpty();
    }

    @Test
    void abstractProvider_isNotCreatable() {
        Versions versions =
                provided("package acme; public abstract class Chat implements bot.Bot { public Chat() { } }");

        assertThat(versions.findings(explicit()))
                .containsExactly("L054 chat.jar: acme.Chat: a provider of 'bot.Bot' that is abstract;" + NOT_CREATABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class Chat implements bot.Bot { public Chat(int any) { } }",
                "public enum Chat implements bot.Bot { ONE }"
            })
    void providerWithoutItsConstructor_isNotCreatable(String type) {
        Versions versions = provided("package acme; " + type);

        assertThat(versions.findings(explicit()))
                .containsExactly("L054 chat.jar: acme.Chat: a provider of 'bot.Bot' that has no constructor without"
                        + " parameters;" + NOT_CREATABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "protected", "private"})
    void providerWhoseConstructorIsNotPublic_isNotCreatable(String access) {
        Versions versions =
                provided("package acme; public class Chat implements bot.Bot { " + access + " Chat() { } }");

        assertThat(versions.findings(explicit()))
                .containsExactly("L054 chat.jar: acme.Chat: a provider of 'bot.Bot' that has a constructor without"
                        + " parameters that is not public;" + NOT_CREATABLE);
    }

    @Test
    void innerClass_isNotCreatable() {
        Versions versions = provided("package acme; public class Chat { public class Inner implements bot.Bot { } }");

        assertThat(versions.findings(explicit("acme.Chat$Inner")))
                .singleElement()
                .asString()
                .startsWith("L054 ");
    }

    @Test
    void providerOfAnotherType_isUnfit() {
        Versions versions = provided("package acme; public class Chat implements Runnable { public void run() { } }");

        assertThat(versions.findings(explicit()))
                .containsExactly("L055 chat.jar: acme.Chat: a provider of 'bot.Bot' that is no subtype of it;" + UNFIT);
    }

    @Test
    void providerMethod_replacesConstructorAndType() {
        Versions versions = provided(
                "package acme; public class Chat { private Chat() { } public static Made provider() { return null; } }",
                "package acme; class Made implements bot.Bot { }");

        assertThat(versions.findings(explicit())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"String", "Object", "int", "bot.Bot[]"})
    void providerMethodWithAnotherResult_isUnfit(String result) {
        Versions versions = provided("package acme; public class Chat implements bot.Bot {" + " public static " + result
                + " provider() { throw new IllegalStateException(); } }");

        assertThat(versions.findings(explicit()))
                .containsExactly(
                        "L055 chat.jar: acme.Chat: a method 'provider()' that returns '" + result + "';" + UNFIT);
    }

    @Test
    void providerMethodOfAnAutomaticModule_doesNotCount() {
        Versions versions =
                provided("package acme; public class Chat {" + " public static bot.Bot provider() { return null; } }");

        assertThat(versions.findings(automatic()))
                .containsExactly("L055 chat.jar: acme.Chat: a provider of 'bot.Bot' that is no subtype of it;" + UNFIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static bot.Bot provider() { return null; }",
                "public bot.Bot provider() { return null; }",
                "public static bot.Bot provider(int any) { return null; }"
            })
    void methodThatIsNoProviderMethod_doesNotCount(String method) {
        Versions versions = provided("package acme; public class Chat implements bot.Bot { " + method + " }");

        assertThat(versions.findings(explicit())).isEmpty();
    }

    @Test
    void providerBelowOtherClasses_fits() {
        Versions versions = provided(
                "package acme; public class Chat extends lib.Half { }",
                "package lib; public abstract class Half extends java.util.ArrayList<String> implements Listener { }",
                "package lib; interface Listener extends bot.Bot { }");

        assertThat(versions.findings(explicit())).isEmpty();
    }

    @Test
    void providerOfAJdkService_isCheckedToo() {
        ModuleDescriptor descriptor = ModuleDescriptor.newModule("acme")
                .packages(Set.of("acme"))
                .provides("java.util.spi.ToolProvider", List.of("acme.Chat"))
                .build();
        Versions versions = provided("package acme; public class Chat { }");

        assertThat(versions.findings(descriptor)).singleElement().asString().startsWith("L055 ");
    }

    @Test
    void providerBelowAnUnknownClass_saysNothing() {
        Versions versions =
                provided("package acme; public class Chat extends lib.Half { }", "package lib; public class Half { }");

        Versions cut = new Versions(versions.host(), versions.module().without("lib/Half.class"));

        assertThat(cut.findings(explicit())).isEmpty();
    }

    private static Versions provided(String... sources) {
        return Versions.of(CONTRACT, CONTRACT, sources);
    }

    private static ModuleDescriptor explicit() {
        return explicit("acme.Chat");
    }

    private static ModuleDescriptor explicit(String provider) {
        return ModuleDescriptor.newModule("acme")
                .packages(Set.of("acme"))
                .provides("bot.Bot", List.of(provider))
                .build();
    }

    private static ModuleDescriptor automatic() {
        return ModuleDescriptor.newAutomaticModule("acme")
                .packages(Set.of("acme"))
                .provides("bot.Bot", List.of("acme.Chat"))
                .build();
    }
}
