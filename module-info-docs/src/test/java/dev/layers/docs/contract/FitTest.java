package dev.layers.docs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.DocsException;
import dev.layers.docs.ModuleSource;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.read.Inputs;
import dev.layers.docs.read.Inputs.Image;
import dev.layers.docs.read.ModuleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitTest {
    private static final String OLD = """
            package shop;
            public interface Payment extends Named<String> {
                void pay(Order order);
                default int limit() { return Limits.MOST; }
                record Order(String id) {}
                enum Mood { GOOD, BAD }
                final class Limits { public static int MOST = 7; public Limits() {} }
            }
            """;
    private static final String NAMED = "package shop; public interface Named<T> { T name(); void rename(T name); }";
    private static final String CARD = """
            package card;
            import shop.*;
            abstract class Base implements Payment { public void rename(String name) {} }
            """;
    private static final String PROVIDER = """
            package card;
            import shop.*;
            public class Card extends Base implements AutoCloseable {
                public String name() { return "card"; }
                public void pay(Order order) {
                    System.out.println(order.id() + ((Payment) this).limit() + order.equals(new Order("x")) + Mood.valueOf("GOOD").name()
                            + Mood.values().length + Limits.MOST + new Limits().hashCode());
                }
                public void close() {}
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void moduleThatWasCompiledAgainstWhatIsThere_isCompatible() throws Exception {
        Path contract = contract("1.0", OLD);

        assertThat(fits(contract, card(contract)))
                .containsExactly(new Fit("card", Optional.of("1.0"), Fit.Verdict.COMPATIBLE, List.of()));
    }

    @Test
    void moduleThatWasCompiledAgainstAnother_isCompatibleWhereItLinks() throws Exception {
        Path card = card(contract("1.0", OLD));
        Path contract = contract("1.1", OLD.replace("void pay(", "default void refund() {} void pay("));

        assertThat(fits(contract, card))
                .containsExactly(new Fit("card", Optional.of("1.0"), Fit.Verdict.COMPATIBLE, List.of()));
    }

    @Test
    void moduleThatLinksToWhatIsGone_isNotCompatible() throws Exception {
        Path card = card(contract("1.0", OLD));
        String now = OLD.replace("limit() { return Limits.MOST; }", "most() { return 1; }")
                .replace("int MOST", "long MOST")
                .replace("enum Mood", "enum Temper");

        assertThat(fits(contract("2.0", now), card))
                .containsExactly(new Fit(
                        "card",
                        Optional.of("1.0"),
                        Fit.Verdict.INCOMPATIBLE,
                        List.of(
                                "field 'shop.Payment$Limits.MOST' is missing",
                                "method 'shop.Payment.limit()' is missing",
                                "type 'shop.Payment$Mood' is missing")));
    }

    @Test
    void providerWithoutAMethodOfItsService_isNotCompatible() throws Exception {
        Path card = card(contract("1.0", OLD));
        Path contract = contract("2.0", OLD.replace("void pay(", "void refund(Order order, int cents); void pay("));

        assertThat(fits(contract, card))
                .containsExactly(new Fit(
                        "card",
                        Optional.of("1.0"),
                        Fit.Verdict.INCOMPATIBLE,
                        List.of("method 'shop.Payment.refund(shop.Payment$Order, int)' is missing in 'card.Card'")));
    }

    private Path contract(String version, String payment) throws IOException {
        return ModuleSource.in(directory.resolve("contract-" + version))
                .file("module-info.java", "module shop { exports shop; uses shop.Payment; }")
                .file("shop/Payment.java", payment)
                .file("shop/Named.java", NAMED)
                .jar("shop.jar", "--module-version", version);
    }

    private Path card(Path contract) throws IOException {
        return ModuleSource.in(directory.resolve("card"))
                .option("--module-path", contract.toString())
                .file("module-info.java", "module card { requires shop; provides shop.Payment with card.Card; }")
                .file("card/Base.java", CARD)
                .file("card/Card.java", PROVIDER)
                .jar("card.jar");
    }

    private static List<Fit> fits(Path... paths) throws DocsException {
        ModuleSet set = ModuleReader.read(new Inputs(List.of(paths), Image.LEFT_OUT));
        Contract contract = Contracts.of(set).declaring("shop.Payment").orElseThrow();
        return new Agreements(set).fits(contract);
    }
}
