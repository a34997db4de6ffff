package dev.layers.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package acme.chat; class Ping {}",
                "package acme.chat; public final class Ping<T> extends Object {} class Pong {}",
                "package acme.chat; interface Ping {}",
                "package acme.chat; public sealed interface Ping permits A {} record A() implements Ping {}",
                "package acme.chat; enum Ping { A, B }",
                "package acme.chat; public record Ping(int x) { class Nested {} }",
                "package acme.chat; public @interface Ping { Class<?> value(); }",
                "package acme.chat; @Marked(String.class) class Ping {}",
                "package acme.chat; import acme.record.Other; @Marked(kind = Some.interface_) class Ping {}",
                "package acme.chat; @Marked(\"class Wrong {}\") class Ping {}",
                "package acme.chat; @Marked(\"\\\"class Wrong {}\") class Ping {}",
                "package acme.chat; @Marked({'\"', '\\'', '\\u0022'}) class Ping { String s = \"class Wrong\"; }",
                "package acme.chat; @Marked(\"\"\"\n  a \"quoted\" \\\"\"\" class Wrong {}\n  \"\"\") class Ping {}",
                "// package wrong; class Wrong\npackage acme.chat; class Ping {}",
                "/* package wrong; class Wrong */ package acme.chat; /** A class that */ class Ping {}",
                "/*\n * it's a licence\n */\npackage acme.chat;\n\n// isn't a class at all\nclass Ping {}",
                "package /* of */ acme.chat; class // the name is\n Ping {}",
                "@Marked package acme.chat; class\tPing{}",
                "package acme.chat;class Ping{}",
            })
    void type_isNamedAfterItsPackageAndFirstType(String text) {
        assertThat(SourceText.ofType(text).path()).isEqualTo("acme/chat/Ping.java");
    }

    @Test
    void type_withNestedPackageLiesDeeper() {
        SourceText source = SourceText.ofType("package a.b.c.d; class Ähre$1_x {}");

        assertThat(source.path()).isEqualTo("a/b/c/d/Ähre$1_x.java");
    }

    @Test
    void type_withPackageOnlyIsItsPackageInfo() {
        SourceText source = SourceText.ofType("/** A class of its own. */ @Deprecated package acme.chat;");

        assertThat(source.path()).isEqualTo("acme/chat/package-info.java");
    }

    @Test
    void type_withoutPackageIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceText.ofType("// package acme;\nclass Ping {}\n"))
                .withMessage("Package declaration not found, a module has no unnamed package: "
                        + "// package acme;\nclass Ping {}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module acme.chat {}",
                "open module acme.chat { requires java.sql; }",
                "/** The module of all. */ // module wrong\n@Deprecated(since = \"module wrong\") module acme.chat{}",
                "import acme.module.Marked; @Marked module\n  acme.chat {}",
            })
    void module_isNamedAfterItsDeclaration(String text) {
        SourceText source = SourceText.ofModule(text);

        assertThat(source.module()).contains("acme.chat");
        assertThat(source.path()).isEqualTo("module-info.java");
    }

    @Test
    void module_withoutDeclarationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceText.ofModule(" package acme; // module acme\n"))
                .withMessage("Module declaration not found in: package acme; // module acme");
    }
}
