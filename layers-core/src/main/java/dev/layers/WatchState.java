package dev.layers;

/**
 * How it stands with a {@link DirectoryWatch}.
 *
 * @since 0.1
 */
public enum WatchState {
    /** The directory is followed. */
    WATCHING,
    /** The directory, or something in it, cannot be followed now; what is loaded serves on. */
    TROUBLED,
    /** The watch has ended. */
    CLOSED
}
