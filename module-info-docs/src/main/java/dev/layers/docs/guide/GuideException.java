package dev.layers.docs.guide;

import dev.layers.docs.DocsException;
import dev.layers.docs.Reasons;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A guide that cannot be read, or that leads nowhere. */
public final class GuideException extends DocsException {
    private static final long serialVersionUID = 1L;

    private GuideException(String message) {
        super(message);
    }

    private GuideException(String message, Throwable cause) {
        super(message, cause);
    }

    static GuideException noDirectory(Path path) {
        return new GuideException(path + ": no directory there; name one of Markdown pages");
    }

    static GuideException empty(Path directory) {
        return new GuideException(directory + ": no Markdown page in it (*.md); name another directory");
    }

    static GuideException unreadable(Path path, IOException cause) {
        return new GuideException(path + ": not read (" + Reasons.of(cause) + "); make the guide readable", cause);
    }

    static GuideException twice(Path first, Path second) {
        return new GuideException(first + ": one page with " + second.getFileName()
                + ", upper and lower case being one; rename one of them");
    }

    static GuideException broken(List<String> links) {
        return new GuideException(String.join(System.lineSeparator(), links));
    }
}
