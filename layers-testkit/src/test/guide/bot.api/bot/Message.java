package bot;

import java.time.Instant;

/** What somebody said. */
// @start region="message"
public record Message(String author, String text, Instant at) {}
// @end
