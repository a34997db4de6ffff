package dev.layers.internal.woven;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.channels.AsynchronousChannel;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.WatchService;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Is shown clients, servers, channels and watch services that keep threads of the JDK busy. */
public final class Servers {
    private Servers() {}

    /** Is shown HTTP clients, of a module that may be absent. */
    public static void client(Object client) {
        Workers.current().add(client, new Client());
    }

    /** Is shown HTTP servers, of a module that may be absent. */
    public static void server(Object server) {
        Workers.current().add(server, new Server());
    }

    /** Stops an HTTP server as its own method does, and remembers that. */
    public static void stop(Object server, int delay) {
        call(endOfServer(), server, delay);
        Workers.current().remove(server);
    }

    /** As that of {@code AsynchronousChannelGroup}. */
    public static AsynchronousChannelGroup withFixedThreadPool(int threads, ThreadFactory factory) throws IOException {
        AsynchronousChannelGroup made = AsynchronousChannelGroup.withFixedThreadPool(
                threads, RecordingFactory.recording(Objects.requireNonNull(factory)));
        group(made);
        return made;
    }

    /** Is shown groups of channels. */
    public static void group(Object group) {
        Workers.current().add((AsynchronousChannelGroup) group, new Group());
    }

    /** Is shown watch services; each may have a thread of its own. */
    public static void watch(Object service) {
        Workers.current().add((WatchService) service, new Watch());
    }

    /** Is shown channels. */
    public static void channel(Object channel) {
        Workers.current().add((AsynchronousChannel) channel, new Channel());
    }

    /** Before JDK 21 a client cannot be told to end; it does when nobody holds it. */
    private record Client() implements Engine<Object> {
        @Override
        public Optional<String> close(Object client) {
            Optional<Method> shutdown = method("java.net.http.HttpClient", "shutdownNow");
            if (shutdown.isEmpty() || isOver(client)) {
                return Optional.empty();
            }
            call(shutdown.get(), client);
            return Optional.of("HTTP client was shut down");
        }

        private static boolean isOver(Object client) {
            return method("java.net.http.HttpClient", "isTerminated")
                    .map(method -> Boolean.TRUE.equals(call(method, client)))
                    .orElse(false);
        }
    }

    /** Ends a server at once. */
    private record Server() implements Engine<Object> {
        private static final long PATIENCE = 500;

        /** It waits for its handlers without limit, and who interrupts them comes after this. */
        @Override
        public Optional<String> close(Object server) {
            Thread stopping = new Thread(null, () -> call(endOfServer(), server, 0), "HTTP server stop", 0, false);
            stopping.setDaemon(true);
            stopping.setContextClassLoader(null);
            stopping.start();
            try {
                stopping.join(PATIENCE);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
            return Optional.of("HTTP server was stopped");
        }
    }

    /** Ends a group and closes its channels. */
    private record Group() implements Engine<AsynchronousChannelGroup> {
        @Override
        public Optional<String> close(AsynchronousChannelGroup group) {
            if (group.isShutdown()) {
                return Optional.empty();
            }
            try {
                group.shutdownNow();
            } catch (IOException failure) {
                return Optional.of("asynchronous channel group was shut down: " + failure);
            }
            return Optional.of("asynchronous channel group was shut down");
        }
    }

    /** Closes a watch service, and so ends its thread. */
    private record Watch() implements Engine<WatchService> {
        @Override
        public Optional<String> close(WatchService service) {
            if (isClosed(service)) {
                return Optional.empty();
            }
            try {
                service.close();
            } catch (IOException failure) {
                return Optional.of("watch service was closed: " + failure);
            }
            return Optional.of("watch service was closed");
        }

        /** Nothing else tells. */
        private static boolean isClosed(WatchService service) {
            try {
                service.poll();
                return false;
            } catch (ClosedWatchServiceException closed) {
                return true;
            }
        }
    }

    /** Closes a channel, and so ends what waits for it. */
    private record Channel() implements Engine<AsynchronousChannel> {
        @Override
        public Optional<String> close(AsynchronousChannel channel) {
            if (!channel.isOpen()) {
                return Optional.empty();
            }
            try {
                channel.close();
            } catch (IOException failure) {
                return Optional.of("asynchronous channel was closed: " + failure);
            }
            return Optional.of("asynchronous channel was closed");
        }
    }

    private static Method endOfServer() {
        return method("com.sun.net.httpserver.HttpServer", "stop", int.class).orElseThrow();
    }

    private static Optional<Method> method(String type, String name, Class<?>... parameters) {
        try {
            return Optional.of(Class.forName(type, false, ClassLoader.getSystemClassLoader())
                    .getMethod(name, parameters));
        } catch (ClassNotFoundException | NoSuchMethodException absent) {
            return Optional.empty();
        }
    }

    private static Object call(Method method, Object receiver, Object... arguments) {
        try {
            return method.invoke(receiver, arguments);
        } catch (InvocationTargetException thrown) {
            throw VirtualThreads.unchecked(thrown.getTargetException());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
