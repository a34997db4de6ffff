package dev.layers.internal.layer;

import dev.layers.internal.woven.Mentions;
import java.nio.ByteBuffer;

/** What becomes of class files before they are defined. */
public interface ClassTransform {
    /** Returns the bytes to define; tells {@code mentions} what the class names. */
    ByteBuffer apply(ByteBuffer classFile, Mentions mentions);

    /** Returns whether it looks into class files at all. */
    default boolean isSeeing() {
        return true;
    }

    /** Returns the one that defines classes as they are written. */
    static ClassTransform none() {
        return new ClassTransform() {
            @Override
            public ByteBuffer apply(ByteBuffer classFile, Mentions mentions) {
                return classFile;
            }

            @Override
            public boolean isSeeing() {
                return false;
            }
        };
    }
}
