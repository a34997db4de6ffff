package dev.layers.residue;

import java.util.List;
import java.util.stream.Stream;

/** What is left in {@code java.util.logging}, in bundles and in the introspector. */
final class LoggingRows {
    private static final String HANDLER = """
            static class Own extends Handler {
                @Override public void publish(LogRecord entry) {}
                @Override public void flush() {}
                @Override public void close() {}
            }
            """;

    private static final String FORMATTER = """
            static class Form extends Formatter {
                @Override public String format(LogRecord entry) { return ""; }
            }
            """;

    private LoggingRows() {}

    static List<Row> all() {
        return Stream.of(logging(), bundles(), beans()).flatMap(List::stream).toList();
    }

    private static List<Row> logging() {
        return List.of(
                row("log.handler", "Logger.getLogger(\"\").addHandler(new Own());")
                        .members(HANDLER)
                        .retained("log handler acme.Chat$Own")
                        .undone("log handler 'acme.Chat$Own' of the root logger was removed"),
                row("log.filter", "Logger.getLogger(\"\").setFilter(entry -> true);")
                        .retained("filter of the root logger")
                        .undone("log filter 'acme.Chat$${}' of the root logger was removed"),
                row("log.formatter", "Logger.getLogger(\"\").getHandlers()[0].setFormatter(new Form());")
                        .members(FORMATTER)
                        .retained("formatter")
                        .undone(
                                "log handler formatter 'acme.Chat$Form' of the root logger was replaced by a SimpleFormatter")
                        .stays("formatter"),
                row("log.level", "Logger.getLogger(\"acme\").log(new Own(), \"text\");")
                        .members("static class Own extends Level { Own() { super(\"ACME\", 1); } }"),
                row("log.logger", """
                        Logger.getLogger("acme.logger").fine("text");
                        System.getLogger("acme.system").log(System.Logger.Level.DEBUG, "text");
                        """),
                row("log.handler.removed", """
                        Handler handler = new Own();
                        Logger.getLogger("").addHandler(handler);
                        Logger.getLogger("").removeHandler(handler);
                        """).members(HANDLER));
    }

    private static Row row(String name, String body) {
        return Row.call(name, body)
                .requires("java.logging")
                .imports("java.util.logging.Filter java.util.logging.Formatter java.util.logging.Handler"
                        + " java.util.logging.Level java.util.logging.LogRecord java.util.logging.Logger");
    }

    private static List<Row> bundles() {
        return List.of(
                Row.call("bundle.type", "ResourceBundle.getBundle(\"acme.Chat$Words\").getString(\"hello\");")
                        .members("""
                                public static class Words extends ListResourceBundle {
                                    @Override protected Object[][] getContents() { return new Object[][] {{"hello", "salut"}}; }
                                }
                                """)
                        .retained(),
                Row.call("bundle.missing", """
                        try {
                            ResourceBundle.getBundle("acme.Absent");
                        } catch (MissingResourceException absent) {
                            return "none";
                        }
                        """));
    }

    private static List<Row> beans() {
        return List.of(
                Row.call("beans.introspector", "Introspector.getBeanInfo(Bean.class);")
                        .requires("java.desktop")
                        .imports("java.beans.*")
                        .members("public static class Bean { public int getSize() { return 1; } }")
                        .retained(),
                Row.call("beans.editor", "PropertyEditorManager.registerEditor(Thread.class, Editor.class);")
                        .requires("java.desktop")
                        .imports("java.beans.*")
                        .members("public static class Editor extends PropertyEditorSupport {}"));
    }
}
