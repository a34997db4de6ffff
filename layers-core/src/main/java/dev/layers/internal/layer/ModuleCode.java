package dev.layers.internal.layer;

import dev.layers.internal.woven.Belongings;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The code of one generation: defined for it alone, or linked into the application. */
public sealed interface ModuleCode permits GenerationLayer, LinkedCode {
    /** Returns its providers of {@code service}, in the order of the descriptors. */
    <S> List<ServiceLoader.Provider<S>> providers(Class<S> service);

    /** Returns a name that no other live generation of this JVM has, in whichever manager. */
    String name();

    /** Returns the loader of its classes. */
    ClassLoader loader();

    /** Returns the loader of its classes, if that is of this generation alone and goes with it. */
    Optional<ClassLoader> ownLoader();

    /** Returns what the code of the generation made. */
    Belongings belongings();

    /** Returns references to all that must be collected; none, if nothing goes with the generation. */
    List<Reference<?>> traces();

    /** Lets go of it; doing so twice changes nothing. */
    void release() throws IOException;
}
