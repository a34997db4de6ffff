package dev.layers.testkit.leaks;

/** What the JDK remembers of ordinary code, what outlives its code, and what leaks nothing. */
final class CacheLeaks {
    private CacheLeaks() {}

    static Leaking clean() {
        return Leaking.of("nothing", "nothing", "nothing")
                .does("KEPT.add(this);")
                .members("static final List<Object> KEPT = new ArrayList<>();")
                .with(Leak.Effect.NONE);
    }

    static Leaking resourceBundle() {
        return Leaking.of(
                        "a bundle of its own in the cache of bundles",
                        "the cache, until memory is short",
                        "ResourceBundle.clearCache with its loader")
                .does("ResourceBundle.getBundle(Leak.class.getName() + \"$Words\").getString(\"hello\");")
                .members("""
                        public static class Words extends ListResourceBundle {
                            @Override protected Object[][] getContents() { return new Object[][] {{"hello", "salut"}}; }
                        }
                        """)
                .with(Leak.Effect.SOFT);
    }

    static Leaking beanIntrospector() {
        return Leaking.of(
                        "what the introspector learnt of a bean",
                        "the cache of java.beans.Introspector, until memory is short",
                        "flush the cache")
                .does("Introspector.getBeanInfo(Bean.class);")
                .requires("java.desktop")
                .imports("java.beans.*")
                .members("public static class Bean { public int getSize() { return 1; } }")
                .with(Leak.Effect.SOFT);
    }

    static Leaking record() {
        return Leaking.of("its record as the last that was compared", "a cache of the JDK", "compare another record")
                .does("new Point(1, 2).equals(new Point(1, 2));")
                .members("record Point(int x, int y) {}")
                .later(Leak.Effect.SOFT);
    }

    static Leaking classValue() {
        return Leaking.of("a value of its own for a class of the JDK", "that class", "remove the value")
                .does("VALUE.get(String.class);")
                .members("""
                        static final ClassValue<Object> VALUE = new ClassValue<>() {
                            @Override protected Object computeValue(Class<?> type) { return new Leak(); }
                        };
                        """);
    }

    static Leaking finalizer() {
        return Leaking.of(
                        "an object that its finalizer saves as a system property",
                        "the set of properties",
                        "remove the property, after the collection")
                .does("KEPT.add(new Saved());")
                .members("""
                        static final List<Object> KEPT = new ArrayList<>();
                        static class Saved {
                            @Override protected void finalize() { System.getProperties().put("leaky.finalizer", this); }
                        }
                        """);
    }

    static Leaking openFile() {
        return Leaking.of(
                        "a jar in the cache of URL connections, and so its descriptor",
                        "nothing; the descriptor stays open",
                        "read with setUseCaches(false)")
                .does("""
                        Path jar = Files.createTempFile("leaky", ".jar");
                        jar.toFile().deleteOnExit();
                        try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) { entries.putNextEntry(new ZipEntry("a")); }
                        new java.net.URL("jar:" + jar.toUri() + "!/a").openStream().readAllBytes();
                        """)
                .imports("java.nio.file.Files java.nio.file.Path java.util.jar.JarOutputStream java.util.zip.ZipEntry")
                .with(Leak.Effect.LEFT);
    }

    static Leaking temporaryFile() {
        return Leaking.of("a temporary file", "nothing; the file stays", "delete it")
                .does("java.nio.file.Files.createTempFile(\"leaky\", \".tmp\");")
                .with(Leak.Effect.LEFT);
    }
}
