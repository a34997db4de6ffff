package dev.layers.holders;

import java.util.List;
import java.util.stream.Stream;

/** Objects of the host keep the module, and the JDK or a thread keeps those: never the module's object is blamed for theirs. */
final class HostCases {
    private HostCases() {}

    static List<Case> all() {
        return Stream.of(running(), registered(), named(), kept())
                .flatMap(List::stream)
                .toList();
    }

    private static Case host(String name, String body, String root, String cause) {
        return Case.collected(name, body).by(root, cause, FieldCases.REMOVE);
    }

    private static List<Case> running() {
        return List.of(
                host(
                        "host.loop",
                        "Keep.start(new Keep(this), \"keep-loop\");",
                        "thread 'keep-loop'",
                        "object of bot.Keep keeps acme.Chat at .list[0]: thread 'keep-loop' runs; its task is bot.Keep"),
                host(
                        "host.thread",
                        "Keep.start(Keep.hook(this));",
                        "thread 'keep-thread'",
                        "object of bot.Keep$Loop keeps acme.Chat at .list[0]: thread 'keep-thread' runs; its class is"
                                + " bot.Keep$Loop"),
                Case.collected("host.lambda", "Shelf.CLOCK.schedule(Keep.capture(this), 1, TimeUnit.HOURS);")
                        .by(
                                "thread 'host-clock'",
                                "a lambda of bot.Keep keeps acme.Chat at .arg$1: the executor of thread 'host-clock' has"
                                        + " scheduled task a lambda of bot.Keep",
                                "have the host let go that lambda when the module is unloaded"),
                host(
                        "host.timer",
                        "Keep.schedule(new Keep.Chore(this));",
                        "thread 'keep-timer'",
                        "object of bot.Keep$Chore keeps acme.Chat at .list[0]: timer thread 'keep-timer' has"
                                + " bot.Keep$Chore to run"),
                host(
                        "host.scheduled",
                        "Shelf.CLOCK.schedule(new Keep(this), 1, TimeUnit.HOURS);",
                        "thread 'host-clock'",
                        "object of bot.Keep keeps acme.Chat at .list[0]: the executor of thread 'host-clock' has"
                                + " scheduled task bot.Keep"),
                host(
                        "host.local",
                        "Shelf.LOCAL.set(new Keep(this));",
                        "thread 'host-host.local'",
                        "object of bot.Keep keeps acme.Chat at .list[0]: thread-local 'bot.Shelf.LOCAL' on thread"
                                + " 'host-host.local' has bot.Keep"));
    }

    private static List<Case> registered() {
        return List.of(
                host(
                        "host.cleaner",
                        "Shelf.CLEANER.register(Shelf.IN_USE, new Keep(this));",
                        "thread 'Cleaner-0'",
                        "object of bot.Keep keeps acme.Chat at .list[0]: the action of a Cleaner is bot.Keep, and what it"
                                + " cleans for is still in use"),
                host(
                        "host.hook",
                        "Runtime.getRuntime().addShutdownHook(Keep.hook(this));",
                        "static field java.lang.ApplicationShutdownHooks.hooks",
                        "object of bot.Keep$Loop keeps acme.Chat at .list[0]: shutdown hook thread 'keep-thread' is"
                                + " registered"),
                host(
                        "host.bean",
                        "java.lang.management.ManagementFactory.getPlatformMBeanServer()"
                                + ".registerMBean(new Keep.Bean(this), new javax.management.ObjectName(\"bot:type=Bean\"));",
                        "static field ",
                        "object of bot.Keep$Bean keeps acme.Chat at .list[0]: MBean bot.Keep$Bean is registered"),
                host(
                        "host.log",
                        "Logger.getLogger(\"\").addHandler(new Keep.Log(this));",
                        "static field ",
                        "object of bot.Keep$Log keeps acme.Chat at .list[0]: log handler bot.Keep$Log is registered"));
    }

    /** Fields of the host that are called as fields of the JDK are. */
    private static List<Case> named() {
        return Stream.of(
                        "contextClassLoader",
                        "uncaughtExceptionHandler",
                        "threadLocals",
                        "target",
                        "workQueue",
                        "comparator",
                        "backtrace",
                        "suppressedExceptions")
                .map(field -> host(
                        "host.named." + field.toLowerCase(java.util.Locale.ROOT),
                        "Keep.Named one = new Keep.Named(); one." + field + " = this; Shelf.NAMED.put(\"" + field
                                + "\", one);",
                        "static field bot.Shelf.NAMED",
                        "object of bot.Keep$Named keeps acme.Chat at ." + field
                                + ": static field bot.Shelf.NAMED keeps bot.Keep$Named under key '" + field + "'"))
                .toList();
    }

    private static List<Case> kept() {
        return List.of(
                host(
                        "host.session",
                        "Keep one = new Keep(new Keep(this)); Shelf.NAMED.put(\"host.session\", one);",
                        "static field bot.Shelf.NAMED",
                        "object of bot.Keep keeps acme.Chat at .list[0]: static field bot.Shelf.NAMED keeps bot.Keep"
                                + " under key 'host.session'"),
                Case.collected(
                                "host.order",
                                "Shelf.NAMED.put(\"host.order\", new Keep(new TreeSet<String>((one, two) -> 0)));")
                        .by(
                                "static field bot.Shelf.NAMED",
                                "object of bot.Keep keeps comparator a lambda of acme.Chat of a java.util.TreeMap at"
                                        + " .list[0]: static field bot.Shelf.NAMED keeps bot.Keep under key 'host.order'",
                                "copy the collection without its comparator, or have a comparator of the host"));
    }
}
