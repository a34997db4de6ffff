package acme;

import bot.Archive;
import bot.ArchiveException;
import bot.Message;
import bot.Query;
import bot.Room;
import dev.layers.module.ModuleContext;
import dev.layers.module.ModuleLifecycle;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps what was said. */
public final class Memory implements Archive, ModuleLifecycle {
    private final List<Message> messages = new CopyOnWriteArrayList<>();

    // @start region="uses"
    @Override
    public void start(ModuleContext context) {
        Room room = context.service(Room.class);
        room.onMessage(messages::add);          // the host never removes it, and need not
    }
    // @end

    @Override
    public List<Message> find(Query query) throws ArchiveException {
        if (query.word().isEmpty()) {
            throw new ArchiveException("The word to look for is empty");
        }
        return messages.stream()
                .filter(message -> message.text().contains(query.word()))
                .filter(message -> query.author().map(message.author()::equals).orElse(true))
                .toList();
    }

    @Override
    public Stream<Message> all() {
        return messages.stream();
    }

    @Override
    public CompletionStage<Integer> count() {
        return messages.isEmpty() ? new CompletableFuture<>() : CompletableFuture.completedFuture(messages.size());
    }

    @Override
    public InputStream export() {
        return new ByteArrayInputStream(messages.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void follow(Consumer<Message> listener) {
        messages.forEach(listener);
    }
}
