package dev.layers.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to artifacts of the corpus where nobody checks them: they load, and fail while they serve. */
class LateFailureIT {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ':',
            value = {
                "a type that was removed                          : java.lang.NoClassDefFoundError",
                "a class that became abstract                     : java.lang.InstantiationError",
                "a class that became an interface, called         : java.lang.IncompatibleClassChangeError",
                "a constructor that is protected now              : java.lang.IncompatibleClassChangeError",
                "a package that is no longer exported             : java.lang.IllegalAccessError",
                "a method that was removed                        : java.lang.NoSuchMethodError",
                "a method with another result                     : java.lang.NoSuchMethodError",
                "a constructor with other parameters              : java.lang.NoSuchMethodError",
                "an instance method that is static now            : java.lang.IncompatibleClassChangeError",
                "a method reference to a method that was removed  : java.lang.NoSuchMethodError",
                "a field of another type                          : java.lang.NoSuchFieldError",
                "a field that became final                        : java.lang.IllegalAccessError",
                "a service whose method has another name          : java.lang.AbstractMethodError"
            })
    @DisplayName("In a bare ModuleLayer, a bad artifact is created and fails at its first call")
    void bareLayer_failsAtTheFirstCall(String name, Class<? extends LinkageError> error) throws Exception {
        CorpusHost host = CorpusHost.create(directory);
        Path artifact = bad(name).recipe().make(host, directory);

        UnaryOperator<String> command = bareCommand(host, artifact);

        assertThat(host.traces()).as("code of the module that ran").containsExactly("chat");
        assertThatExceptionOfType(error).isThrownBy(() -> command.apply("ping"));
    }

    private static BadArtifact bad(String name) {
        List<BadArtifact> named =
                BadArtifactIT.corpus().filter(bad -> bad.name().equals(name)).toList();
        assertThat(named).hasSize(1);
        return named.get(0);
    }

    @SuppressWarnings("unchecked")
    private UnaryOperator<String> bareCommand(CorpusHost host, Path artifact) throws ReflectiveOperationException {
        Class<?> service = host.type("bot.Command");
        ModuleLayer parent = service.getModule().getLayer();
        Configuration configuration =
                parent.configuration().resolve(ModuleFinder.of(artifact), ModuleFinder.of(), Set.of("chat"));
        ModuleLayer.Controller controller =
                ModuleLayer.defineModulesWithOneLoader(configuration, List.of(parent), service.getClassLoader());
        Module chat = controller.layer().findModule("chat").orElseThrow();
        controller.addExports(chat, "acme", getClass().getModule());
        return (UnaryOperator<String>)
                chat.getClassLoader().loadClass("acme.Chat").getConstructor().newInstance();
    }
}
