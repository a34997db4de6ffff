package dev.layers.residue;

import java.util.List;

/** Clients and servers, as libraries of a module, that speak with each other over the loopback. */
final class NetworkRows {
    private NetworkRows() {}

    static List<Row> okhttp() {
        return List.of(
                okhttp("okhttp.left", "")
                        .undone(
                                "pool of 1 thread ('OkHttp TaskRunner') was shut down",
                                "thread 'OkHttp TaskRunner' was interrupted and ended"),
                okhttp(
                                "okhttp.stopped",
                                "client.dispatcher().executorService().shutdown(); client.connectionPool().evictAll();")
                        .undone("pool of 1 thread ('OkHttp TaskRunner') was shut down"));
    }

    private static Row okhttp(String name, String end) {
        return Row.call(name, """
                        OkHttpClient client = new OkHttpClient();
                        try (Response response = client.newCall(new Request.Builder().url(Shelf.place().toURL()).build()).execute()) {
                            if (!response.body().string().equals("pong")) throw new IllegalStateException("no pong");
                        }
                        """ + end)
                .requires("okhttp3")
                .imports("okhttp3.*")
                .libraries("okhttp okio-jvm kotlin-stdlib")
                .retained("thread 'OkHttp TaskRunner'", "thread 'Okio Watchdog'")
                // it ends after a minute without work, and takes no interrupt for an answer
                .named(
                        "still runs: thread 'Okio Watchdog' {} at okio.AsyncTimeout$Companion.awaitTimeout(AsyncTimeout.kt:{})")
                .held()
                .stays("thread 'Okio Watchdog'");
    }

    static List<Row> httpClient() {
        return List.of(
                client("httpclient.async").between(17, 20),
                client("httpclient.closable").from(21).undone("HTTP client was shut down"));
    }

    private static Row client(String name) {
        return Row.call(name, """
                        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(9)).build();
                        KEPT.add(client);
                        String answer = client.sendAsync(
                                        HttpRequest.newBuilder(Shelf.place()).timeout(Duration.ofHours(1)).build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .thenApply(HttpResponse::body)
                                .get();
                        if (!answer.equals("pong")) throw new IllegalStateException(answer);
                        """)
                .requires("java.net.http")
                .imports("java.net.http.* java.time.Duration")
                .members("static final List<Object> KEPT = new ArrayList<>();")
                .retainedUpTo(17);
    }

    static List<Row> netty() {
        return List.of(
                netty("netty.left", "")
                        .retained("thread 'multiThreadIoEventLoopGroup-{}'")
                        .undone("thread-locals: 1 value on 1 thread was cleared")
                        .named("still runs: thread 'multiThreadIoEventLoopGroup-{}' {} at {}")
                        .held()
                        .stays("thread 'multiThreadIoEventLoopGroup-{}'"),
                netty("netty.stopped", "group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();")
                        .retained("thread 'globalEventExecutor-{}'")
                        .undone(
                                "thread 'globalEventExecutor-{}' was interrupted and ended",
                                "thread-locals: 1 value on 1 thread was cleared"));
    }

    private static Row netty(String name, String end) {
        return Row.call(name, """
                        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
                        CompletableFuture<String> answer = new CompletableFuture<>();
                        Channel server = new ServerBootstrap().group(group).channel(NioServerSocketChannel.class)
                                .childHandler(new Echo()).bind("127.0.0.1", 0).sync().channel();
                        Channel client = new Bootstrap().group(group).channel(NioSocketChannel.class)
                                .handler(new Heard(answer)).connect(server.localAddress()).sync().channel();
                        ByteBuf ping = PooledByteBufAllocator.DEFAULT.directBuffer();
                        ping.writeCharSequence("ping", java.nio.charset.StandardCharsets.UTF_8);
                        client.writeAndFlush(ping).sync();
                        if (!answer.get().equals("ping")) throw new IllegalStateException(answer.get());
                        client.close().sync();
                        server.close().sync();
                        """ + end)
                .requires("io.netty.common io.netty.buffer io.netty.transport")
                .imports("io.netty.bootstrap.* io.netty.buffer.* io.netty.channel.* io.netty.channel.nio.*"
                        + " io.netty.channel.socket.nio.*")
                .members("""
                        static {
                            // otherwise it ends by itself after a second, on a slow machine before the unload
                            System.setProperty("io.netty.globalEventExecutor.quietPeriodSeconds", "20");
                        }
                        @io.netty.channel.ChannelHandler.Sharable
                        static class Echo extends ChannelInboundHandlerAdapter {
                            @Override public void channelRead(ChannelHandlerContext context, Object text) { context.writeAndFlush(text); }
                        }
                        static class Heard extends SimpleChannelInboundHandler<ByteBuf> {
                            final CompletableFuture<String> answer;
                            Heard(CompletableFuture<String> answer) { this.answer = answer; }
                            @Override protected void channelRead0(ChannelHandlerContext context, ByteBuf text) {
                                answer.complete(text.toString(java.nio.charset.StandardCharsets.UTF_8));
                            }
                        }
                        """)
                .libraries("netty-common netty-buffer netty-resolver netty-transport netty-codec-base netty-handler"
                        + " netty-transport-native-unix-common");
    }
}
