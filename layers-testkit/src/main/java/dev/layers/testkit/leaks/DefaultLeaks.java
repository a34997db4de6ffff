package dev.layers.testkit.leaks;

/** Defaults of the JVM that are changed. */
final class DefaultLeaks {
    private static final String SET_BACK = "set it back";

    private DefaultLeaks() {}

    static Leaking uncaughtHandler() {
        return Leaking.of("the default uncaught exception handler", "java.lang.Thread", SET_BACK)
                .does("Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});");
    }

    static Leaking systemOut() {
        return Leaking.of("a stream of its own as System.out", "java.lang.System", SET_BACK)
                .does("System.setOut(new PrintStream(new Own()));")
                .members("static class Own extends OutputStream { @Override public void write(int one) {} }");
    }

    static Leaking systemProperty() {
        return Leaking.of("an object of its own as a system property", "the set of properties", "remove the property")
                .does("System.getProperties().put(\"leaky.property\", new Leak());");
    }

    static Leaking softCache() {
        return Leaking.of(
                        "an object of its own behind a soft reference",
                        "the reference, until memory is short",
                        "clear the reference")
                .does("System.getProperties().put(\"leaky.soft\", new SoftReference<>(new Leak()));")
                .imports("java.lang.ref.SoftReference")
                .with(Leak.Effect.SOFT);
    }

    static Leaking timeZone() {
        return Leaking.of("a time zone of its own as the default", "java.util.TimeZone", SET_BACK)
                .does("TimeZone.setDefault(new Zone());")
                .members("static class Zone extends SimpleTimeZone { Zone() { super(0, \"Leaky\"); } }");
    }

    static Leaking locale() {
        return Leaking.of("another default locale", "nothing; the locale stays", SET_BACK)
                .does("Locale.setDefault(Locale.ITALY);")
                .with(Leak.Effect.LEFT);
    }

    static Leaking authenticator() {
        return network("the default authenticator", "java.net.Authenticator")
                .does("Authenticator.setDefault(new Authenticator() {});");
    }

    static Leaking proxySelector() {
        return network("the default proxy selector", "java.net.ProxySelector")
                .does("ProxySelector.setDefault(new Own());")
                .members("""
                        static class Own extends ProxySelector {
                            @Override public List<Proxy> select(URI place) { return List.of(Proxy.NO_PROXY); }
                            @Override public void connectFailed(URI place, SocketAddress address, IOException failure) {}
                        }
                        """);
    }

    static Leaking cookieHandler() {
        return network("the default cookie handler", "java.net.CookieHandler")
                .does("CookieHandler.setDefault(new CookieManager(null, (place, cookie) -> true));");
    }

    static Leaking urlConnection() {
        return network("the file name map of URL connections", "java.net.URLConnection")
                .does("URLConnection.setFileNameMap(name -> null);");
    }

    static Leaking urlHandlers() {
        return Leaking.of("the stream handler factory of URLs", "java.net.URL", "nothing but the end of the JVM")
                .does("URL.setURLStreamHandlerFactory(protocol -> null);")
                .imports("java.net.*");
    }

    static Leaking hostnameVerifier() {
        return Leaking.of("the default host name verifier", "javax.net.ssl.HttpsURLConnection", SET_BACK)
                .does("HttpsURLConnection.setDefaultHostnameVerifier((name, session) -> true);")
                .imports("javax.net.ssl.*");
    }

    private static Leaking network(String leaves, String heldBy) {
        return Leaking.of(leaves, heldBy, SET_BACK).imports("java.net.*");
    }
}
