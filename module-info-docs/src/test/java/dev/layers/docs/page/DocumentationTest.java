package dev.layers.docs.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a small example, each whole. */
class DocumentationTest {
    @TempDir
    private static Path directory;

    private static Map<String, String> pages = Map.of();

    @BeforeAll
    static void read() throws Exception {
        pages = ShopExample.pages(directory);
    }

    @Test
    void pages_areOneOfEachKind() {
        assertThat(pages)
                .containsOnlyKeys(
                        "index",
                        "findings-of-modules",
                        "contract-of-shop.contract",
                        "shop.card",
                        "shop.contract",
                        "shop.host");
    }

    @Test
    void overview_showsAllModulesContractsAndServices() {
        assertThat(pages.get("index")).isEqualTo("""
                        # Modules

                        3 modules, 1 contract between them, [0 findings](findings-of-modules.md).

                        ```mermaid
                        flowchart LR
                          n0["shop.card"]
                          n2["shop.host<br>open"]
                          subgraph boundary["contract boundary"]
                            n1{{"shop.contract<br>contract"}}
                          end
                          n0 --> n1
                          n0 -.-o|provides| n1
                          n2 ==>|transitive| n1
                          n2 -.->|uses| n1
                        ```

                        ## All modules

                        | Module | Version | Kind | What it is |
                        | --- | --- | --- | --- |
                        | [`shop.card`](shop.card.md) | `2.0` | normal | provides 1 service |
                        | [`shop.contract`](shop.contract.md) | `1.1` | normal | exports 1 package |
                        | [`shop.host`](shop.host.md) |  | open | uses 1 service, can be run |

                        ## Contracts

                        | Contract of | Services | Provided by | Used by | Boundary |
                        | --- | --- | --- | --- | --- |
                        | [`shop.contract`](contract-of-shop.contract.md) | 1 | [`shop.card`](shop.card.md) | [`shop.host`](shop.host.md) | **1 type refused** |

                        ## Services

                        | Service | Provided by | Used by |
                        | --- | --- | --- |
                        | [`shop.Payment`](contract-of-shop.contract.md#shop.Payment) | [`shop.card`](shop.card.md) | [`shop.host`](shop.host.md) |
                        """);
    }

    @Test
    void findings_sayWhereThereAreNone() {
        assertThat(pages.get("findings-of-modules")).isEqualTo("""
                        # Findings

                        Nothing that a person should look at.

                        [All modules](index.md)
                        """);
    }

    @Test
    void contract_showsWhatCrossesWhatIsRefusedAndWhoFits() {
        assertThat(pages.get("contract-of-shop.contract")).isEqualTo("""
                        # Contract of `shop.contract`

                        What [`shop.contract`](shop.contract.md) and others provide to each other.

                        | Service | Provided by | Used by |
                        | --- | --- | --- |
                        | [`Payment`](contract-of-shop.contract.md#shop.Payment) | [`shop.card`](shop.card.md) | [`shop.host`](shop.host.md) |

                        A host that loads modules by this contract through Layers hands every value over as it stands here, in both directions.

                        ## What is refused

                        Layers refuses a contract with these signatures, unless the service is handed out direct:

                        - Service `Payment`: argument 1 of `shop.Payment.open(Thread)` has type `Thread`, which cannot cross: a thread belongs to one side; use Runnable or Executor

                        ## <a id="shop.Payment"></a>Interface `Payment`

                        | Method | Arguments cross as | Result crosses as |
                        | --- | --- | --- |
                        | `open(thread)` | **no rule for** `Thread` |  |
                        | `pay(order, listener)` | **record** [`Order`](contract-of-shop.contract.md#shop.Order), **service** [`Listener`](contract-of-shop.contract.md#shop.Listener) | **plain** `Receipt` |

                        It has methods of `java.lang.AutoCloseable` as well.

                        ## <a id="shop.Listener"></a>Interface `Listener`

                        | Method | Arguments cross as | Result crosses as |
                        | --- | --- | --- |
                        | `paid(receipt)` | **plain** `Receipt` |  |

                        ## <a id="shop.Order"></a>Record `Order`

                        | Component | Crosses as |
                        | --- | --- |
                        | `id` | **plain** `String` |
                        | `listeners` | **container** `List<service Listener>` |

                        ## How values cross

                        | Kind | How values of it cross |
                        | --- | --- |
                        | **plain** | as it is: it can hold no object of a module |
                        | **record** | as a copy: taken apart and made again, each component by its own kind |
                        | **service** | as a reference, which ends with its module |
                        | **container** | as a copy that cannot be changed, each element by its own kind |
                        | **no rule for** | not at all: a contract that names it is refused |

                        ## Compatible versions

                        The contract that was given has version 1.1. Told from the class files, which were not run: every member that a module links to is there, and every abstract method of a service is implemented by its providers. What is called by reflection or by the names of a module's own types, and what methods mean, cannot be seen so.

                        | Module | Role | Compiled against | Fits |
                        | --- | --- | --- | --- |
                        | [`shop.card`](shop.card.md) | provides | `1.0` | **compatible**, compiled against `1.0` |
                        | [`shop.host`](shop.host.md) | uses | `1.0` | **compatible**, compiled against `1.0` |

                        [All modules](index.md)
                        """);
    }

    @Test
    void moduleOfAProvider_showsWhatItWasCompiledAgainst() {
        assertThat(pages.get("shop.card")).isEqualTo("""
                        # Module `shop.card`

                        - Kind: normal
                        - Version: `2.0`

                        ```mermaid
                        flowchart LR
                          n0["shop.card"]
                          subgraph boundary["contract boundary"]
                            n1{{"shop.contract<br>contract"}}
                          end
                          n0 --> n1
                          n0 -.-o|provides| n1
                        ```

                        ## Requires

                        | Module | Modifiers | Compiled against |
                        | --- | --- | --- |
                        | [`shop.contract`](shop.contract.md) |  | `1.0` **given: 1.1** |

                        ## Provides

                        | Service | Provider |
                        | --- | --- |
                        | [`shop.Payment`](contract-of-shop.contract.md#shop.Payment) | `card.Card` |

                        [All modules](index.md)
                        """);
    }

    @Test
    void moduleOfAContract_showsItsTypes() {
        assertThat(pages.get("shop.contract")).isEqualTo("""
                        # Module `shop.contract`

                        - Kind: normal
                        - Version: `1.1`
                        - Contract: [1 service between this module and others](contract-of-shop.contract.md)
                        - Required by: [`shop.card`](shop.card.md), [`shop.host`](shop.host.md)

                        ```mermaid
                        flowchart LR
                          n0["shop.card"]
                          n2["shop.host<br>open"]
                          subgraph boundary["contract boundary"]
                            n1{{"shop.contract<br>contract"}}
                          end
                          n0 --> n1
                          n0 -.-o|provides| n1
                          n2 ==>|transitive| n1
                          n2 -.->|uses| n1
                        ```

                        ## Exports

                        | Package | To |
                        | --- | --- |
                        | [`shop`](shop.contract.md#shop) | every module |

                        ## <a id="shop"></a>Package `shop`

                        | Type | Kind | Annotations |
                        | --- | --- | --- |
                        | <a id="shop.Listener"></a>`Listener` | interface | `@FunctionalInterface` |
                        | <a id="shop.Order"></a>`Order` | record |  |
                        | <a id="shop.Payment"></a>`Payment` | interface |  |
                        | <a id="shop.Receipt"></a>`Receipt` | record |  |

                        [All modules](index.md)
                        """);
    }

    @Test
    void moduleOfAHost_showsWhatItUses() {
        assertThat(pages.get("shop.host")).isEqualTo("""
                        # Module `shop.host`

                        - Kind: open, all of its packages to reflection
                        - Main class: `host.Shop`

                        ```mermaid
                        flowchart LR
                          n1["shop.host<br>open"]
                          subgraph boundary["contract boundary"]
                            n0{{"shop.contract<br>contract"}}
                          end
                          n1 ==>|transitive| n0
                          n1 -.->|uses| n0
                        ```

                        ## Requires

                        | Module | Modifiers | Compiled against |
                        | --- | --- | --- |
                        | [`shop.contract`](shop.contract.md) | transitive | `1.0` **given: 1.1** |

                        ## Opens

                        | Package | To |
                        | --- | --- |
                        | `host` | every module |

                        ## Uses

                        | Service | Provided by |
                        | --- | --- |
                        | [`shop.Payment`](contract-of-shop.contract.md#shop.Payment) | [`shop.card`](shop.card.md) |

                        [All modules](index.md)
                        """);
    }
}
