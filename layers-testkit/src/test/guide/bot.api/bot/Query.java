package bot;

import java.util.Optional;

/** What is looked for. */
// @start region="query"
public record Query(String word, Optional<String> author) {}
// @end
