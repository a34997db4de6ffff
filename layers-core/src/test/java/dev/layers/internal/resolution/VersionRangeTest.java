package dev.layers.internal.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRangeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.2          | 1.2       | true
            1.2          | 1.10      | true
            1.2          | 1.2-beta  | false
            1.2          | 1.1.9     | false
            [1.2,2)      | 1.2       | true
            [1.2,2)      | 1.99      | true
            [1.2,2)      | 2         | false
            [1.2,2)      | 2-beta    | true
            (1.2,2]      | 1.2       | false
            (1.2,2]      | 2         | true
            (1.2,2]      | 2.0       | true
            (,2]         | 0.1       | true
            (,2]         | 2.1       | false
            [1.2,)       | 100       | true
            [1.5]        | 1.5       | true
            [1.5]        | 1.5.1     | false
            [1.5,1.5]    | 1.5       | true
            ' [ 1 , 2 ) '| 1.5       | true
            """)
    void range_containsVersionsBetweenItsEnds(String range, String version, boolean expected) {
        boolean isIn = VersionRange.of(range).contains(Version.parse(version));

        assertThat(isIn).isEqualTo(expected);
    }

    static Map<String, String> refused() {
        return Map.ofEntries(
                Map.entry("", "'' is no version"),
                Map.entry("[1.2", "its end has no bracket"),
                Map.entry("[2,1]", "no version lies in it"),
                Map.entry("[1,1)", "no version lies in it"),
                Map.entry("(1.5)", "no version lies in it"),
                Map.entry("[]", "no version lies in it"),
                Map.entry("(,)", "no version lies in it"),
                Map.entry("1.2]", "'1.2]' is no version"),
                Map.entry("1,2", "'2,' is no version"),
                Map.entry("abc", "'abc' is no version"),
                Map.entry("[1,x]", "'x' is no version"),
                Map.entry("[1,2,3]", "'2,3' is no version"));
    }

    @Test
    void otherText_isRefusedWithWhatIsWanted() {
        refused()
                .forEach((range, why) -> assertThatThrownBy(() -> VersionRange.of(range))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("Version range '" + range + "': " + why
                                + "; wanted a version such as 1.2 for that and all higher ones,"
                                + " or an interval such as [1.2,2), (,2] or [1.5]"));
    }

    @Test
    void text_isAsWritten() {
        assertThat(VersionRange.of(" [1.2,2) ")).hasToString("[1.2,2)");
    }
}
