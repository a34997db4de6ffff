package dev.layers.docs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.ModuleSource;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.read.Inputs;
import dev.layers.docs.read.Inputs.Image;
import dev.layers.docs.read.ModuleReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractTypesTest {
    @TempDir
    private Path directory;

    @Test
    void moduleThatIsCalledAsThoseOfTheJdk_isNotOfIt() throws Exception {
        Path classes = ModuleSource.in(directory)
                .file("module-info.java", "module java.shop { requires java.sql; exports shop; }")
                .file("shop/Order.java", "package shop; public record Order(String id) {}")
                .classes();
        ModuleSet set = ModuleReader.read(new Inputs(List.of(classes), Image.LEFT_OUT));

        ContractTypes types = new ContractTypes(set);

        assertThat(types.isOfJdk("shop.Order")).isFalse();
        assertThat(types.isOfJdk("javax.sql.DataSource")).isTrue();
        assertThat(types.find("shop.Order").map(types::isVisible)).contains(true);
    }
}
