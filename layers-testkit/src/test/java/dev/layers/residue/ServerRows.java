package dev.layers.residue;

import java.util.List;

/** Virtual threads, clients, servers and channels. */
final class ServerRows {
    private ServerRows() {}

    static List<Row> all() {
        return List.of(
                Row.call("virtual.parked", """
                        Thread thread = Thread.ofVirtual().name("acme-virtual").start(() -> {
                            try { new CountDownLatch(1).await(); } catch (InterruptedException stop) { return; }
                        });
                        Shelf.untilWaiting(thread);
                        """)
                        .from(21)
                        .retained()
                        .undone("virtual thread 'acme-virtual' was interrupted and ended"),
                Row.call("virtual.queue", """
                        Callable<Integer> wait = new SynchronousQueue<Integer>()::take;
                        Thread thread = Thread.startVirtualThread(new FutureTask<>(wait));
                        Shelf.untilWaiting(thread);
                        """)
                        .from(21)
                        .retained()
                        .undone("virtual thread #{} was interrupted and ended"),
                Row.call("virtual.deaf", """
                        Thread thread = Thread.ofVirtual().name("acme-deaf").start(() -> {
                            while (true) {
                                try { new CountDownLatch(1).await(); } catch (InterruptedException ignored) { continue; }
                            }
                        });
                        Shelf.untilWaiting(thread);
                        """)
                        .from(21)
                        .retained()
                        .named(
                                "still runs: virtual thread 'acme-deaf' (WAITING) at acme.Chat.lambda$run$0(Chat.java:{})")
                        .held(),
                Row.call("virtual.pool", """
                        CountDownLatch begun = new CountDownLatch(1);
                        Executors.newVirtualThreadPerTaskExecutor().submit(() -> {
                            begun.countDown();
                            Thread.sleep(3_600_000);
                            return "";
                        });
                        begun.await();
                        """)
                        .from(21)
                        .retained()
                        .undone("virtual thread #{} was interrupted and ended"),
                Row.call("virtual.done", """
                        Thread.startVirtualThread(() -> {}).join();
                        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) { pool.submit(() -> {}).get(); }
                        """).from(21),
                client("http.client").between(17, 20),
                client("http.client.closable").from(21).undone("HTTP client was shut down"),
                Row.call("http.server", """
                        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                        server.createContext("/", exchange -> exchange.close());
                        server.start();
                        """)
                        .requires("jdk.httpserver")
                        .imports("java.net.* com.sun.net.httpserver.*")
                        .retained("thread 'HTTP-Dispatcher'")
                        .undone("HTTP server was stopped"),
                Row.call("channel.accept", """
                        AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                                .accept(null, new CompletionHandler<AsynchronousSocketChannel, Object>() {
                                    @Override public void completed(AsynchronousSocketChannel channel, Object given) {}
                                    @Override public void failed(Throwable failure, Object given) {}
                                });
                        """)
                        .imports("java.net.* java.nio.channels.*")
                        .retained()
                        .undone("asynchronous channel was closed"),
                Row.call("channel.closed", """
                        AsynchronousServerSocketChannel channel = AsynchronousServerSocketChannel.open();
                        channel.close();
                        """).imports("java.nio.channels.*"),
                Row.call("watch.open", """
                        java.nio.file.FileSystems.getDefault().newWatchService();
                        """).undone("watch service was closed"),
                Row.call("watch.closed", """
                        java.nio.file.FileSystems.getDefault().newWatchService().close();
                        """),
                Row.call("http.host", "Shelf.SERVER.createContext(\"/acme\", exchange -> exchange.close());")
                        .requires("jdk.httpserver")
                        .retained()
                        .held(),
                Row.call("url.read", "Shelf.place().toURL().openStream().readAllBytes();"),
                Row.call("reactive.subscriber", """
                        Shelf.PUBLISHER.subscribe(new Flow.Subscriber<String>() {
                            @Override public void onSubscribe(Flow.Subscription subscription) { subscription.request(1); }
                            @Override public void onNext(String item) {}
                            @Override public void onError(Throwable failure) {}
                            @Override public void onComplete() {}
                        });
                        """).retained().held());
    }

    private static Row client(String name) {
        return Row.call(name, """
                        CLIENTS.add(HttpClient.newHttpClient());
                        CLIENTS.get(0).send(HttpRequest.newBuilder(Shelf.place()).build(), HttpResponse.BodyHandlers.ofString());
                        """)
                .requires("java.net.http")
                .imports("java.net.http.*")
                .members("static final List<HttpClient> CLIENTS = new ArrayList<>();")
                .retainedUpTo(17);
    }
}
