package bot;

/** Thrown by an archive that cannot answer. */
// @start region="exception"
public final class ArchiveException extends Exception {
    private static final long serialVersionUID = 1L;

    public ArchiveException(String message) {
        super(message);
    }
}
// @end
