package dev.layers.residue;

import java.util.List;

/** What can be set once in the life of a JVM, or never be taken back. */
final class OnceRows {
    private OnceRows() {}

    static List<Row> all() {
        return List.of(
                Row.call("once.handlers", "java.net.URL.setURLStreamHandlerFactory(protocol -> null);")
                        .retained()
                        .named("a stream handler factory was set by URL.setURLStreamHandlerFactory and stays")
                        .held(),
                Row.call(
                                "once.filter",
                                "ObjectInputFilter.Config.setSerialFilter(info -> ObjectInputFilter.Status.UNDECIDED);")
                        .retained()
                        .named("a serialization filter was set by ObjectInputFilter.Config.setSerialFilter and stays")
                        .held(),
                Row.call(
                                "once.naming",
                                "javax.naming.spi.NamingManager.setInitialContextFactoryBuilder(context -> null);")
                        .requires("java.naming")
                        .retained()
                        .named("a naming factory was set by NamingManager.setInitialContextFactoryBuilder and stays")
                        .held(),
                Row.call("once.zones", "java.time.zone.ZoneRulesProvider.registerProvider(new Zones());")
                        .imports("java.time.zone.*")
                        .members("""
                                static class Zones extends ZoneRulesProvider {
                                    @Override protected Set<String> provideZoneIds() { return Set.of("Acme/Town"); }
                                    @Override protected ZoneRules provideRules(String zone, boolean caching) { return null; }
                                    @Override protected NavigableMap<String, ZoneRules> provideVersions(String zone) { return new TreeMap<>(); }
                                }
                                """)
                        .retained()
                        .named(
                                "a provider of zone rules was registered by ZoneRulesProvider.registerProvider and stays")
                        .held(),
                Row.call("once.export", "java.rmi.server.UnicastRemoteObject.exportObject(LOCAL, 0);")
                        .requires("java.rmi")
                        .members("""
                                interface Remote extends java.rmi.Remote {}
                                static class Local implements Remote {}
                                static final Local LOCAL = new Local();
                                """)
                        .retained()
                        .named("a remote object was exported by UnicastRemoteObject.exportObject and stays")
                        .held(),
                Row.call("once.recording", """
                        RecordingStream stream = new RecordingStream();
                        stream.enable("jdk.CPULoad");
                        stream.onEvent(event -> new Chat());
                        stream.startAsync();
                        """)
                        .requires("jdk.jfr")
                        .imports("jdk.jfr.consumer.*")
                        .retained()
                        .held(),
                Row.hook("once.images", "javax.imageio.ImageIO.getReaderFormatNames();")
                        .requires("java.desktop")
                        .retained(),
                Row.call("once.look", "javax.swing.UIManager.put(\"acme\", new Chat());")
                        .requires("java.desktop")
                        .retained()
                        .named("a value was put by UIManager.put and stays")
                        .held());
    }
}
