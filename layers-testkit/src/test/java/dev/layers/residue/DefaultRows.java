package dev.layers.residue;

import java.util.List;
import java.util.stream.Stream;

/** Defaults of the JVM that the module has changed. */
final class DefaultRows {
    private DefaultRows() {}

    static List<Row> all() {
        return Stream.of(streams(), network(), security(), properties(), places())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> streams() {
        return List.of(
                Row.call("set.out", "System.setOut(new PrintStream(new Own()));")
                        .members("static class Own extends OutputStream { @Override public void write(int one) {} }")
                        .retained("System.out")
                        .undone("System.out was set back"),
                Row.call("set.err", "System.setErr(new PrintStream(OutputStream.nullOutputStream()));")
                        .leaves("System.err")
                        .undone("System.err was set back"),
                Row.call("set.in", "System.setIn(new Own());")
                        .members("static class Own extends InputStream { @Override public int read() { return -1; } }")
                        .retained("System.in")
                        .undone("System.in was set back"),
                Row.call("set.handler", "Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});")
                        .retained("default uncaught exception handler")
                        .undone("the default uncaught exception handler was set back"),
                Row.call("set.restored", """
                        PrintStream before = System.out;
                        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
                        System.setOut(before);
                        """),
                Row.call("set.driverlog", "DriverManager.setLogWriter(new PrintWriter(new Own()));")
                        .requires("java.sql")
                        .imports("java.sql.DriverManager")
                        .members("""
                                static class Own extends Writer {
                                    @Override public void write(char[] text, int from, int length) {}
                                    @Override public void flush() {}
                                    @Override public void close() {}
                                }
                                """)
                        .retained("driver log")
                        .undone("the log writer of DriverManager was set back"));
    }

    private static List<Row> network() {
        return List.of(
                net("set.authenticator", "Authenticator.setDefault(new Authenticator() {});")
                        .retained("authenticator")
                        .undone("the default authenticator was set back"),
                net("set.proxies", "ProxySelector.setDefault(new Own());")
                        .members("""
                                static class Own extends ProxySelector {
                                    @Override public List<Proxy> select(URI place) { return List.of(Proxy.NO_PROXY); }
                                    @Override public void connectFailed(URI place, SocketAddress address, IOException failure) {}
                                }
                                """)
                        .retained("proxy selector")
                        .undone("the default proxy selector was set back"),
                net("set.cookies", """
                        CookieHandler.setDefault(new CookieManager(null, (place, cookie) -> true));
                        """).retained("cookie handler").undone("the default cookie handler was set back"),
                net("set.responses", "ResponseCache.setDefault(new Own());")
                        .members("""
                                static class Own extends ResponseCache {
                                    @Override public CacheResponse get(URI place, String method, Map<String, List<String>> headers) { return null; }
                                    @Override public CacheRequest put(URI place, URLConnection connection) { return null; }
                                }
                                """)
                        .retained("response cache")
                        .undone("the default response cache was set back"),
                net("set.filenames", "URLConnection.setFileNameMap(name -> null);")
                        .retained("file name map")
                        .undone("the file name map was set back"));
    }

    private static Row net(String name, String body) {
        return Row.call(name, body).imports("java.net.*");
    }

    private static List<Row> security() {
        return List.of(
                tls("set.verifier", "HttpsURLConnection.setDefaultHostnameVerifier((name, session) -> true);")
                        .retained("host name verifier")
                        .undone("the default host name verifier was set back"),
                tls("set.sockets", """
                        HttpsURLConnection.setDefaultSSLSocketFactory(context().getSocketFactory());
                        """)
                        .retained("socket factory")
                        .undone("the default SSL socket factory was set back"),
                tls("set.context", "SSLContext.setDefault(context());")
                        .retained()
                        .undone("the default SSL context was set back"),
                Row.call("set.login", """
                        Configuration.setConfiguration(new Configuration() {
                            @Override public AppConfigurationEntry[] getAppConfigurationEntry(String name) { return null; }
                        });
                        """)
                        .imports("javax.security.auth.login.*")
                        .retained()
                        .undone("the login configuration was set back"),
                Row.call("set.policy", "Policy.setPolicy(new Policy() {});")
                        .imports("java.security.*")
                        .between(17, 17)
                        .retained()
                        .named("a security policy was set by Policy.setPolicy and stays")
                        .held());
    }

    private static Row tls(String name, String body) {
        return Row.call(name, body)
                .imports("javax.net.ssl.* java.security.cert.X509Certificate")
                .members("""
                        static SSLContext context() throws Exception {
                            SSLContext context = SSLContext.getInstance("TLS");
                            context.init(null, new TrustManager[] {new Own()}, null);
                            return context;
                        }
                        static class Own implements X509TrustManager {
                            @Override public void checkClientTrusted(X509Certificate[] chain, String type) {}
                            @Override public void checkServerTrusted(X509Certificate[] chain, String type) {}
                            @Override public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
                        }
                        """);
    }

    private static List<Row> properties() {
        return List.of(
                Row.call("property.object", "System.getProperties().put(\"acme.object\", new Chat());")
                        .retained("property acme.object")
                        .undone("system property 'acme.object' held an acme.Chat and was removed"),
                Row.call(
                                "property.list",
                                "System.getProperties().put(\"acme.list\", List.of(Optional.of(new Chat())));")
                        .retained("property acme.list")
                        .undone("system property 'acme.list' held an acme.Chat and was removed"),
                Row.call("property.text", "System.setProperty(\"acme.text\", \"text\");")
                        .leaves("property acme.text")
                        .stays("property acme.text"),
                Row.call("property.defaults", "System.setProperties(new Properties(new Own()));")
                        .members("""
                                static class Own extends Properties {
                                    private static final long serialVersionUID = 1;
                                    Own() { putAll(System.getProperties()); }
                                }
                                """)
                        .retained()
                        .undone("the set of system properties was set back"));
    }

    private static List<Row> places() {
        return List.of(
                Row.call("set.zone", "TimeZone.setDefault(TimeZone.getTimeZone(\"Asia/Tokyo\"));")
                        .leaves("time zone Asia/Tokyo")
                        .named("the default time zone was changed to 'Asia/Tokyo' by 'acme.Chat' and stays")
                        .stays("time zone Asia/Tokyo"),
                Row.call("set.zone.subclass", "TimeZone.setDefault(new Zone());")
                        .members("""
                                static class Zone extends SimpleTimeZone {
                                    private static final long serialVersionUID = 1;
                                    Zone() { super(0, "Acme"); }
                                }
                                """)
                        .retained("time zone Acme")
                        .undone("the default time zone was set back"),
                Row.call("set.locale", "Locale.setDefault(Locale.ITALY);")
                        .leaves("locale it_IT")
                        .named("the default locale was changed to 'it_IT' by 'acme.Chat' and stays")
                        .stays("locale it_IT"));
    }
}
