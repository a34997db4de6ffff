package dev.layers.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What holds for every class of the module. */
class ModuleRulesTest {
    private static final int FEWEST_CLASSES = 10;

    private final JavaClasses classes = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void classes_areThere() {
        assertThat(classes).hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    @Test
    void classes_printNothingButTheCommand() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.layers\\.testkit\\.check\\.(CheckMain|CheckCommand|InnerJvm)")
                .should(ACCESS_STANDARD_STREAMS)
                .check(classes);
    }

    @Test
    void classes_logNothing() {
        noClasses().should(USE_JAVA_UTIL_LOGGING).check(classes);
    }

    @Test
    void names_sayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Impl|Wrapper|Data|Info)")
                .check(classes);
    }
}
