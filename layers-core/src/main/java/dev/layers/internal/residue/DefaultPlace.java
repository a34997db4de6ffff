package dev.layers.internal.residue;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM has one object for all.
 *
 * @param name what it is, for messages
 * @param type the name of the class that who sets it has used
 * @param value reads it
 * @param change sets it
 * @param <T> its type
 */
record DefaultPlace<T>(String name, String type, Supplier<? extends @Nullable T> value, Consumer<@Nullable T> change) {}
