package dev.layers.docs.read;

import dev.layers.docs.model.DocumentedField;
import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.ModuleContent;
import dev.layers.docs.model.NamedUse;
import dev.layers.docs.model.Trouble;
import dev.layers.docs.model.TypeUse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What jars of sources add to modules that were read from classes. */
final class Summaries {
    private static final String COMPILER = "jdk.compiler";

    private final List<Path> jars;
    private final List<Trouble> troubles = new ArrayList<>();

    Summaries(List<Path> jars) {
        this.jars = jars;
    }

    List<Trouble> troubles() {
        return troubles;
    }

    List<DocumentedModule> addedTo(List<DocumentedModule> modules) {
        if (jars.isEmpty()) {
            return modules;
        }
        if (ModuleLayer.boot().findModule(COMPILER).isEmpty()) {
            jars.forEach(jar -> troubles.add(new Trouble(
                    jar.toString(),
                    "not read, module '" + COMPILER + "' is not in the running JDK; run with a JDK that has it, or with"
                            + " '--add-modules " + COMPILER + "'")));
            return modules;
        }
        return Adding.to(modules, jars, troubles);
    }

    /** Apart, for without the compiler it cannot be linked. */
    private record Adding(Sources sources) {
        static List<DocumentedModule> to(List<DocumentedModule> modules, List<Path> jars, List<Trouble> troubles) {
            Set<String> packages = modules.stream()
                    .flatMap(module -> module.content().types().stream())
                    .map(DocumentedType::packageName)
                    .collect(Collectors.toSet());
            Sources sources = new Sources();
            for (Path jar : jars) {
                Troubles ofJar = new Troubles(jar.toString());
                SourceJar.parse(jar, packages, sources, ofJar);
                troubles.addAll(ofJar.all());
            }
            return modules.stream().map(new Adding(sources)::added).toList();
        }

        private DocumentedModule added(DocumentedModule module) {
            ModuleContent content = module.content();
            return new DocumentedModule(
                    module.descriptor(),
                    new ModuleContent(
                            content.types().stream().map(this::added).toList(),
                            content.packagesUsed(),
                            content.typesExposed(),
                            content.membersUsed(),
                            sources.module(module.name())));
        }

        private DocumentedType added(DocumentedType type) {
            return sources.type(type.name()).map(source -> added(type, source)).orElse(type);
        }

        private static DocumentedType added(DocumentedType type, SourceType source) {
            return new DocumentedType(
                    type.name(),
                    type.kind(),
                    type.traits(),
                    type.parameters(),
                    type.supertypes(),
                    type.permitted(),
                    type.components(),
                    type.fields().stream().map(field -> added(field, source)).toList(),
                    type.state(),
                    type.methods().stream().map(method -> added(method, source)).toList(),
                    type.annotations(),
                    source.summary());
        }

        private static DocumentedField added(DocumentedField field, SourceType source) {
            return new DocumentedField(
                    field.name(), field.descriptor(), field.traits(), field.type(), source.field(field.name()));
        }

        private static DocumentedMethod added(DocumentedMethod method, SourceType source) {
            return source.method(signature(method))
                    .map(found -> new DocumentedMethod(
                            method.name(),
                            method.descriptor(),
                            method.traits(),
                            method.typeParameters(),
                            method.result(),
                            named(method.parameters(), found.parameters()),
                            method.exceptions(),
                            method.annotations(),
                            found.summary()))
                    .orElse(method);
        }

        private static List<NamedUse> named(List<NamedUse> parameters, List<String> names) {
            List<NamedUse> named = new ArrayList<>();
            for (int index = 0; index < parameters.size(); index++) {
                named.add(new NamedUse(names.get(index), parameters.get(index).type()));
            }
            return List.copyOf(named);
        }

        private static String signature(DocumentedMethod method) {
            return method.parameters().stream()
                    .map(parameter -> simpleName(parameter.type()))
                    .collect(Collectors.joining(",", method.name() + "(", ")"));
        }

        private static String simpleName(TypeUse type) {
            if (type instanceof TypeUse.Array array) {
                return simpleName(array.component()) + "[]";
            }
            if (type instanceof TypeUse.Named named) {
                int end = Math.max(named.name().lastIndexOf('.'), named.name().lastIndexOf('$'));
                return named.name().substring(end + 1);
            }
            if (type instanceof TypeUse.Variable variable) {
                return variable.name();
            }
            return type instanceof TypeUse.Primitive primitive ? primitive.name() : "?";
        }
    }
}
