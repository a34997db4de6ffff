package dev.layers.internal.failure;

import dev.layers.fixture.Compilation;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Map;

/** What {@link ThrownCopiesIT} runs in a virtual machine with options of its own. */
final class OtherVm {
    private final ThrownCopies copies =
            new ThrownCopies(type -> type.getClassLoader() == null, thrown -> thrown instanceof Told, Told::of);

    private OtherVm() {}

    public static void main(String[] arguments) throws Exception {
        OtherVm vm = new OtherVm();
        Throwable copy = vm.copies.copy(new IllegalStateException("odd"));
        System.out.println("copy: " + copy + " frames: " + (copy.getStackTrace().length > 0));
        WeakReference<ClassLoader> loader = vm.copied();
        collect();
        System.out.println("collected: " + loader.refersTo(null));
        vm.copies.forgetClasses();
        collect();
        System.out.println("collected once forgotten: " + loader.refersTo(null));
    }

    /** Lives on for a while after its exception was copied, until nothing is held softly any more. */
    private WeakReference<ClassLoader> copied() throws Exception {
        ClassLoader chat = new Chat();
        Throwable cause =
                (Throwable) chat.loadClass("acme.ChatFailed").getConstructor().newInstance();
        copies.copy(new IllegalStateException("odd", cause));
        collect();
        Reference.reachabilityFence(cause);
        return new WeakReference<>(chat);
    }

    private static void collect() throws InterruptedException {
        for (int request = 0; request < 5; request++) {
            System.gc();
            // references are put into their queues by another thread
            Thread.sleep(20);
        }
    }

    private static final class Chat extends ClassLoader {
        @Override
        protected Class<?> findClass(String name) {
            byte[] bytes = Compilation.of(
                            Map.of(), "package acme; public class ChatFailed extends RuntimeException { int code; }")
                    .get("acme/ChatFailed.class");
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
