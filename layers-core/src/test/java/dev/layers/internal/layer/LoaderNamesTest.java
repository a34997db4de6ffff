package dev.layers.internal.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

/** Names of loaders that live at the same time. */
class LoaderNamesTest {
    private final LoaderNames names = new LoaderNames();

    @Test
    void freeName_isGiven() {
        ClassLoader loader = names.claim("chat#1", LoaderNamesTest::loader);

        assertThat(loader.getName()).isEqualTo("chat#1");
    }

    @Test
    void nameOfALiveLoader_isNumbered() {
        ClassLoader first = names.claim("chat#1", LoaderNamesTest::loader);
        ClassLoader second = names.claim("chat#1", LoaderNamesTest::loader);
        ClassLoader third = names.claim("chat#1", LoaderNamesTest::loader);

        assertThat(second.getName()).isEqualTo("chat#1@2");
        assertThat(third.getName()).isEqualTo("chat#1@3");
        Reference.reachabilityFence(first);
    }

    @Test
    void otherName_isFree() {
        ClassLoader first = names.claim("chat#1", LoaderNamesTest::loader);

        assertThat(names.claim("chat#2", LoaderNamesTest::loader).getName()).isEqualTo("chat#2");
        Reference.reachabilityFence(first);
    }

    private static ClassLoader loader(String name) {
        return new ClassLoader(name, null) {};
    }
}
