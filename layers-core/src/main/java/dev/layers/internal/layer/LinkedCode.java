package dev.layers.internal.layer;

import dev.layers.internal.woven.Belongings;
import dev.layers.internal.woven.Mentions;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The code of one generation of a linked module: that of all its generations, which stays in the application. */
final class LinkedCode implements ModuleCode {
    private final String name;
    private final LinkedSource source;
    private final Belongings belongings;

    LinkedCode(String generation, LinkedSource source) {
        // another manager may have linked the same module
        this.name = generation + " linked " + Integer.toHexString(System.identityHashCode(this));
        this.source = source;
        this.belongings = new Belongings(generation, Mentions.none());
    }

    @Override
    public <S> List<ServiceLoader.Provider<S>> providers(Class<S> service) {
        return source.providers().of(service);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ClassLoader loader() {
        return source.loader();
    }

    @Override
    public Optional<ClassLoader> ownLoader() {
        return Optional.empty();
    }

    @Override
    public Belongings belongings() {
        return belongings;
    }

    @Override
    public List<Reference<?>> traces() {
        return List.of();
    }

    @Override
    public void release() {
        // the application keeps its classes
    }
}
