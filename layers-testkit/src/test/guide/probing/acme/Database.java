package acme;

import java.io.IOException;

/** Answers unless it is said to be down. */
final class Database {
    void ping() throws IOException {
        if (Boolean.getBoolean("database.down")) {
            throw new IOException("The database is down");
        }
    }
}
