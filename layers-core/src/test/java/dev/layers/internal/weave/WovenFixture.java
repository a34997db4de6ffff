package dev.layers.internal.weave;

import dev.layers.fixture.Compilation;
import dev.layers.internal.woven.Mentions;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Stand-ins for what woven code calls, and a loader that weaves. */
final class WovenFixture {
    static final List<Joint> JOINTS = List.of(
            new Joint.Substitution("java/lang/ThreadLocal", "ours/Local"),
            new Joint.Extension("java/util/concurrent/Phaser", "ours/Phases"),
            new Joint.Redirection("java/lang/Runtime", "addShutdownHook", "ours/Calls"),
            new Joint.Redirection("java/lang/ThreadLocal", "withInitial", "ours/Calls"),
            new Joint.Redirection("java/util/concurrent/Callable", "call", "ours/Calls"),
            new Joint.Capture("java/util/concurrent/Executors", "newCachedThreadPool", "ours/Calls", "witness"),
            new Joint.Notice(
                    "java/net/URL", "setURLStreamHandlerFactory", "ours/Calls", "URL.setURLStreamHandlerFactory"),
            new Joint.Showing("java/lang/Integer", "parseInt", "ours/Calls", "ended"),
            new Joint.Showing("java/lang/System", "loadLibrary", "ours/Calls", "loaded"));

    private static final String LOCAL = """
            package ours;
            public class Local<T> extends ThreadLocal<T> {
                @Override public T get() {
                    Calls.seen.add("get");
                    return super.get();
                }
            }
            """;

    private static final String PHASES = """
            package ours;
            public class Phases extends java.util.concurrent.Phaser {
                @Override public int register() {
                    Calls.seen.add("register");
                    return super.register();
                }
            }
            """;

    private static final String CALLS = """
            package ours;
            import java.util.*;
            import java.util.function.Supplier;
            public class Calls {
                public static final List<String> seen = new ArrayList<>();
                public static void addShutdownHook(Runtime runtime, Thread hook) { seen.add("hook " + hook.getName()); }
                public static <T> ThreadLocal<T> withInitial(Supplier<? extends T> initial) {
                    return new Local<T>() {
                        @Override protected T initialValue() { return initial.get(); }
                    };
                }
                public static Object call(Object callable) { return "called " + (callable != null); }
                public static void witness(Object made) { seen.add("made " + (made != null)); }
                public static void loadLibrary(String name) { seen.add("load " + name); }
                public static void loaded() { seen.add("loaded"); }
                public static void parseInt(String text) { seen.add("parse " + text); }
                public static void ended() { seen.add("ended"); }
                public static void note(String text) { seen.add("note " + text); }
            }
            """;

    private final Map<String, byte[]> ours = Compilation.of(Map.of(), LOCAL, PHASES, CALLS);
    private final Weaver weaver = new Weaver(JOINTS, new Classes(ours));

    /** Returns the class files of a module, by the names of their files. */
    static Map<String, byte[]> compiled(String... sources) {
        return Compilation.of(Map.of(), sources);
    }

    /** Returns what becomes of a class file. */
    byte[] woven(byte[] classFile) {
        ByteBuffer woven = weaver.weave(ByteBuffer.wrap(classFile), Mentions.none());
        byte[] bytes = new byte[woven.remaining()];
        woven.get(bytes);
        return bytes;
    }

    Weaver weaver() {
        return weaver;
    }

    /** Weaves and loads {@code acme.Code}, a callable, calls it and returns its result with what ours saw. */
    Seen run(String... sources) throws Exception {
        Classes loader = new Classes(ours);
        compiled(sources).forEach((name, bytes) -> loader.files.put(name, woven(bytes)));
        Callable<?> code =
                (Callable<?>) loader.loadClass("acme.Code").getConstructor().newInstance();
        Object result = code.call();
        List<Object> calls = List.copyOf(
                (List<?>) loader.loadClass("ours.Calls").getField("seen").get(null));
        return new Seen(result, calls);
    }

    /** What woven code came to. */
    record Seen(Object result, List<Object> calls) {}

    private static final class Classes extends ClassLoader {
        private final Map<String, byte[]> files;

        Classes(Map<String, byte[]> files) {
            super(ClassLoader.getPlatformClassLoader());
            this.files = new HashMap<>(files);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = files.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
