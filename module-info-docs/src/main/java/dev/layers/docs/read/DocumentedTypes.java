package dev.layers.docs.read;

import dev.layers.docs.model.DocumentedType;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The types of a module that are worth a page. */
final class DocumentedTypes {
    /** Of types and members together; real modules have some ten thousand, a made up one may have any number. */
    private static final int MOST = 400_000;

    private final Set<String> exported;
    private final Set<String> exportedToAll;
    private final Set<String> providers;
    private final Shared shared;
    private final SortedMap<String, DocumentedType> types = new TreeMap<>();
    private final Map<String, String> outers = new HashMap<>();
    private final int most;
    private int size;

    DocumentedTypes(ModuleDescriptor descriptor, Shared shared) {
        this(descriptor, MOST, shared);
    }

    DocumentedTypes(ModuleDescriptor descriptor, int most, Shared shared) {
        this.most = most;
        this.exported = exported(descriptor, exports -> true);
        this.exportedToAll = exported(descriptor, exports -> !exports.isQualified());
        this.providers = descriptor.provides().stream()
                .flatMap(provides -> provides.providers().stream())
                .collect(Collectors.toUnmodifiableSet());
        this.shared = shared;
    }

    private static Set<String> exported(ModuleDescriptor descriptor, Predicate<Exports> wanted) {
        return descriptor.isAutomatic()
                ? descriptor.packages()
                : descriptor.exports().stream()
                        .filter(wanted)
                        .map(Exports::source)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Takes the type of a class file if it is one that can be seen from without, or a provider. */
    void addVisible(ClassFile file) {
        String name = Names.binary(file.getClassName());
        boolean visible = exported.contains(DocumentedType.packageOf(name)) && Traits.isVisible(file.getAccess());
        if (visible || providers.contains(name)) {
            add(file);
        }
    }

    void add(ClassFile file) {
        if (size >= most) {
            throw new IllegalArgumentException("the types before it have " + most + " members or more");
        }
        TypeContent content = TypeContent.of(file, shared);
        DocumentedType type = content.type();
        types.put(type.name(), type);
        outers.put(type.name(), content.outer());
        size += 1 + type.fields().size() + type.methods().size();
    }

    /** Takes those types out whose outer type cannot be seen: theirs come first by length. */
    void removeHidden() {
        List<String> nested = types.keySet().stream()
                .filter(name -> !outers.getOrDefault(name, "").isEmpty() && !providers.contains(name))
                .sorted(Comparator.comparingInt(String::length))
                .toList();
        for (String name : nested) {
            if (!types.containsKey(outers.getOrDefault(name, "")) || !isVisible(name)) {
                types.remove(name);
            }
        }
    }

    private boolean isVisible(String name) {
        DocumentedType type = types.get(name);
        return type != null && type.isPublic();
    }

    /** Returns the types that signatures of some name, among others, and that are not taken yet. */
    SortedSet<String> missing(Set<String> some, Set<String> among) {
        SortedSet<String> missing = new TreeSet<>();
        for (String name : some) {
            DocumentedType type = types.get(name);
            if (type != null) {
                Mentions.Reader reader = (named, place, member) -> {
                    if (among.contains(named) && !types.containsKey(named)) {
                        missing.add(named);
                    }
                };
                Mentions.in(type, reader);
                Mentions.permittedBy(type, reader);
            }
        }
        return missing;
    }

    /** Returns what is exposed by what every module can see now, each with the place that names it first. */
    SortedMap<String, String> exposed(Set<String> everywhere) {
        SortedMap<String, String> exposed = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        Mentions.Reader reader = (name, type, member) -> {
            if (!isPermitted(name, type, member)
                    && seen.add(name)
                    && isExposed(DocumentedType.packageOf(name), everywhere)) {
                exposed.put(name, member.isEmpty() ? type.name() : type.name() + "." + member);
            }
        };
        types.values().stream()
                .filter(type -> exportedToAll.contains(type.packageName()))
                .forEach(type -> Mentions.in(type, reader));
        return Collections.unmodifiableSortedMap(exposed);
    }

    private boolean isExposed(String packageName, Set<String> everywhere) {
        return !exported.contains(packageName) && !everywhere.contains(packageName);
    }

    Set<String> names() {
        return Set.copyOf(types.keySet());
    }

    /** Returns whether it is named as a subtype only, which a caller need not know. */
    private static boolean isPermitted(String name, DocumentedType type, String member) {
        return member.isEmpty() && type.permitted().contains(name);
    }

    List<DocumentedType> all() {
        return List.copyOf(types.values());
    }
}
