package dev.layers.internal.residue;

import dev.layers.internal.woven.Ancestry;
import dev.layers.internal.woven.GuestLoader;
import dev.layers.internal.woven.Mentions;
import dev.layers.internal.woven.Subject;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * The generation whose things are searched for.
 *
 * @param loader the loader of its classes
 * @param mentions which parts of the JDK its classes name
 */
public record Owner(ClassLoader loader, Mentions mentions) {
    /** Returns whether {@code loader} is that of the generation or stands on it. */
    @SuppressWarnings("ReferenceEquality") // loaders are told apart by identity
    boolean ownsLoader(@Nullable ClassLoader other) {
        return Ancestry.find(other, ancestor -> ancestor == loader) != null;
    }

    /** Returns whether {@code object} is of the generation: by its class, or by what a proxy hands its calls to. */
    boolean owns(@Nullable Object object) {
        if (object == null) {
            return false;
        }
        return isPartOf(object) || ownsLoader(object.getClass().getClassLoader()) || isProxy(object);
    }

    /** Returns whether classes of the generation name something of {@code subject}. */
    boolean mentions(Subject subject) {
        return mentions.contains(subject);
    }

    /** Returns whether code of the generation has used one of {@code classes}; true where nobody knows. */
    boolean hasSeen(String... classes) {
        if (!(loader instanceof GuestLoader guests)) {
            return true;
        }
        for (String name : classes) {
            if (guests.hasSeen(name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the generation itself defines the class {@code name} and has done so. */
    boolean hasDefined(String name) {
        try {
            return hasSeen(name)
                    && ownsLoader(Class.forName(name, false, loader).getClassLoader());
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /** Returns whether another generation that is loaded may have a class of that name too. */
    boolean sharesName(String name) {
        return loader instanceof GuestLoader guests && guests.sharesName(name);
    }

    private boolean isPartOf(Object object) {
        return (object instanceof Class<?> type && ownsLoader(type.getClassLoader()))
                || (object instanceof ClassLoader other && ownsLoader(other))
                || (object instanceof Module module && ownsLoader(module.getClassLoader()));
    }

    private boolean isProxy(Object object) {
        return Proxy.isProxyClass(object.getClass())
                && ownsLoader(Proxy.getInvocationHandler(object).getClass().getClassLoader());
    }
}
