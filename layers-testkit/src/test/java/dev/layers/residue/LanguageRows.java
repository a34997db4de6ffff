package dev.layers.residue;

import java.util.List;

/** Ordinary code, of which some leaves traces in the JDK. */
final class LanguageRows {
    private LanguageRows() {}

    /** In a JVM of their own: the JDK keeps the record that was used last. */
    static List<Row> records() {
        return List.of(
                Row.call("record.plain", "new Point(1, \"2\").toString(); new Point(1, \"2\").hashCode();")
                        .members("record Point(int x, String y) {}"),
                Row.call("record.equals", "new Point(1, 2).equals(new Point(1, 2));")
                        .members("record Point(int x, int y) {}")
                        .retainedThenSoftly(),
                Row.call("record.text", "new Line(new Point(1, 2)).toString();")
                        .members("record Point(int x, int y) {} record Line(Point from) {}")
                        .retainedThenSoftly());
    }

    static List<Row> all() {
        return List.of(
                Row.call("record.key", """
                        Map<Object, String> lines = new HashMap<>();
                        lines.put(new Line(Kind.THICK, new Chat[0]), "one");
                        lines.get(new Line(Kind.THICK, new Chat[0]));
                        """)
                        .members("enum Kind { THICK } record Line(Kind kind, Chat[] chats) {}")
                        .retainedThenSoftly(),
                Row.call("code.language", """
                        java.util.function.Supplier<String> words = () -> "a" + host + Kind.valueOf("THICK") + new int[0].length;
                        words.get();
                        switch (words.get()) { case "a": break; default: Kind.values(); }
                        """).members("enum Kind { THICK }"),
                Row.call("code.patterns", """
                        Object line = new Line(Kind.THICK);
                        String told = switch (line) { case Line(Kind kind) when kind == Kind.THICK -> "thick"; default -> "thin"; };
                        """)
                        .members("enum Kind { THICK } record Line(Kind kind) {}")
                        .from(21),
                Row.call("code.reflection", """
                        for (int round = 0; round < 100; round++) {
                            Chat.class.getDeclaredMethod("told").invoke(this);
                        }
                        Runnable proxy = (Runnable) java.lang.reflect.Proxy.newProxyInstance(
                                Chat.class.getClassLoader(), new Class<?>[] {Runnable.class}, (self, method, given) -> null);
                        proxy.run();
                        """).members("public String told() { return \"told\"; }"),
                Row.call("code.handles", """
                        MethodHandle told = MethodHandles.lookup().findVirtual(Chat.class, "told", MethodType.methodType(Chat.class));
                        told.bindTo(this).asType(MethodType.methodType(Object.class));
                        MethodHandles.lookup().findStaticVarHandle(Chat.class, "count", int.class).set(1);
                        """)
                        .imports("java.lang.invoke.*")
                        .members("static int count; Chat told() { return this; }"),
                Row.call("code.hidden", """
                        byte[] bytes = Chat.class.getResourceAsStream("Chat.class").readAllBytes();
                        java.lang.invoke.MethodHandles.lookup().defineHiddenClass(bytes, false).lookupClass();
                        """),
                Row.call("code.serialization", """
                        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                        new ObjectOutputStream(bytes).writeObject(new Letter());
                        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
                            @Override protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
                                return Class.forName(type.getName());
                            }
                        }.readObject();
                        """)
                        .members(
                                "static class Letter implements Serializable { private static final long serialVersionUID = 1; }"),
                Row.call("code.resource", """
                        Chat.class.getResource("Chat.class").openStream();
                        Chat.class.getResourceAsStream("Chat.class").readAllBytes();
                        """),
                Row.call("code.xml", """
                        javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder()
                                .parse(new ByteArrayInputStream("<a/>".getBytes()));
                        javax.xml.transform.TransformerFactory.newInstance().newTransformer();
                        """).requires("java.xml"),
                Row.hook("code.lookups", """
                        java.security.SecureRandom.getInstanceStrong();
                        javax.net.ssl.SSLContext.getDefault();
                        java.nio.charset.Charset.availableCharsets();
                        java.text.NumberFormat.getInstance(Locale.FRANCE).format(1.2);
                        Currency.getInstance("EUR");
                        """),
                Row.call("code.archive", """
                        java.nio.file.Path zip = java.nio.file.Files.createTempDirectory("acme").resolve("acme.zip");
                        java.nio.file.FileSystems.newFileSystem(zip, Map.of("create", "true"));
                        """),
                Row.call("code.finalizer", "new Fin(); java.lang.ref.Cleaner.create();")
                        .members("static class Fin { @Override protected void finalize() {} }"),
                Row.call("code.services", """
                        ServiceLoader.load(Chat.class.getModule().getLayer(), bot.Command.class).stream().count();
                        """).members("").imports("java.util.ServiceLoader"),
                Row.call("code.statics", "")
                        .members(
                                "static final Map<Class<?>, Object> ALL = new HashMap<>(Map.of(Chat.class, new Chat()));"),
                Row.call("classvalue.jdk", "VALUE.get(String.class);")
                        .members("""
                                static final ClassValue<Object> VALUE = new ClassValue<>() {
                                    @Override protected Object computeValue(Class<?> type) { return new Chat(); }
                                };
                                """)
                        .retained()
                        .held(),
                Row.call("classvalue.own", "VALUE.get(Chat.class);").members("""
                                static final ClassValue<Object> VALUE = new ClassValue<>() {
                                    @Override protected Object computeValue(Class<?> type) { return new Chat(); }
                                };
                                """),
                Row.call("classvalue.text", "VALUE.get(String.class);").members("""
                                static final ClassValue<Object> VALUE = new ClassValue<>() {
                                    @Override protected Object computeValue(Class<?> type) { return "text"; }
                                };
                                """));
    }
}
