package dev.layers.internal.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.internal.woven.Mentions;
import dev.layers.internal.woven.Subject;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeaverTest {
    private final WovenFixture fixture = new WovenFixture();

    @Test
    void newObject_isOfTheSubstitute() throws Exception {
        WovenFixture.Seen seen = fixture.run(code("return new ThreadLocal<String>().getClass().getName();"));

        assertThat(seen.result()).isEqualTo("ours.Local");
    }

    @Test
    void subclass_extendsTheSubstituteAndCallsIt() throws Exception {
        WovenFixture.Seen seen =
                fixture.run(code("return new Own().get() + Own.class.getSuperclass().getName();"), """
                package acme;
                class Own extends ThreadLocal<String> {
                    @Override protected String initialValue() { return "own "; }
                    @Override public String get() {
                        java.util.function.Supplier<String> above = super::get;
                        return super.get() + above.get();
                    }
                }
                """);

        assertThat(seen.result()).isEqualTo("own own ours.Local");
        assertThat(seen.calls()).containsExactly("get", "get");
    }

    @Test
    void classThatIsOnlyExtended_isMadeAsItIs() throws Exception {
        WovenFixture.Seen seen = fixture.run(
                code("return new Own().register() + Own.class.getSuperclass().getName() + Own.made();"), """
                package acme;
                class Own extends java.util.concurrent.Phaser {
                    final java.util.concurrent.Phaser other;
                    Own() { super(); other = new java.util.concurrent.Phaser(); }
                    static String made() { return " beside " + new Own().other.getClass().getName(); }
                }
                """);

        assertThat(seen.result()).isEqualTo("0ours.Phases beside java.util.concurrent.Phaser");
        assertThat(seen.calls()).containsExactly("register");
    }

    @Test
    void castsAndArrays_stayOfTheJdk() throws Exception {
        WovenFixture.Seen seen = fixture.run(code("""
                Object local = new InheritableThreadLocal<String>();
                ThreadLocal<?> cast = (ThreadLocal<?>) local;
                return new ThreadLocal<?>[] {cast}.getClass().getName() + (local instanceof ThreadLocal);"""));

        assertThat(seen.result()).isEqualTo("[Ljava.lang.ThreadLocal;true");
    }

    @Test
    void methodOfAnObject_isRedirectedWithTheReceiver() throws Exception {
        WovenFixture.Seen seen = fixture.run(code("""
                Runtime runtime = Runtime.getRuntime();
                runtime.addShutdownHook(new Thread("one"));
                java.util.function.Consumer<Thread> bound = runtime::addShutdownHook;
                bound.accept(new Thread("two"));
                java.util.function.BiConsumer<Runtime, Thread> unbound = Runtime::addShutdownHook;
                unbound.accept(runtime, new Thread("three"));
                return "done";"""));

        assertThat(seen.calls()).containsExactly("hook one", "hook two", "hook three");
    }

    @Test
    void staticMethod_isRedirected() throws Exception {
        WovenFixture.Seen seen = fixture.run(code("""
                java.util.function.Function<java.util.function.Supplier<String>, ThreadLocal<String>> maker =
                        ThreadLocal::withInitial;
                return ThreadLocal.withInitial(() -> "a").get() + maker.apply(() -> "b").get();"""));

        assertThat(seen.result()).isEqualTo("ab");
        assertThat(seen.calls()).containsExactly("get", "get");
    }

    @Test
    void receiverAndResult_mayBeAnyObject() throws Exception {
        WovenFixture.Seen seen = fixture.run(code("""
                java.util.concurrent.Callable<String> callable = () -> "itself";
                return callable.call();"""));

        assertThat(seen.result()).isEqualTo("called true");
    }

    @Test
    void overloadThatNobodySubstitutes_staysAsItIs() {
        byte[] written = WovenFixture.compiled(
                        code("return String.valueOf(Runtime.getRuntime().availableProcessors());"))
                .get("acme/Code.class");

        ByteBuffer classFile = ByteBuffer.wrap(written);

        assertThat(fixture.weaver().weave(classFile, Mentions.none())).isSameAs(classFile);
    }

    @Test
    void result_isShownAfterTheCall() throws Exception {
        WovenFixture.Seen seen = fixture.run(code("""
                java.util.concurrent.Executors.newCachedThreadPool().shutdown();
                java.util.concurrent.Executors.newCachedThreadPool(Thread::new).shutdown();
                return "done";"""));

        assertThat(seen.calls()).containsExactly("made true", "made true");
    }

    @Test
    void call_isToldBeforeItIsMade() throws Exception {
        WovenFixture.Seen seen = fixture.run(code("""
                try {
                    java.net.URL.setURLStreamHandlerFactory(protocol -> null);
                    java.net.URL.setURLStreamHandlerFactory(protocol -> null);
                    return "twice";
                } catch (Error set) {
                    return "once";
                }"""));

        assertThat(seen.result()).isEqualTo("once");
        assertThat(seen.calls())
                .containsExactly("note URL.setURLStreamHandlerFactory", "note URL.setURLStreamHandlerFactory");
    }

    @Test
    void argument_isShownBeforeTheCall() throws Exception {
        WovenFixture.Seen seen = fixture.run(code("""
                try {
                    System.loadLibrary("nowhere");
                    return "loaded";
                } catch (UnsatisfiedLinkError absent) {
                    return "absent";
                }"""));

        assertThat(seen.result()).isEqualTo("absent");
        assertThat(seen.calls()).containsExactly("load nowhere");
    }

    @Test
    void argument_isShownAndTheEndTold() throws Exception {
        WovenFixture.Seen seen = fixture.run(code("return Integer.parseInt(\"7\") + Integer.parseInt(\"11\", 2);"));

        assertThat(seen.result()).isEqualTo(10);
        assertThat(seen.calls()).containsExactly("parse 7", "ended");
    }

    @Test
    void codeAroundJoints_isVerified() throws Exception {
        WovenFixture.Seen seen = fixture.run(code("""
                StringBuilder text = new StringBuilder();
                for (int number = 0; number < 4; number++) {
                    ThreadLocal<String> local = switch (number) {
                        case 0 -> new ThreadLocal<>();
                        case 1 -> new ThreadLocal<>() {
                            @Override protected String initialValue() { return text.isEmpty() ? "e" : "f"; }
                        };
                        case 2 -> ThreadLocal.withInitial(number > 1 ? () -> "g" : () -> "h");
                        default -> new InheritableThreadLocal<>();
                    };
                    try {
                        local = number == 0 ? local : number == 3 ? new ThreadLocal<String>() : local;
                        text.append(local.get());
                    } finally {
                        Runtime.getRuntime().addShutdownHook(new Thread(text.length() > 5 ? "long" : "short"));
                    }
                }
                return text.toString();"""));

        assertThat(seen.result()).isEqualTo("nullfgnull");
        assertThat(seen.calls()).hasSize(8).contains("hook short", "hook long");
    }

    @Test
    void stackTrace_hasTheLinesOfTheModule() {
        assertThatThrownBy(() -> fixture.run("""
                        package acme;
                        public class Code implements java.util.concurrent.Callable<Object> {
                            public Object call() {
                                Runtime.getRuntime().addShutdownHook(new Thread("one"));
                                throw new IllegalStateException();
                            }
                        }
                        """)).satisfies(thrown -> {
            StackTraceElement top = thrown.getStackTrace()[0];

            assertThat(top.getFileName()).isEqualTo("Code.java");
            assertThat(top.getLineNumber()).isEqualTo(5);
        });
    }

    @Test
    void classWithoutJoint_isTheSameBuffer() {
        ByteBuffer classFile = ByteBuffer.wrap(
                WovenFixture.compiled(code("return \"nothing\";")).get("acme/Code.class"));

        assertThat(fixture.weaver().weave(classFile, Mentions.none())).isSameAs(classFile);
    }

    @Test
    void wovenClass_isNotWovenAgain() {
        Map<String, byte[]> written = WovenFixture.compiled("package acme; class Own extends ThreadLocal<String> {}");
        byte[] once = fixture.woven(written.get("acme/Own.class"));

        ByteBuffer classFile = ByteBuffer.wrap(once);

        assertThat(once).isNotEqualTo(written.get("acme/Own.class"));
        assertThat(fixture.weaver().weave(classFile, Mentions.none())).isSameAs(classFile);
    }

    @Test
    void mentions_areWhatTheClassNames() {
        Mentions mentions = Mentions.none();
        byte[] written = WovenFixture.compiled(code("return java.util.logging.Logger.getLogger(\"a\").getName();"))
                .get("acme/Code.class");

        fixture.weaver().weave(ByteBuffer.wrap(written), mentions);

        assertThat(mentions.contains(Subject.LOGGING)).isTrue();
        assertThat(mentions.contains(Subject.DRIVERS)).isFalse();
    }

    @Test
    void mentions_areOfArraysToo() {
        Mentions mentions = Mentions.none();
        byte[] written = WovenFixture.compiled(code("return new java.util.logging.Level[1][1];"))
                .get("acme/Code.class");

        fixture.weaver().weave(ByteBuffer.wrap(written), mentions);

        assertThat(mentions.contains(Subject.LOGGING)).isTrue();
    }

    @Test
    void classOfAnotherAge_staysAsItIsAndMayNameAnything() {
        byte[] written = WovenFixture.compiled("package acme; class Own extends ThreadLocal<String> {}")
                .get("acme/Own.class");

        for (int major : new int[] {48, 99}) {
            byte[] other = written.clone();
            other[7] = (byte) major;
            ByteBuffer classFile = ByteBuffer.wrap(other);
            Mentions mentions = Mentions.none();

            assertThat(fixture.weaver().weave(classFile, mentions)).isSameAs(classFile);
            assertThat(mentions.contains(Subject.DRIVERS)).isTrue();
        }
    }

    @Test
    void malformedClass_staysAsItIsAndMayNameAnything() {
        byte[] written = WovenFixture.compiled("package acme; class Own extends ThreadLocal<String> {}")
                .get("acme/Own.class");

        for (int length = 0; length < written.length - 40; length++) {
            ByteBuffer classFile = ByteBuffer.wrap(Arrays.copyOf(written, length));
            Mentions mentions = Mentions.none();

            assertThat(fixture.weaver().weave(classFile, mentions)).isSameAs(classFile);
            assertThat(mentions.contains(Subject.DRIVERS)).isTrue();
        }
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
