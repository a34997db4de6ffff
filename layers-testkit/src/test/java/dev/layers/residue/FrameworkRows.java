package dev.layers.residue;

import java.util.List;

/** Parsers, loggers, caches and languages, as libraries of a module. */
final class FrameworkRows {
    private static final String[] QUARTZ = {
        "context loader of thread 'SimpleQuartzScheduler_QuartzSchedulerThread'",
        "context loader of thread 'SimpleQuartzScheduler_Worker-1'",
        "context loader of thread 'SimpleQuartzScheduler_Worker-2'",
        "thread 'SimpleQuartzScheduler_QuartzSchedulerThread'",
        "thread 'SimpleQuartzScheduler_Worker-1'",
        "thread 'SimpleQuartzScheduler_Worker-2'"
    };

    private static final String FINALIZER = "thread 'com.google.common.base.internal.Finalizer'";

    private FrameworkRows() {}

    static List<Row> jackson() {
        return List.of(Row.call("jackson.used", """
                        ObjectMapper mapper = new ObjectMapper();
                        Point point = mapper.readValue(mapper.writeValueAsString(new Point(1, "two", List.of(3))), Point.class);
                        if (!point.equals(new Point(1, "two", List.of(3)))) throw new IllegalStateException(point.toString());
                        """)
                .requires("com.fasterxml.jackson.databind")
                .imports("com.fasterxml.jackson.databind.ObjectMapper")
                .members("public record Point(int x, String y, List<Integer> more) {}")
                .libraries("jackson-databind jackson-core jackson-annotations")
                .retained());
    }

    static List<Row> logback() {
        return List.of(logback("logback.left", ""), logback("logback.stopped", "loggers.stop();"));
    }

    private static Row logback(String name, String end) {
        return Row.hook(name, """
                        ch.qos.logback.classic.LoggerContext loggers = (ch.qos.logback.classic.LoggerContext) LoggerFactory.getILoggerFactory();
                        MDC.put("user", "acme");
                        LoggerFactory.getLogger(Chat.class).info("ping {}", new Chat());
                        """ + end)
                .requires("org.slf4j ch.qos.logback.classic ch.qos.logback.core")
                .imports("org.slf4j.*")
                .libraries("logback-classic logback-core slf4j-api");
    }

    static List<Row> log4j() {
        return List.of(log4j("log4j.left", ""), log4j("log4j.stopped", "LogManager.shutdown();"));
    }

    private static Row log4j(String name, String end) {
        return Row.call(name, """
                        ClassLoader before = Thread.currentThread().getContextClassLoader();
                        Thread.currentThread().setContextClassLoader(Chat.class.getClassLoader());
                        try {
                            ThreadContext.put("user", "acme");
                            ThreadContext.push("ping");
                            LogManager.getLogger(Chat.class).error("ping {}", new Chat());
                        } finally {
                            Thread.currentThread().setContextClassLoader(before);
                        }
                        """ + end)
                .requires("org.apache.logging.log4j org.apache.logging.log4j.core")
                .imports("org.apache.logging.log4j.*")
                .libraries("log4j-core log4j-api")
                .retained()
                .undone(
                        "shutdown hook 'pool-{}-thread-1' was run and removed",
                        "thread-locals: 3 values on 1 thread were cleared");
    }

    static List<Row> guava() {
        return List.of(Row.call("guava.used", """
                        LoadingCache<String, Object> cache = CacheBuilder.newBuilder().weakKeys().softValues()
                                .build(CacheLoader.from(key -> new Chat()));
                        cache.get("ping");
                        EventBus bus = new EventBus();
                        bus.register(new Chat());
                        bus.post("ping");
                        QUEUES.add(new FinalizableReferenceQueue());
                        """)
                .requires("com.google.common")
                .imports(
                        "com.google.common.cache.* com.google.common.eventbus.* com.google.common.base.FinalizableReferenceQueue")
                .members(
                        "static final List<Object> QUEUES = new ArrayList<>(); @Subscribe public void heard(String text) {}")
                .libraries("guava failureaccess")
                .retainedUpTo(17, FINALIZER));
    }

    static List<Row> caffeine() {
        return List.of(Row.call("caffeine.used", """
                        AsyncLoadingCache<String, Object> cache = Caffeine.newBuilder()
                                .expireAfterWrite(1, TimeUnit.HOURS)
                                .scheduler(Scheduler.systemScheduler())
                                .buildAsync(key -> new Chat());
                        cache.get("ping").get();
                        """)
                .requires("com.github.benmanes.caffeine")
                .imports("com.github.benmanes.caffeine.cache.*")
                .libraries("caffeine")
                .retained()
                .undone("{} asynchronous {} {} dropped before {} began"));
    }

    static List<Row> validator() {
        return List.of(Row.hook("validator.used", """
                        ValidatorFactory factory = Validation.byDefaultProvider().configure()
                                .messageInterpolator(new org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator())
                                .buildValidatorFactory();
                        if (factory.getValidator().validate(new Bean()).size() != 1) throw new IllegalStateException("valid");
                        """)
                .requires("jakarta.validation org.hibernate.validator")
                .imports("jakarta.validation.* jakarta.validation.constraints.NotNull")
                .members("public static class Bean { @NotNull public String text; }")
                .libraries("hibernate-validator jakarta.validation-api jboss-logging classmate"));
    }

    static List<Row> groovy() {
        return List.of(Row.call("groovy.used", """
                        Object four = new groovy.lang.GroovyShell(Chat.class.getClassLoader()).evaluate("[1, 2].sum() + 1");
                        if (!four.equals(4)) throw new IllegalStateException(four.toString());
                        """)
                .requires("org.apache.groovy")
                .libraries("groovy")
                .retained()
                .held());
    }

    static List<Row> yaml() {
        return List.of(Row.call("yaml.used", """
                        Map<String, Object> read = new org.yaml.snakeyaml.Yaml().load("bot: {name: acme, rooms: [1, 2]}");
                        if (!read.containsKey("bot")) throw new IllegalStateException(read.toString());
                        """).requires("org.yaml.snakeyaml").libraries("snakeyaml"));
    }

    static List<Row> quartz() {
        return List.of(quartz("quartz.left", "")
                .retained(QUARTZ)
                .named(
                        "still runs: thread 'SimpleQuartzScheduler_Worker-1' {} at org.quartz.simpl.SimpleThreadPool$WorkerThread.run(SimpleThreadPool.java:{})",
                        "still runs: thread 'SimpleQuartzScheduler_Worker-2' {} at org.quartz.simpl.SimpleThreadPool$WorkerThread.run(SimpleThreadPool.java:{})",
                        "still runs: thread 'SimpleQuartzScheduler_QuartzSchedulerThread' {} at org.quartz.core.QuartzSchedulerThread.run(QuartzSchedulerThread.java:{})")
                .held()
                .stays(QUARTZ));
    }

    static List<Row> quartzStopped() {
        return List.of(quartz("quartz.stopped", "scheduler.shutdown(true);").retained());
    }

    private static Row quartz(String name, String end) {
        return Row.hook(name, """
                        DirectSchedulerFactory.getInstance().createVolatileScheduler(2);
                        Scheduler scheduler = DirectSchedulerFactory.getInstance().getScheduler();
                        scheduler.scheduleJob(JobBuilder.newJob(Work.class).build(), TriggerBuilder.newTrigger().startNow().build());
                        scheduler.start();
                        if (!Work.DONE.await(20, TimeUnit.SECONDS)) throw new IllegalStateException("not done");
                        """ + end)
                .requires("org.quartz org.slf4j")
                .imports("org.quartz.* org.quartz.impl.DirectSchedulerFactory")
                .members("""
                        public static class Work implements Job {
                            static final CountDownLatch DONE = new CountDownLatch(1);
                            @Override public void execute(JobExecutionContext context) { DONE.countDown(); }
                        }
                        """)
                .libraries("quartz slf4j-api");
    }
}
