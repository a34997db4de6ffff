import org.jspecify.annotations.NullMarked;

/** What authors of the bot's modules compile against. */
@NullMarked
module dev.layers.sample.contract {
    requires static transitive org.jspecify;

    exports dev.layers.sample.contract;
}
