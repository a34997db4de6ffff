package dev.layers.residue;

import java.util.List;

/** Values in thread-locals, on threads of the host that live on. */
final class LocalRows {
    private static final String CLEARED = "thread-locals: 1 value on 1 thread was cleared";

    private static final String LOCAL = "static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();";

    private LocalRows() {}

    static List<Row> all() {
        return List.of(
                Row.call("local.object", "host.onPool(() -> LOCAL.set(new Chat()));")
                        .members(LOCAL)
                        .retained()
                        .undone(CLEARED),
                Row.call("local.caller", "LOCAL.set(new Chat());")
                        .members(LOCAL)
                        .retained()
                        .undone(CLEARED),
                Row.call("local.list", "host.onPool(() -> LOCAL.set(new ArrayList<>(List.of(new Chat()))));")
                        .members(LOCAL)
                        .retained(),
                Row.call("local.lambda", "host.onPool(() -> { Runnable task = () -> {}; LOCAL.set(task); });")
                        .members(LOCAL)
                        .retained()
                        .undone(CLEARED),
                Row.call("local.type", "host.onPool(() -> LOCAL.set(Map.of(\"type\", Chat.class)));")
                        .members(LOCAL)
                        .retained(),
                Row.call("local.array", "host.onPool(() -> LOCAL.set(new Chat[0]));")
                        .members(LOCAL)
                        .retained()
                        .undone(CLEARED),
                Row.call("local.initial", "host.onPool(LOCAL::get);")
                        .members("static final ThreadLocal<Object> LOCAL = ThreadLocal.withInitial(Chat::new);")
                        .retained()
                        .undone(CLEARED),
                Row.call("local.subclass", "host.onPool(LOCAL::get);")
                        .members("""
                                static final ThreadLocal<Object> LOCAL = new ThreadLocal<>() {
                                    @Override protected Object initialValue() { return new Chat(); }
                                };
                                """)
                        .retained()
                        .undone(CLEARED),
                Row.call("local.dropped", "host.onPool(() -> new ThreadLocal<Object>().set(new Chat()));")
                        .retained()
                        .undone(CLEARED),
                Row.call("local.self", "host.onPool(() -> LOCAL.set(List.of(LOCAL, new Chat())));")
                        .members(LOCAL)
                        .retained(),
                Row.call("local.inherited", """
                        host.onPool(() -> LOCAL.set(new Chat()));
                        """)
                        .members("static final InheritableThreadLocal<Object> LOCAL = new InheritableThreadLocal<>();")
                        .retained()
                        .undone(CLEARED),
                Row.call("local.reference", "host.onPool(() -> new Local());")
                        .members("""
                                static class Local extends ThreadLocal<Object> {
                                    Local() { set(this); }
                                    @Override public void set(Object value) { super.set(value); }
                                }
                                """)
                        .retained()
                        .undone(CLEARED),
                Row.call("local.host", "Shelf.LOCAL.set(new Chat());")
                        .retained()
                        .held(),
                Row.call("local.text", "host.onPool(() -> LOCAL.set(\"text\"));")
                        .members(LOCAL),
                Row.call("local.initial.text", "host.onPool(LOCAL::get);")
                        .members("static final ThreadLocal<Object> LOCAL = ThreadLocal.withInitial(() -> \"text\");"),
                Row.call("local.subclass.text", "host.onPool(LOCAL::get);").members("""
                                static final ThreadLocal<Object> LOCAL = new ThreadLocal<>() {
                                    @Override protected Object initialValue() { return new StringBuilder(); }
                                };
                                """),
                Row.call("local.weak", "host.onPool(() -> LOCAL.set(new java.lang.ref.WeakReference<>(new Chat())));")
                        .members(LOCAL),
                Row.call("local.removed", """
                        host.onPool(() -> {
                            LOCAL.set(new Chat());
                            LOCAL.remove();
                        });
                        """).members(LOCAL),
                Row.call("local.nothing", "host.onPool(() -> { LOCAL.set(new Chat()); LOCAL.set(null); });")
                        .members(LOCAL),
                Row.call("local.ended", """
                        Thread thread = new Thread(() -> LOCAL.set(new Chat()));
                        thread.start();
                        thread.join();
                        """).members(LOCAL));
    }
}
