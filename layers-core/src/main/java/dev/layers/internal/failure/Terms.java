package dev.layers.internal.failure;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What copies cannot know by themselves.
 *
 * @param shared whether a class is known on both sides
 * @param own whether a throwable is one of ours, which records no stack in the VM's own form
 * @param telling makes the exception that tells what another one was
 */
record Terms(Predicate<Class<?>> shared, Predicate<Throwable> own, Function<ModuleFailure, RuntimeException> telling) {}
