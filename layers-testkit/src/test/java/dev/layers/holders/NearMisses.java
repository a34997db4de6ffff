package dev.layers.holders;

import java.util.List;

/** What looks as if it kept the module, and keeps nothing of it. */
final class NearMisses {
    private NearMisses() {}

    static List<Case> all() {
        return List.of(
                Case.collected("none.nothing", "new Chat();"),
                Case.collected("none.weak", "Shelf.NAMED.put(\"none.weak\", new java.lang.ref.WeakReference<>(this));"),
                Case.collected("none.trace", "Shelf.NAMED.put(\"none.trace\", new Exception().getStackTrace());"),
                Case.collected("none.descriptor", """
                        Shelf.NAMED.put("none.descriptor", Chat.class.getModule().getDescriptor());
                        Shelf.NAMED.put("none.configuration", Chat.class.getModule().getLayer().configuration());
                        """),
                Case.collected("none.removed", "Shelf.LIST.add(this); Shelf.LIST.remove(this);"),
                Case.collected("none.local", "Shelf.LOCAL.set(this); Shelf.LOCAL.set(\"text\");"),
                Case.collected("none.key", "Shelf.WEAK.put(Chat.class, \"text\");"),
                Case.collected("none.cancelled", "Shelf.CLOCK.schedule(() -> {}, 1, TimeUnit.HOURS).cancel(false);"),
                Case.collected("none.hook", """
                        Thread hook = new Thread(() -> {});
                        Runtime.getRuntime().addShutdownHook(hook);
                        Runtime.getRuntime().removeShutdownHook(hook);
                        """),
                Case.collected("none.classvalue", "OWN.get(Chat.class);")
                        .members("static final ClassValue<Object> OWN = new ClassValue<>() { "
                                + "protected Object computeValue(Class<?> type) { return new Chat(); } };"),
                Case.collected("none.loader", """
                        ClassLoader before = Thread.currentThread().getContextClassLoader();
                        Thread.currentThread().setContextClassLoader(Chat.class.getClassLoader());
                        Thread.currentThread().setContextClassLoader(before);
                        """));
    }
}
