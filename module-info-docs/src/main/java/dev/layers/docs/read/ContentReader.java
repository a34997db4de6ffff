package dev.layers.docs.read;

import dev.layers.docs.Reasons;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleContent;
import dev.layers.docs.model.Trouble;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** Reads what the classes of one module say. */
final class ContentReader {
    /** A module that was read, and what of it could not be. */
    record Read(DocumentedModule module, List<Trouble> troubles) {}

    private final Found found;
    private final RunningImage image;
    private final Troubles troubles;
    private final DocumentedTypes types;
    private final Links links;

    private ContentReader(Found found, RunningImage image, Shared shared) {
        this.found = found;
        this.image = image;
        this.troubles = new Troubles(found.place());
        this.types = new DocumentedTypes(found.descriptor(), shared);
        this.links = new Links(found.descriptor(), image, shared);
    }

    static Read read(Found found, RunningImage image, Shared shared) {
        ContentReader reader = new ContentReader(found, image, shared);
        ModuleContent content = reader.content();
        return new Read(new DocumentedModule(found.descriptor(), content), reader.troubles.all());
    }

    private ModuleContent content() {
        try (ClassFiles files = ClassFiles.of(found, troubles)) {
            return content(files);
        } catch (IOException | SecurityException failure) {
            troubles.add("its classes could not be read (" + Reasons.of(failure) + "); build it again or leave it out");
            return ModuleContent.unknown();
        }
    }

    private ModuleContent content(ClassFiles files) throws IOException {
        SortedSet<String> names = files.names();
        for (String name : names) {
            files.read(name, this::take);
        }
        types.removeHidden();
        SortedMap<String, String> exposed = types.exposed(image.everywhere());
        addNamed(files, names);
        return new ModuleContent(types.all(), links.packages(), exposed, links.members(), Optional.empty());
    }

    private void take(ClassFile file) {
        links.add(file);
        types.addVisible(file);
    }

    /** Those that new ones name are missing then, and so on. */
    private void addNamed(ClassFiles files, Set<String> names) {
        Set<String> left = new HashSet<>(names);
        SortedSet<String> missing = types.missing(types.names(), left);
        while (!missing.isEmpty()) {
            for (String name : missing) {
                files.read(name, types::add);
            }
            left.removeAll(missing);
            missing = types.missing(missing, left);
        }
    }
}
