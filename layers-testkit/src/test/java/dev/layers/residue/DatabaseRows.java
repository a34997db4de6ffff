package dev.layers.residue;

import java.util.List;

/** Databases and their pools, as libraries of a module. */
final class DatabaseRows {
    private static final String DEREGISTERED = "JDBC driver 'org.h2.Driver' was deregistered";

    private DatabaseRows() {}

    static List<Row> h2() {
        return List.of(
                sql(
                                "h2.left",
                                "Connection connection = DriverManager.getConnection(\"jdbc:h2:mem:left;DB_CLOSE_DELAY=-1\");"
                                        + QUERY)
                        .retained()
                        .undone(DEREGISTERED),
                sql(
                                "h2.closed",
                                "Connection connection = DriverManager.getConnection(\"jdbc:h2:mem:closed\");" + QUERY
                                        + " connection.close(); org.h2.Driver.unload();")
                        .retainedUpTo(0));
    }

    private static final String QUERY = """
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table chat (id int primary key, text varchar)");
                statement.executeUpdate("insert into chat values (1, 'ping')");
                ResultSet rows = statement.executeQuery("select text from chat");
                if (!rows.next() || !rows.getString(1).equals("ping")) throw new IllegalStateException("no row");
            }
            """;

    private static Row sql(String name, String body) {
        return Row.call(name, "Class.forName(\"org.h2.Driver\");\n" + body)
                .requires("java.sql com.h2database")
                .imports("java.sql.Connection java.sql.DriverManager java.sql.Statement java.sql.ResultSet")
                .libraries("h2");
    }

    static List<Row> postgres() {
        return List.of(
                postgres("postgres.left", "").retained().undone("JDBC driver 'org.postgresql.Driver' was deregistered"),
                postgres("postgres.closed", "org.postgresql.Driver.deregister();"));
    }

    private static Row postgres(String name, String end) {
        return Row.call(name, """
                        Class.forName("org.postgresql.Driver");
                        int port;
                        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) { port = socket.getLocalPort(); }
                        try {
                            DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/chat?loginTimeout=5");
                            throw new IllegalStateException("connected");
                        } catch (SQLException refused) {
                            if (!refused.getMessage().contains("refused")) throw refused;
                        }
                        """ + end)
                .requires("java.sql org.postgresql.jdbc")
                .imports("java.sql.DriverManager java.sql.SQLException")
                .libraries("postgresql");
    }

    static List<Row> hikari() {
        return List.of(
                hikari("hikari.left", "")
                        .retained("thread 'HikariPool-1:housekeeper'")
                        .undone("pool of 1 thread ('HikariPool-1:housekeeper') was shut down", DEREGISTERED),
                hikari("hikari.closed", "source.close(); org.h2.Driver.unload();"));
    }

    private static Row hikari(String name, String end) {
        return Row.call(name, """
                        Class.forName("org.h2.Driver");
                        HikariConfig config = new HikariConfig();
                        config.setJdbcUrl("jdbc:h2:mem:%s");
                        config.setMaximumPoolSize(1);
                        HikariDataSource source = new HikariDataSource(config);
                        try (Connection connection = source.getConnection()) {
                        """.formatted(name.replace('.', '_')) + QUERY + "}\n" + end)
                .requires("java.sql com.h2database com.zaxxer.hikari org.slf4j")
                .imports("java.sql.Connection java.sql.Statement java.sql.ResultSet com.zaxxer.hikari.*")
                .libraries("HikariCP h2 slf4j-api");
    }
}
