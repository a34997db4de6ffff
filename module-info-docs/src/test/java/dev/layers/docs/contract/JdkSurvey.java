package dev.layers.docs.contract;

import dev.layers.Boundary;
import dev.layers.ServiceContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Asks Layers itself how every public type of the running JDK crosses. */
final class JdkSurvey {
    private static final Pattern LINE =
            Pattern.compile("  m([0-9]+)\\((plain|record|service|container|opaque|throwable|stream|no rule for) .*\\)");
    private static final Pattern PROBLEM =
            Pattern.compile(".*argument 1 of 'All\\.m([0-9]+)\\(.*\\)' has type '.*', which cannot cross: (.*)");

    private final List<Class<?>> types = publicTypes();
    private final SortedMap<String, SortedSet<String>> words = new TreeMap<>();
    private final SortedMap<String, String> reasons = new TreeMap<>();

    private JdkSurvey() {}

    static JdkSurvey run() {
        JdkSurvey survey = new JdkSurvey();
        survey.askForKinds();
        survey.askForMethods();
        survey.types.forEach(survey::look);
        return survey;
    }

    List<Class<?>> types() {
        return types;
    }

    /** Returns the words of the table for each type, none for most. */
    Map<String, SortedSet<String>> words() {
        return words;
    }

    /** Returns why types have no rule, by name. */
    Map<String, String> reasons() {
        return reasons;
    }

    private void askForKinds() {
        ClassWriter all = anInterface("All");
        for (int i = 0; i < types.size(); i++) {
            String descriptor = "(" + types.get(i).descriptorString() + ")V";
            all.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "m" + i, descriptor, null, null)
                    .visitEnd();
        }
        Class<?> service = defined("All", all);
        describe(service).lines().map(LINE::matcher).filter(Matcher::matches).forEach(this::kind);
        problems(service).lines().map(PROBLEM::matcher).filter(Matcher::matches).forEach(this::reason);
    }

    private void kind(Matcher line) {
        if (!line.group(2).equals("no rule for")) {
            word(line.group(2), type(line));
        }
    }

    private void reason(Matcher problem) {
        reasons.put(type(problem).getName(), problem.group(2));
    }

    private Class<?> type(Matcher matcher) {
        return types.get(Integer.parseInt(matcher.group(1)));
    }

    private void askForMethods() {
        for (Class<?> type : types) {
            if (type.isInterface() && !type.isAnnotation() && !type.isSealed()) {
                String name = "Child" + type.getName().replace('.', '_');
                Class<?> service =
                        defined(name, anInterface(name, type.getName().replace('.', '/')));
                if (!problems(service).isEmpty()) {
                    word("refusing", type);
                }
            }
        }
    }

    /** What is said of supertypes is of use for those only that may be extended. */
    private void look(Class<?> type) {
        if (isExtended(type)) {
            if (interfaces(type).stream().anyMatch(this::isService)) {
                word("acting", type);
            }
            if (!hasFields(type)) {
                word("stateless", type);
            }
        }
    }

    private boolean isService(Class<?> type) {
        return words.getOrDefault(type.getName(), new TreeSet<>()).contains("service");
    }

    private static boolean isExtended(Class<?> type) {
        if (type.isInterface()) {
            return !type.isAnnotation() && !type.isSealed();
        }
        return !Modifier.isFinal(type.getModifiers())
                && !type.isSealed()
                && Arrays.stream(type.getDeclaredConstructors())
                        .anyMatch(each -> (each.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0);
    }

    private static Set<Class<?>> interfaces(Class<?> type) {
        Set<Class<?>> found = new HashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.isInterface()) {
                found.add(each);
            }
            Arrays.stream(each.getInterfaces()).map(JdkSurvey::interfaces).forEach(found::addAll);
        }
        return found;
    }

    private static boolean hasFields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .map(Field::getModifiers)
                .anyMatch(modifiers -> !Modifier.isStatic(modifiers));
    }

    private void word(String word, Class<?> type) {
        words.computeIfAbsent(type.getName(), name -> new TreeSet<>()).add(word);
    }

    private static String describe(Class<?> service) {
        return ServiceContract.builder()
                .provides(service)
                .boundary(Boundary.WARN)
                .build()
                .describe();
    }

    private static String problems(Class<?> service) {
        try {
            ServiceContract.builder().provides(service).build();
            return "";
        } catch (IllegalArgumentException refused) {
            return refused.getMessage();
        }
    }

    private static ClassWriter anInterface(String name, String... parents) {
        ClassWriter written = new ClassWriter(0);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE;
        written.visit(Opcodes.V17, access, name, null, "java/lang/Object", parents);
        return written;
    }

    private static Class<?> defined(String name, ClassWriter written) {
        byte[] bytes = written.toByteArray();
        return new ClassLoader(JdkSurvey.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(name, bytes, 0, bytes.length);
            }
        }.define();
    }

    private static Stream<Module> modules() {
        return ModuleLayer.boot().modules().stream()
                .filter(module ->
                        module.getName().startsWith("java.") || module.getName().startsWith("jdk."));
    }

    private static List<Class<?>> publicTypes() {
        List<Class<?>> types = new ArrayList<>();
        modules().sorted(Comparator.comparing(Module::getName)).forEach(module -> types.addAll(publicTypes(module)));
        return types;
    }

    private static List<Class<?>> publicTypes(Module module) {
        Set<String> packages = new HashSet<>();
        module.getDescriptor().exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .forEach(packages::add);
        ModuleReference reference = ModuleLayer.boot()
                .configuration()
                .findModule(module.getName())
                .orElseThrow()
                .reference();
        try (ModuleReader reader = reference.open();
                Stream<String> files = reader.list()) {
            return files.filter(file -> file.endsWith(".class") && !file.equals("module-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.')))))
                    .sorted()
                    .<Class<?>>map(name -> Class.forName(module, name))
                    .filter(JdkSurvey::isNameable)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isNameable(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (!Modifier.isPublic(each.getModifiers()) || each.isAnonymousClass() || each.isLocalClass()) {
                return false;
            }
        }
        return true;
    }
}
