import org.jspecify.annotations.NullMarked;

/** A console bot whose commands come from modules. */
@NullMarked
module dev.layers.sample.host {
    requires dev.layers.core;
    requires dev.layers.sample.contract;
    requires info.picocli;
    requires org.jline.reader;
    requires static org.jspecify;

    opens dev.layers.sample.host to
            info.picocli;
}
