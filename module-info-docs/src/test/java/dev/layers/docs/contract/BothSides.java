package dev.layers.docs.contract;

import dev.layers.Boundary;
import dev.layers.ServiceContract;
import dev.layers.docs.DocsException;
import dev.layers.docs.ModuleSource;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.read.Inputs;
import dev.layers.docs.read.Inputs.Image;
import dev.layers.docs.read.ModuleReader;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One contract as Layers describes it, which loads it, and as the pages describe it, which read it. */
record BothSides(List<Class<?>> services, ServiceContract.Builder builder, Agreement agreement) {
    private static final String MODULE = "own";

    /** Compiles {@code files}, by name, to a module that uses {@code services} of its own. */
    static BothSides of(Path directory, Map<String, String> files, List<String> services)
            throws IOException, DocsException {
        String uses = services.stream()
                .map(service -> "uses " + service.replace('$', '.') + ";")
                .collect(Collectors.joining());
        String exports = services.stream()
                .map(service -> service.substring(0, service.lastIndexOf('.')))
                .distinct()
                .map(name -> "exports " + name + ";")
                .collect(Collectors.joining());
        ModuleSource source = ModuleSource.in(directory)
                .option("-nowarn", "-proc:none")
                .file(
                        "module-info.java",
                        "module " + MODULE + " { requires java.sql; requires java.logging; requires java.desktop; "
                                + exports + uses + "}");
        for (Map.Entry<String, String> file : files.entrySet()) {
            source.file(file.getKey(), file.getValue());
        }
        return of(source.classes(), services);
    }

    /** Reads and loads the one module at {@code path}; {@code others} are read only, and provide or use the services. */
    static BothSides of(Path path, List<String> services, Path... others) throws DocsException {
        List<Path> paths = new ArrayList<>(List.of(others));
        paths.add(path);
        ModuleSet set = ModuleReader.read(new Inputs(paths, Image.LEFT_OUT));
        Contract contract = Contracts.of(set).declaring(services.get(0)).orElseThrow();
        String module = contract.module().name();
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of(module));
        ClassLoader loader = ModuleLayer.boot()
                .defineModulesWithOneLoader(configuration, BothSides.class.getClassLoader())
                .findLoader(module);
        List<Class<?>> types =
                services.stream().<Class<?>>map(name -> loaded(loader, name)).toList();
        ServiceContract.Builder builder = ServiceContract.builder();
        types.forEach(builder::provides);
        return new BothSides(types, builder, new Agreements(set).of(contract));
    }

    private static Class<?> loaded(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Returns what Layers says of each method and component, but for the methods that a service has from the JDK. */
    List<String> described() {
        Set<String> fromJdk = fromJdk();
        return builder.boundary(Boundary.WARN)
                .build()
                .describe()
                .lines()
                .filter(line -> fromJdk.stream().noneMatch(line::startsWith))
                .toList();
    }

    /** Returns what the pages say, in the words of Layers. */
    List<String> read() {
        Set<String> fromJdk = fromJdk();
        Set<String> names = services.stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
        Stream<String> provided = names.stream()
                .flatMap(name -> lines("provides", agreement.at(name).orElseThrow()));
        Stream<String> others = agreement.types().stream()
                .filter(type -> !names.contains(type.type().name()))
                .flatMap(type -> lines(type.components().isEmpty() ? "service" : "record", type));
        return Stream.concat(provided, others)
                .filter(line -> fromJdk.stream().noneMatch(line::startsWith))
                .toList();
    }

    private Set<String> fromJdk() {
        ClassLoader loader = services.get(0).getClassLoader();
        return agreement.types().stream()
                .map(type -> loaded(loader, type.type().name()))
                .filter(Class::isInterface)
                .flatMap(service -> Arrays.stream(service.getMethods()))
                .filter(method -> isOfJdk(method.getDeclaringClass()))
                .map(method -> "  " + method.getName() + "(")
                .collect(Collectors.toSet());
    }

    private static Stream<String> lines(String role, AgreedType type) {
        Stream<String> members = type.components().isEmpty()
                ? type.methods().stream().map(BothSides::line).sorted()
                : type.components().stream()
                        .map(each -> "  " + each.name() + ": " + each.crossing().description());
        return Stream.concat(Stream.of(role + " " + type.type().name()), members);
    }

    private static String line(AgreedType.Method method) {
        String result = method.result().text().equals("void")
                ? ""
                : ": " + method.result().description();
        return "  " + method.method().name()
                + method.parameters().stream().map(Crossing::description).collect(Collectors.joining(", ", "(", ")"))
                + result;
    }

    /** Returns what Layers refuses, but for what is refused at methods of the JDK. */
    List<String> refused() {
        return allRefused().filter(problem -> !isAtJdk(problem)).toList();
    }

    /** Returns whether Layers refuses anything at methods of the JDK. */
    boolean isRefusedAtJdk() {
        return allRefused().anyMatch(BothSides::isAtJdk);
    }

    private Stream<String> allRefused() {
        try {
            builder.boundary(Boundary.GUARDED).build();
            return Stream.of();
        } catch (IllegalArgumentException refused) {
            return refused.getMessage().lines().skip(1).map(String::strip);
        }
    }

    private static boolean isAtJdk(String problem) {
        return problem.matches(".* of 'javax?\\..*\\)' has type .*");
    }

    private static boolean isOfJdk(Class<?> type) {
        return type.getName().startsWith("java.") || type.getName().startsWith("javax.");
    }

    /** Returns what the pages call refused, but for the methods of the JDK. */
    List<String> readRefused() {
        return agreement.problems().stream()
                .filter(problem -> !isReadAtJdk(problem))
                .toList();
    }

    boolean isReadRefusedAtJdk() {
        return agreement.problems().stream().anyMatch(BothSides::isReadAtJdk);
    }

    private static boolean isReadAtJdk(String problem) {
        return problem.contains("which has methods with types that cannot cross");
    }
}
