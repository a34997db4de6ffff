package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleDescriptor.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModulePageTest {
    @Test
    void text_showsEveryPartOfTheDescriptorSorted() {
        ModuleDescriptor pdf = ModuleDescriptor.newModule("org.acme.pdf")
                .version("1.2")
                .requires(Set.of(Modifier.STATIC), "org.acme.text")
                .requires(Set.of(Modifier.TRANSITIVE, Modifier.STATIC), "org.acme.fonts", Version.parse("3.1"))
                .exports("org.acme.pdf.spi", Set.of("org.acme.text", "org.acme.fonts"))
                .exports("org.acme.pdf")
                .opens("org.acme.pdf.model", Set.of("org.acme.text"))
                .opens("org.acme.pdf.data")
                .uses("org.acme.text.Words")
                .uses("org.acme.fonts.Fonts")
                .provides("org.acme.text.Writer", List.of("org.acme.pdf.PdfWriter", "org.acme.pdf.DraftWriter"))
                .provides("java.util.spi.ToolProvider", List.of("org.acme.pdf.PdfTool"))
                .mainClass("org.acme.pdf.Main")
                .build();
        ModuleDescriptor fonts = ModuleDescriptor.newModule("org.acme.fonts").build();

        String page = page(pdf, fonts);

        assertThat(page).isEqualTo("""
                        <!-- Written by module-info-docs from module descriptors; changes by hand are lost. -->

                        # Module `org.acme.pdf`

                        - Kind: normal
                        - Version: `1.2`
                        - Main class: `org.acme.pdf.Main`

                        ## Requires

                        | Module | Modifiers | Compiled against |
                        | --- | --- | --- |
                        | [`org.acme.fonts`](org.acme.fonts.md) | static transitive | `3.1` |
                        | `org.acme.text` | static |  |

                        ## Exports

                        | Package | To |
                        | --- | --- |
                        | `org.acme.pdf` | every module |
                        | `org.acme.pdf.spi` | [`org.acme.fonts`](org.acme.fonts.md), `org.acme.text` |

                        ## Opens

                        | Package | To |
                        | --- | --- |
                        | `org.acme.pdf.data` | every module |
                        | `org.acme.pdf.model` | `org.acme.text` |

                        ## Uses

                        | Service |
                        | --- |
                        | `org.acme.fonts.Fonts` |
                        | `org.acme.text.Words` |

                        ## Provides

                        | Service | Providers |
                        | --- | --- |
                        | `java.util.spi.ToolProvider` | `org.acme.pdf.PdfTool` |
                        | `org.acme.text.Writer` | `org.acme.pdf.PdfWriter`, `org.acme.pdf.DraftWriter` |

                        [All modules](index.md)
                        """);
    }

    @Test
    void text_leavesOutWhatADescriptorDoesNotSay() {
        ModuleDescriptor bare = ModuleDescriptor.newModule("org.acme.bare").build();

        String page = page(bare);

        assertThat(page).isEqualTo("""
                        <!-- Written by module-info-docs from module descriptors; changes by hand are lost. -->

                        # Module `org.acme.bare`

                        - Kind: normal

                        [All modules](index.md)
                        """);
    }

    @Test
    void text_ofAnOpenModuleOpensEachPackage() {
        ModuleDescriptor open = ModuleDescriptor.newOpenModule("org.acme.open")
                .packages(Set.of("org.acme.open.b", "org.acme.open.a"))
                .exports("org.acme.open.a")
                .build();

        String page = page(open);

        assertThat(page).isEqualTo("""
                        <!-- Written by module-info-docs from module descriptors; changes by hand are lost. -->

                        # Module `org.acme.open`

                        - Kind: open

                        ## Exports

                        | Package | To |
                        | --- | --- |
                        | `org.acme.open.a` | every module |

                        ## Opens

                        | Package | To |
                        | --- | --- |
                        | `org.acme.open.a` | every module |
                        | `org.acme.open.b` | every module |

                        [All modules](index.md)
                        """);
    }

    @Test
    void text_ofAnAutomaticModuleExportsAndOpensEachPackage() {
        ModuleDescriptor automatic = ModuleDescriptor.newAutomaticModule("legacy")
                .packages(Set.of("legacy.b", "legacy.a"))
                .provides("java.sql.Driver", List.of("legacy.a.LegacyDriver"))
                .build();

        String page = page(automatic);

        assertThat(page).isEqualTo("""
                        <!-- Written by module-info-docs from module descriptors; changes by hand are lost. -->

                        # Module `legacy`

                        - Kind: automatic

                        ## Exports

                        | Package | To |
                        | --- | --- |
                        | `legacy.a` | every module |
                        | `legacy.b` | every module |

                        ## Opens

                        | Package | To |
                        | --- | --- |
                        | `legacy.a` | every module |
                        | `legacy.b` | every module |

                        ## Provides

                        | Service | Providers |
                        | --- | --- |
                        | `java.sql.Driver` | `legacy.a.LegacyDriver` |

                        [All modules](index.md)
                        """);
    }

    @Test
    void text_hidesTheVersionsOfTheJdk() {
        Version version = Version.parse("17.0.15");
        ModuleDescriptor tools = ModuleDescriptor.newModule("org.acme.tools")
                .requires(Set.of(Modifier.MANDATED), "java.base", version)
                .requires(Set.of(), "java.sql", version)
                .requires(Set.of(), "jdk.compiler", version)
                .requires(Set.of(), "javax.mail", version)
                .build();

        String page = page(tools);

        assertThat(page).isEqualTo("""
                        <!-- Written by module-info-docs from module descriptors; changes by hand are lost. -->

                        # Module `org.acme.tools`

                        - Kind: normal

                        ## Requires

                        | Module | Modifiers | Compiled against |
                        | --- | --- | --- |
                        | `java.sql` |  |  |
                        | `javax.mail` |  | `17.0.15` |
                        | `jdk.compiler` |  |  |

                        [All modules](index.md)
                        """);
    }

    @Test
    void text_showsTheBaseModuleWhereItHasAModifier() {
        ModuleDescriptor everything = ModuleDescriptor.newModule("org.acme.everything")
                .requires(Set.of(Modifier.TRANSITIVE), "java.base")
                .build();

        String page = page(everything);

        assertThat(page).contains("\n| `java.base` | transitive |  |\n");
    }

    @Test
    void text_escapesVersions() {
        ModuleDescriptor odd =
                ModuleDescriptor.newModule("org.acme.odd").version("1|2`3").build();

        String page = page(odd);

        assertThat(page).contains("\n- Version: <code>1&#124;2&#96;3</code>\n");
    }

    private static String page(ModuleDescriptor module, ModuleDescriptor... others) {
        List<ModuleDescriptor> together = new ArrayList<>(List.of(others));
        together.add(module);
        return new ModulePage(new DocumentedModule(module), Documentation.of(together)).text();
    }
}
