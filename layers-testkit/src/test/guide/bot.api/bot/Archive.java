package bot;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What was said in a room. */
// @start region="archive"
public interface Archive {
    List<Message> find(Query query) throws ArchiveException;

    Stream<Message> all();

    CompletionStage<Integer> count();

    InputStream export();

    void follow(Consumer<Message> listener);
}
// @end
