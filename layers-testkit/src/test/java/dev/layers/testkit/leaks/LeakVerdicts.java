package dev.layers.testkit.leaks;

/** What Layers says of each leak; {@code {}} stands for a word that is never the same. */
final class LeakVerdicts {
    private LeakVerdicts() {}

    static String of(Leak leak) {
        return switch (leak) {
            case THREAD -> undone("thread 'leaky-thread' was interrupted and ended");
            case VIRTUAL_THREAD -> undone("virtual thread #{} was interrupted and ended");
            case EXECUTOR -> undone("pool of 1 thread was shut down");
            case BUSY_EXECUTOR ->
                undone("pool of 1 thread was shut down, thread 'pool-{}-thread-1' was interrupted and ended");
            case SCHEDULED -> undone("pool of 1 thread was shut down");
            case TIMER -> undone("timer 'leaky-timer' was cancelled");
            case COMPLETABLE_FUTURE -> undone("1 asynchronous task was dropped before it began");
            case DELAYED_TASK -> undone("1 asynchronous task was dropped before it began");
            case THREAD_LOCAL -> undone("thread-locals: 1 value on 1 thread was cleared");
            case CONTEXT_LOADER -> undone("context class loader of thread 'host-caller' was reset");
            case THREAD_HANDLER ->
                undone(
                        "uncaught exception handler (leaky.thread_handler.Leak$${}) of thread 'host-caller' was removed");
            case ASYNCHRONOUS_CHANNEL -> undone("asynchronous channel was closed");
            case HTTP_SERVER -> undone("HTTP server was stopped");
            case SHUTDOWN_HOOK -> undone("shutdown hook 'leaky-hook' was run and removed");
            case CLEANER -> undone("1 cleaner action was run");
            case JDBC_DRIVER -> undone("JDBC driver 'leaky.jdbc_driver.Leak$Own' was deregistered");
            case MBEAN -> undone("MBean 'leaky:type=Own' was unregistered");
            case NOTIFICATION_LISTENER ->
                undone("notification listener a lambda of 'leaky.notification_listener.Leak' was removed");
            case LOG_HANDLER -> undone("log handler 'leaky.log_handler.Leak$Own' of the root logger was removed");
            case STATIC_LISTENER ->
                undone("log configuration listener a lambda of 'leaky.static_listener.Leak' was removed");
            case PREFERENCES -> undone("preference listener a lambda of 'leaky.preferences.Leak' on '/' was removed");
            case CALLBACK -> undone("periodic code of flight recorder event 'leaky.callback.Leak$Beat' was removed");
            case SECURITY_PROVIDER ->
                undone("security provider 'Leaky' (leaky.security_provider.Leak$Own) was removed");
            case IMAGE_PROVIDER -> undone("image provider 'leaky.image_provider.Leak$Spi' was deregistered");
            case UNCAUGHT_HANDLER -> undone("the default uncaught exception handler was set back");
            case SYSTEM_OUT -> undone("System.out was set back");
            case SYSTEM_PROPERTY ->
                undone("system property 'leaky.property' held an leaky.system_property.Leak and was removed");
            case TIME_ZONE -> undone("the default time zone was set back");
            case AUTHENTICATOR -> undone("the default authenticator was set back");
            case PROXY_SELECTOR -> undone("the default proxy selector was set back");
            case COOKIE_HANDLER -> undone("the default cookie handler was set back");
            case URL_CONNECTION -> undone("the file name map was set back");
            case HOSTNAME_VERIFIER -> undone("the default host name verifier was set back");
            // nobody sees a file or a cached descriptor; what the JDK caches is let go without a word
            case CLEAN, RESOURCE_BUNDLE, BEAN_INTROSPECTOR, RECORD, OPEN_FILE, TEMPORARY_FILE ->
                line("COLLECTED", "", "");
            case LOCALE ->
                line("COLLECTED", "", "the default locale was changed to 'it_IT' by 'leaky.locale.Leak' and stays");
            case SOFT_CACHE, CLASS_VALUE, FINALIZER -> line("RETAINED", "", "");
            case DEAF_THREAD ->
                line(
                        "RETAINED",
                        "",
                        "still runs: thread 'leaky-deaf' (WAITING) at leaky.deaf_thread.Leak.pump(Leak.java:{})");
            case URL_HANDLERS ->
                line("RETAINED", "", "a stream handler factory was set by URL.setURLStreamHandlerFactory and stays");
        };
    }

    private static String undone(String text) {
        return line("COLLECTED", text, "");
    }

    private static String line(String state, String undone, String left) {
        return state + "\tundone [" + undone + "]\tleft [" + left + "]";
    }
}
