package dev.layers.internal.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WovenHandlesTest {
    private final WovenFixture fixture = new WovenFixture();

    @Test
    void referenceToConstructor_makesTheSubstitute() throws Exception {
        WovenFixture.Seen seen = fixture.run(code("""
                java.util.function.Supplier<ThreadLocal<String>> maker = ThreadLocal::new;
                return maker.get().getClass().getName();"""));

        assertThat(seen.result()).isEqualTo("ours.Local");
    }

    @Test
    void serializableReference_isReadBack() throws Exception {
        WovenFixture.Seen seen = fixture.run(code("""
                var maker = (java.util.function.Supplier<Object> & java.io.Serializable) ThreadLocal::new;
                var written = new java.io.ByteArrayOutputStream();
                new java.io.ObjectOutputStream(written).writeObject(maker);
                var read = new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(written.toByteArray()));
                return ((java.util.function.Supplier<?>) read.readObject()).get().getClass().getName();"""));

        assertThat(seen.result()).isEqualTo("java.lang.ThreadLocal");
    }

    private static String code(String body) {
        return """
        package acme;
        public class Code implements java.util.concurrent.Callable<Object> {
            public Object call() throws Exception {
                %s
            }
        }
        """.formatted(body);
    }
}
