package dev.layers.internal.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** Has a directory followed by a watch service. */
@FunctionalInterface
interface Registrar {
    WatchKey register(Path directory) throws IOException;

    /** Returns the way that works with the services of file systems. */
    static Registrar of(WatchService service) {
        return directory -> directory.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
    }
}
