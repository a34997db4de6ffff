package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Origin;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Rule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightExceptionTest {
    private static final Finding MISSING = Rule.ARTIFACT_MISSING.at("chat.jar", "nothing is there");
    private static final Finding TWICE = Rule.NAME_TWICE.at("chat.jar", "module 'chat' is also in one.jar");
    private static final Finding NOTE = Rule.USES_THREADS.at("chat.jar", "'new Thread'");

    @Test
    void message_ofOneError_isItsText() {
        assertThat(new PreflightException(report(NOTE, MISSING)))
                .hasMessage(
                        "L001 chat.jar: nothing is there; wanted a module jar, a directory of classes or a directory"
                                + " of jars; correct the path");
    }

    @Test
    void message_ofSeveralErrors_tellsEachOnALine() {
        assertThat(new PreflightException(report(TWICE, NOTE, MISSING)))
                .hasMessage("chat.jar: 2 problems:\n  " + TWICE.text() + "\n  " + MISSING.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chat"})
    void report_isThereAfterSerialization(String module) throws Exception {
        Optional<String> name = Optional.of(module).filter(text -> !text.isEmpty());
        PreflightReport report =
                new PreflightReport(new Origin("chat.jar", "9f86", List.of("CN=Acme")), name, List.of(NOTE, MISSING));

        PreflightException read = copy(new PreflightException(report));

        assertThat(read).hasMessage(MISSING.text());
        assertThat(read.report()).isEqualTo(report);
    }

    private static PreflightReport report(Finding... findings) {
        return new PreflightReport(new Origin("chat.jar", "", List.of()), Optional.empty(), List.of(findings));
    }

    private static PreflightException copy(PreflightException exception) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (PreflightException) in.readObject();
        }
    }
}
