package dev.layers.internal.woven;

import java.io.ObjectInputFilter;
import java.net.URL;
import java.net.URLStreamHandlerFactory;
import java.security.Policy;
import java.time.zone.ZoneRulesProvider;

/** What stands for methods of {@code java.base} whose effect nothing takes back; told only if they succeed. */
public final class OnceForAll {
    private OnceForAll() {}

    /** Stands for {@code URL}'s. */
    public static void setURLStreamHandlerFactory(URLStreamHandlerFactory factory) {
        URL.setURLStreamHandlerFactory(factory);
        Notices.note("a stream handler factory was set by URL.setURLStreamHandlerFactory");
    }

    /** Stands for {@code ObjectInputFilter.Config}'s. */
    public static void setSerialFilter(ObjectInputFilter filter) {
        ObjectInputFilter.Config.setSerialFilter(filter);
        Notices.note("a serialization filter was set by ObjectInputFilter.Config.setSerialFilter");
    }

    /** Stands for {@code ZoneRulesProvider}'s. */
    public static void registerProvider(ZoneRulesProvider provider) {
        ZoneRulesProvider.registerProvider(provider);
        Notices.note("a provider of zone rules was registered by ZoneRulesProvider.registerProvider");
    }

    /** Stands for {@code Policy}'s. */
    @SuppressWarnings("removal")
    public static void setPolicy(Policy policy) {
        Policy.setPolicy(policy);
        Notices.note("a security policy was set by Policy.setPolicy");
    }
}
