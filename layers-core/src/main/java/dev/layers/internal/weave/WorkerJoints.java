package dev.layers.internal.weave;

import java.util.ArrayList;
import java.util.List;

/** What makes threads, or has others run code later. */
final class WorkerJoints {
    private static final String WOVEN = "dev/layers/internal/woven/";
    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String CHANNELS = "java/nio/channels/Asynchronous";
    private static final String BUILDER = "java/lang/Thread$Builder";

    private WorkerJoints() {}

    static List<Joint> all() {
        List<Joint> joints = new ArrayList<>(makers());
        joints.addAll(substitutions());
        joints.addAll(executors());
        joints.addAll(completions());
        joints.addAll(captures());
        joints.addAll(servers());
        return joints;
    }

    private static List<Joint> substitutions() {
        return List.of(
                new Joint.Substitution("java/lang/Thread", WOVEN + "WovenThread"),
                new Joint.Substitution("java/util/Timer", WOVEN + "WovenTimer"),
                new Joint.Substitution("java/util/TimerTask", WOVEN + "WovenTimerTask"),
                new Joint.Substitution(CONCURRENT + "ThreadPoolExecutor", WOVEN + "WovenThreadPoolExecutor"),
                new Joint.Substitution(
                        CONCURRENT + "ScheduledThreadPoolExecutor", WOVEN + "WovenScheduledThreadPoolExecutor"),
                new Joint.Substitution(CONCURRENT + "ForkJoinPool", WOVEN + "WovenForkJoinPool"));
    }

    private static List<Joint> makers() {
        return List.of(
                new Joint.Redirection("java/lang/Thread", "startVirtualThread", WOVEN + "WovenThreads"),
                new Joint.Redirection(CONCURRENT + "ThreadFactory", "newThread", WOVEN + "WovenThreads"),
                factory(""),
                factory("$OfPlatform"),
                factory("$OfVirtual"),
                made("", "start"),
                made("", "unstarted"),
                made("$OfPlatform", "start"),
                made("$OfPlatform", "unstarted"),
                made("$OfVirtual", "start"),
                made("$OfVirtual", "unstarted"));
    }

    private static List<Joint> executors() {
        List<Joint> joints = new ArrayList<>();
        for (String method : List.of(
                "newFixedThreadPool",
                "newCachedThreadPool",
                "newWorkStealingPool",
                "newSingleThreadExecutor",
                "newScheduledThreadPool",
                "newSingleThreadScheduledExecutor",
                "newVirtualThreadPerTaskExecutor",
                "newThreadPerTaskExecutor")) {
            joints.add(new Joint.Redirection(CONCURRENT + "Executors", method, WOVEN + "WovenExecutors"));
        }
        joints.add(new Joint.Redirection(CONCURRENT + "Executor", "execute", WOVEN + "WovenPool"));
        for (String type : List.of("ExecutorService", "ForkJoinPool")) {
            joints.add(new Joint.Redirection(CONCURRENT + type, "execute", WOVEN + "WovenPool"));
            joints.add(new Joint.Redirection(CONCURRENT + type, "submit", WOVEN + "WovenPool"));
        }
        return joints;
    }

    private static List<Joint> completions() {
        List<Joint> joints = new ArrayList<>();
        joints.add(new Joint.Extension(CONCURRENT + "CompletableFuture", WOVEN + "WovenCompletableFuture"));
        for (String method : List.of(
                "runAsync", "supplyAsync", "completeAsync", "delayedExecutor", "orTimeout", "completeOnTimeout")) {
            joints.add(new Joint.Redirection(CONCURRENT + "CompletableFuture", method, WOVEN + "WovenFuture"));
        }
        for (String method : List.of(
                "thenApplyAsync",
                "thenAcceptAsync",
                "thenRunAsync",
                "thenCombineAsync",
                "thenAcceptBothAsync",
                "runAfterBothAsync",
                "applyToEitherAsync",
                "acceptEitherAsync",
                "runAfterEitherAsync",
                "thenComposeAsync",
                "handleAsync",
                "whenCompleteAsync",
                "exceptionallyAsync",
                "exceptionallyComposeAsync")) {
            joints.add(new Joint.Redirection(CONCURRENT + "CompletableFuture", method, WOVEN + "WovenFuture"));
            joints.add(new Joint.Redirection(CONCURRENT + "CompletionStage", method, WOVEN + "WovenStage"));
        }
        return joints;
    }

    private static List<Joint> captures() {
        return List.of(
                shown("java/net/http/HttpClient", "newHttpClient", "client"),
                shown("java/net/http/HttpClient$Builder", "build", "client"),
                shown("com/sun/net/httpserver/HttpServer", "create", "server"),
                shown("com/sun/net/httpserver/HttpsServer", "create", "server"),
                shown(CHANNELS + "ChannelGroup", "withCachedThreadPool", "group"),
                shown(CHANNELS + "ChannelGroup", "withThreadPool", "group"),
                shown(CHANNELS + "ServerSocketChannel", "open", "channel"),
                shown(CHANNELS + "SocketChannel", "open", "channel"),
                shown(CHANNELS + "FileChannel", "open", "channel"),
                shown("java/nio/file/FileSystem", "newWatchService", "watch"));
    }

    private static List<Joint> servers() {
        String substitute = WOVEN + "Servers";
        return List.of(
                new Joint.Redirection("com/sun/net/httpserver/HttpServer", "stop", substitute),
                new Joint.Redirection("com/sun/net/httpserver/HttpsServer", "stop", substitute),
                new Joint.Redirection(CHANNELS + "ChannelGroup", "withFixedThreadPool", substitute));
    }

    private static Joint factory(String kind) {
        return new Joint.Redirection(BUILDER + kind, "factory", WOVEN + "WovenThreads");
    }

    private static Joint made(String kind, String method) {
        return new Joint.Capture(BUILDER + kind, method, WOVEN + "WovenThreads", "made");
    }

    private static Joint shown(String type, String method, String witness) {
        return new Joint.Capture(type, method, WOVEN + "Servers", witness);
    }
}
