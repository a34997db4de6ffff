package dev.layers.internal.weave;

import java.util.List;
import java.util.stream.Stream;

/** All places that are woven. */
final class Joints {
    private Joints() {}

    static List<Joint> all() {
        return Stream.of(RegistrationJoints.all(), WorkerJoints.all(), LibraryJoints.all())
                .flatMap(List::stream)
                .toList();
    }
}
