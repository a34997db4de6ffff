package bot.host;

import bot.Archive;
import bot.ArchiveException;
import bot.Command;
import bot.Message;
import bot.Query;
import bot.Room;
import dev.layers.Cardinality;
import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleCallException;
import dev.layers.ModuleUnloadedException;
import dev.layers.ServiceContract;
import dev.layers.StaleCalls;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets values of all kinds cross, keeps them, and shows that they keep no module. */
public final class ContractHost {
    private ContractHost() {}

    /** A room that never forgets a listener. */
    // @start region="careless"
    static final class CarelessRoom implements Room {
        private final List<Consumer<Message>> listeners = new ArrayList<>();

        @Override
        public void say(String text) {
            Message message = new Message("host", text, Instant.EPOCH);
            listeners.forEach(listener -> listener.accept(message));
        }

        @Override
        public void onMessage(Consumer<Message> listener) {
            listeners.add(listener);
        }
    }
    // @end

    public static void main(String[] arguments) {
        CarelessRoom room = new CarelessRoom();
        // @start region="contract"
        ServiceContract contract = ServiceContract.builder()
                .provides(Command.class)                            // each module, at least one
                .provides(Archive.class, Cardinality.OPTIONAL)      // none, one or more
                .uses(Room.class, room)                             // modules get this one
                .staleCalls(StaleCalls.IGNORE)                      // late calls of listeners do nothing
                .build();
        // @end
        if (arguments[0].equals("describe")) {
            System.out.println(contract.describe());
            return;
        }
        try (LayerManager manager = LayerManager.builder(contract)
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .build()) {
            call(manager.load(Path.of("plugins", "archive.jar")), room);
        }
    }

    private static void call(LoadedModule module, CarelessRoom room) {
        Archive archive = module.service(Archive.class);
        Command failing = module.service(Command.class);
        List<Object> kept = new ArrayList<>();
        // @start region="call"
        room.say("hello");
        kept.add(archive);
        kept.add(archive.all());
        kept.add(archive.count());
        kept.add(archive.export());
        try {
            List<Message> found = archive.find(new Query("hello", Optional.empty()));
            System.out.println("found: " + found);
            kept.add(found);
            archive.find(new Query("", Optional.empty()));
        } catch (ArchiveException refused) {
            System.out.println("caught: " + refused);
            kept.add(refused);
        }
        try {
            failing.run("backup");
        } catch (ModuleCallException failed) {
            System.out.println("caught: " + failed);
            kept.add(failed);
        }

        System.out.println(module.unload().verdict().join().getClass().getSimpleName() + ", and kept: " + kept.size());
        room.say("does anybody hear me?");
        try {
            archive.all();
        } catch (ModuleUnloadedException gone) {
            System.out.println("caught: " + gone);
        }
        // @end
    }
}
