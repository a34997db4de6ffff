package dev.layers.internal.weave;

import java.util.ArrayList;
import java.util.List;

/** All places that are woven. */
final class Joints {
    private Joints() {}

    static List<Joint> all() {
        List<Joint> joints = new ArrayList<>(RegistrationJoints.all());
        joints.addAll(WorkerJoints.all());
        joints.addAll(LibraryJoints.all());
        return joints;
    }
}
