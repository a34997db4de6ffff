package dev.layers.docs.page;

import dev.layers.docs.DocsException;
import dev.layers.docs.ModuleSource;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.read.Inputs;
import dev.layers.docs.read.Inputs.Image;
import dev.layers.docs.read.ModuleReader;
import dev.layers.docs.render.Markdown;
import dev.layers.docs.text.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shop, the contract by which it is paid, and a module that pays by card and was compiled against an older contract. */
final class ShopExample {
    private static final String DESCRIPTOR = "module shop.contract { exports shop; }";
    private static final String PAYMENT = """
            package shop;
            public interface Payment extends AutoCloseable {
                Receipt pay(Order order, Listener listener);
                void open(Thread thread);
            }
            """;
    private static final String ORDER =
            "package shop; public record Order(String id, java.util.List<Listener> listeners) {}";
    private static final String RECEIPT = "package shop; public record Receipt(String id, int cents) {}";
    private static final String LISTENER =
            "package shop; @FunctionalInterface public interface Listener { void paid(Receipt receipt); }";

    private final Path directory;

    private ShopExample(Path directory) {
        this.directory = directory;
    }

    /** Returns the Markdown of each page, by name. */
    static Map<String, String> pages(Path directory) throws IOException, DocsException {
        Map<String, String> texts = new HashMap<>();
        for (Page page : Documentation.of(set(directory))) {
            texts.put(page.name(), Markdown.of(page));
        }
        return texts;
    }

    static ModuleSet set(Path directory) throws IOException, DocsException {
        ShopExample example = new ShopExample(directory);
        Path old = example.contract("1.0");
        return ModuleReader.read(
                new Inputs(List.of(example.contract("1.1"), example.card(old), example.host(old)), Image.LEFT_OUT));
    }

    private Path contract(String version) throws IOException {
        return ModuleSource.in(directory.resolve("contract-" + version))
                .option("-parameters")
                .file("module-info.java", DESCRIPTOR)
                .file("shop/Payment.java", PAYMENT)
                .file("shop/Order.java", ORDER)
                .file("shop/Receipt.java", RECEIPT)
                .file("shop/Listener.java", LISTENER)
                .jar("shop.contract.jar", "--module-version", version);
    }

    private Path card(Path contract) throws IOException {
        return ModuleSource.in(directory.resolve("card"))
                .option("--module-path", contract.toString())
                .file(
                        "module-info.java",
                        "module shop.card { requires shop.contract; provides shop.Payment with card.Card; }")
                .file("card/Card.java", """
                        package card;
                        import shop.*;
                        public class Card implements Payment {
                            public Receipt pay(Order order, Listener listener) { return new Receipt(order.id(), 1); }
                            public void open(Thread thread) {}
                            public void close() {}
                        }
                        """)
                .jar("shop.card.jar", "--module-version", "2.0");
    }

    private Path host(Path contract) throws IOException {
        return ModuleSource.in(directory.resolve("host"))
                .option("--module-path", contract.toString())
                .file(
                        "module-info.java",
                        "open module shop.host { requires transitive shop.contract; uses shop.Payment; }")
                .file("host/Shop.java", """
                        package host;
                        public class Shop {
                            public static void main(String[] arguments) {
                                java.util.ServiceLoader.load(shop.Payment.class).forEach(each -> each.open(null));
                            }
                        }
                        """)
                .jar("shop.host.jar", "--main-class", "host.Shop");
    }
}
