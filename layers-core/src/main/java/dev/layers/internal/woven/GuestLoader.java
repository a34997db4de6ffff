package dev.layers.internal.woven;

import java.util.Collection;

/** A class loader that takes in classes of ours, for what the JDK lets only its own classes do. */
public interface GuestLoader {
    /**
     * Defines a class once; asked again, returns the same.
     *
     * @param name its name; it is of the module that has its package, or of the unnamed one
     * @param classFile its bytes
     */
    Class<?> takeIn(String name, byte[] classFile);

    /** Returns one package of each of its modules. */
    Collection<String> landings();

    /** Returns whether code of this loader has used the class of that name. */
    boolean hasSeen(String name);

    /** Returns whether code of another generation that is loaded has used a class of that name. */
    boolean sharesName(String name);
}
