package dev.layers.residue;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the host keeps: what it was given across the boundary is cut off, what it took as it is holds the module and is seen
 * by nobody but a heap dump.
 */
final class HostRows {
    private HostRows() {}

    static List<Row> all() {
        return Stream.of(crossed(), taken(), harmless()).flatMap(List::stream).toList();
    }

    private static List<Row> crossed() {
        return List.of(
                Row.call("crossed.listener", "host.listen(() -> {});").retained(),
                Row.call("crossed.order", "host.sort((one, two) -> one.compareTo(two));")
                        .retained(),
                Row.call("crossed.callback", "host.news().thenAccept(news -> new Chat());")
                        .retained(),
                Row.call("crossed.exception", "host.attempt(() -> { throw new Own(); });")
                        .members(
                                "static class Own extends Exception { private static final long serialVersionUID = 1; }")
                        .retained(),
                Row.call("crossed.exception.jdk", "host.attempt(() -> \"\".charAt(1));")
                        .retained(),
                Row.call("crossed.exception.suppressed", """
                        host.attempt(() -> {
                            Exception failure = new IOException("text");
                            failure.addSuppressed(new Own());
                            throw failure;
                        });
                        """)
                        .members(
                                "static class Own extends Exception { private static final long serialVersionUID = 1; }")
                        .retained(),
                Row.call("crossed.proxy", """
                        host.listen((bot.Task) java.lang.reflect.Proxy.newProxyInstance(
                                Chat.class.getClassLoader(), new Class<?>[] {bot.Task.class}, (self, method, given) -> null));
                        """).retained());
    }

    private static List<Row> taken() {
        return List.of(
                held("held.object", "Shelf.KEPT.add(this);"),
                held("held.type", "Shelf.KEPT.add(Chat.class);"),
                held("held.value", "Shelf.BY_TYPE.put(Chat.class, this);"),
                held(
                        "held.exception",
                        "try { \"\".charAt(1); } catch (RuntimeException failure) { Shelf.KEPT.add(failure); }"),
                held(
                        "held.frame",
                        "Shelf.KEPT.add(StackWalker.getInstance().walk(frames -> frames.findFirst().get()));"),
                held("held.method", "Shelf.KEPT.add(Chat.class.getMethods()[0]);"),
                held(
                                "held.handle",
                                "Shelf.KEPT.add(java.lang.invoke.MethodHandles.lookup().findStatic(Chat.class, \"told\","
                                        + " java.lang.invoke.MethodType.methodType(void.class)));")
                        .members("static void told() {}"),
                held("held.module", "Shelf.KEPT.add(Chat.class.getModule());"),
                held("held.annotation", "Shelf.KEPT.add(Chat.Marked.class.getAnnotation(Mark.class));")
                        .members("@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                                + " @interface Mark {} @Mark static class Marked {}"),
                held("held.enums", "Shelf.KEPT.add(EnumSet.noneOf(Kind.class));")
                        .members("enum Kind { THICK }"),
                held("held.array", "Shelf.KEPT.add(new Chat[0]);"),
                held("held.callback", "Shelf.NEWS.thenAccept(news -> new Chat());"),
                held("held.property", "Shelf.PROPERTIES.addPropertyChangeListener(event -> {});")
                        .requires("java.desktop"),
                held("held.task", "Shelf.CLOCK.schedule(() -> {}, 1, TimeUnit.HOURS);"),
                held(
                        "held.services",
                        "Shelf.KEPT.add(ServiceLoader.load(Chat.class.getModule().getLayer(), bot.Command.class));"),
                held("held.log", """
                        MemoryHandler buffer = new MemoryHandler(new ConsoleHandler(), 10, Level.OFF);
                        LogRecord entry = new LogRecord(Level.INFO, "text");
                        entry.setParameters(new Object[] {this});
                        buffer.publish(entry);
                        Shelf.KEPT.add(buffer);
                        """)
                        .requires("java.logging")
                        .imports("java.util.logging.MemoryHandler java.util.logging.ConsoleHandler"
                                + " java.util.logging.LogRecord java.util.logging.Level"));
    }

    private static Row held(String name, String body) {
        return Row.call(name, body).retained().held();
    }

    private static List<Row> harmless() {
        return List.of(
                Row.call("kept.descriptor", """
                        Shelf.KEPT.add(Chat.class.getModule().getDescriptor());
                        Shelf.KEPT.add(Chat.class.getModule().getLayer().configuration());
                        """),
                Row.call("kept.trace", "Shelf.KEPT.add(new Exception().getStackTrace());"),
                Row.call("kept.place", "Shelf.KEPT.add(Chat.class.getResource(\"Chat.class\"));"),
                Row.call("kept.cleared", "Shelf.KEPT.add(this); Shelf.KEPT.remove(this);"),
                Row.call("kept.weakly", "Shelf.BY_TYPE.put(Chat.class, \"text\");"),
                Row.call("kept.cancelled", "Shelf.CLOCK.schedule(() -> {}, 1, TimeUnit.HOURS).cancel(false);"),
                Row.call("kept.result", """
                        Callable<String> task = () -> "text";
                        Future<String> result = Shelf.CLOCK.submit(task);
                        result.get();
                        Shelf.KEPT.add(result);
                        """),
                Row.call("kept.proxy", """
                        Shelf.KEPT.add(java.lang.reflect.Proxy.newProxyInstance(
                                bot.Command.class.getClassLoader(), new Class<?>[] {Runnable.class}, new bot.Nothing()));
                        """),
                Row.call("crossed.done", "host.onPool(() -> {});"));
    }
}
