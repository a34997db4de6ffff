package dev.layers;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Origin;
import dev.layers.preflight.PreflightReport;
import dev.layers.retention.Retention;
import dev.layers.retention.RetentionPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards the arrows between packages and the rules that keep a generation collectable. */
class ArchitectureTest {
    private static final String API = "dev.layers";
    private static final String MODULE = "dev.layers.module";
    private static final String PREFLIGHT = "dev.layers.preflight";
    private static final String RETENTION = "dev.layers.retention";
    private static final String LEAVES = "dev.layers.internal.";
    /** Leaves that other leaves may use. */
    private static final Set<String> SHARED = Set.of("artifact", "contract", "dump", "failure", "time", "woven");

    private static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void guards_seeAllClasses() throws IOException {
        long files;
        try (Stream<Path> sources = sources()) {
            files = sources.filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
                    .count();
        }

        assertThat(files).isGreaterThanOrEqualTo(80);
        assertThat(MAIN.size()).isGreaterThanOrEqualTo((int) files);
        assertThat(leaves())
                .contains("collect", "failure", "layer", "reference", "resolution", "snapshot", "thread", "time");
    }

    static Set<String> leaves() {
        return MAIN.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(LEAVES))
                .map(name -> name.substring(LEAVES.length()))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void leaf_dependsOnSharedLeavesAtMost(String leaf) {
        Set<String> own = new HashSet<>(SHARED.contains(leaf) ? Set.of() : SHARED);
        if (leaf.equals("failure")) {
            own.add("time");
        }
        if (leaf.equals("woven")) {
            own.addAll(Set.of("failure", "time"));
        }
        own.add(leaf);
        if (leaf.equals("boundary")) {
            own.add("reference");
        }
        if (leaf.equals("heap")) {
            own.add("hprof");
        }
        if (leaf.equals("cause")) {
            own.add("heap");
        }
        String[] allowed = Stream.concat(own.stream().map(LEAVES::concat), Stream.of(PREFLIGHT, RETENTION))
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(LEAVES + leaf)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.layers..").and(DescribedPredicate.not(resideInAnyPackage(allowed))))
                .check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {MODULE, PREFLIGHT, RETENTION})
    void smallApi_dependsOnNothingElseHere(String own) {
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.layers..").and(DescribedPredicate.not(resideInAPackage(own))))
                .check(MAIN);
    }

    @Test
    void signaturesOfTheApi_nameNoInternalType() {
        codeUnits()
                .that(are(visible()))
                .should(have(describe(
                        "no internal type in their signature",
                        (JavaCodeUnit unit) -> signature(unit).noneMatch(ArchitectureTest::isInternal))))
                .check(MAIN);
    }

    @Test
    void fieldsOfTheApi_nameNoInternalType() {
        fields().that(describe(
                        "are visible",
                        (JavaField field) -> isApi(field.getOwner())
                                && (field.getModifiers().contains(JavaModifier.PUBLIC)
                                        || field.getModifiers().contains(JavaModifier.PROTECTED))))
                .should(have(describe(
                        "no internal type",
                        (JavaField field) -> field.getType().getAllInvolvedRawTypes().stream()
                                .noneMatch(ArchitectureTest::isInternal))))
                .check(MAIN);
    }

    @Test
    void superTypesOfTheApi_areNotInternal() {
        classes()
                .that(describe("are public API", ArchitectureTest::isApi))
                .should(have(describe(
                        "no internal super type",
                        (JavaClass type) -> Stream.concat(
                                        type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                                .noneMatch(ArchitectureTest::isInternal))))
                .check(MAIN);
    }

    /** What module code registers with streams and loggers is undone where it is: at the streams and loggers. */
    @Test
    void nothing_printsOrLogsByJavaUtilLogging() {
        noClasses()
                .that(describe("do not undo there what modules left", (JavaClass type) -> !isUndoing(type)))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.util.logging.."))
                .check(MAIN);
    }

    private static boolean isUndoing(JavaClass type) {
        return Stream.of(
                        "residue.DefaultPlace", "residue.LogHandlers", "woven.JvmDefault", "woven.LoggingRegistrations")
                .map(LEAVES::concat)
                .anyMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    @Test
    void logger_isInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Announcer.class.getName())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(System.Logger.class)
                .orShould()
                .callMethod(System.class, "getLogger", String.class)
                .check(MAIN);
    }

    @Test
    void layers_areHeldByOneClassForGenerationsAndByTheHostSide() {
        DescribedPredicate<JavaField> holders = describe(
                "outside the holders of layers",
                (JavaField field) -> !Set.of(
                                "dev.layers.internal.layer.GenerationLayer",
                                "dev.layers.internal.layer.HostSide",
                                "dev.layers.internal.layer.SharedModules",
                                "dev.layers.internal.layer.ClassPathLayer")
                        .contains(field.getOwner().getFullName()));

        noFields().that(are(holders)).should(have(type(ModuleLayer.class))).check(MAIN);
        noFields()
                .that(are(describe(
                        "outside the loader, which leads to its layer anyway",
                        (JavaField field) -> !field.getOwner()
                                .getFullName()
                                .equals("dev.layers.internal.layer.GenerationLoader$Outside"))))
                .should(have(type(ModuleLayer.Controller.class)))
                .check(MAIN);
    }

    @Test
    void generationLayer_holdsOneLayerInOneField() {
        List<String> held = MAIN.get("dev.layers.internal.layer.GenerationLayer").getFields().stream()
                .filter(type(ModuleLayer.class))
                .map(JavaField::getName)
                .toList();

        assertThat(held).containsExactly("layer");
    }

    @Test
    void codeOfAGeneration_isHeldByTheGenerationAndItsStartAlone() {
        DescribedPredicate<JavaField> holders = describe(
                "outside the holders of a generation",
                // a rehearsal defines layers that no code runs in, and ends with the plan that it is for
                (JavaField field) -> !Set.of(
                                "dev.layers.Generation$Parts", "dev.layers.Startup", "dev.layers.Trial$Tried")
                        .contains(field.getOwner().getFullName()));

        noFields()
                .that(are(holders))
                .should(have(describe(
                        "the type of a layer, or of code that may be one",
                        (JavaField field) -> Set.of(
                                        "dev.layers.internal.layer.GenerationLayer",
                                        "dev.layers.internal.layer.ModuleCode")
                                .contains(field.getRawType().getName()))))
                .check(MAIN);
    }

    @Test
    void reportsAndEvents_holdTextNumbersAndTimes() {
        fields().that(describe("belong to what outlives a generation", (JavaField field) -> isKept(field.getOwner())))
                .should(have(describe(
                        "only values that hold no class of a module",
                        (JavaField field) -> field.getType().getAllInvolvedRawTypes().stream()
                                .allMatch(type -> isPlain(type) || isVerdictToCome(field, type)))))
                .check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.layers.UnloadReport",
                "dev.layers.StepReport",
                "dev.layers.Verdict$Collected",
                "dev.layers.LayerEvent$Unloaded",
                "dev.layers.ModuleStatus",
                "dev.layers.GenerationName",
                "dev.layers.Change",
                "dev.layers.DeploymentReport",
                "dev.layers.DeploymentReport$Failure",
                "dev.layers.preflight.PreflightReport",
                "dev.layers.preflight.Finding",
                "dev.layers.preflight.Origin"
            })
    void reportsAndEvents_areAmongThoseGuarded(String name) {
        assertThat(isKept(MAIN.get(name))).isTrue();
        assertThat(MAIN.get(name).getFields()).isNotEmpty();
    }

    @Test
    void names_sayHowAClassDiffers() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Wrapper")
                .orShould()
                .haveSimpleNameEndingWith("Data")
                .orShould()
                .haveSimpleNameEndingWith("Info")
                .check(MAIN);
    }

    @Test
    void classes_areClosedForInheritance() {
        ArchRule rule = classes()
                .that(describe(
                        "are neither anonymous nor enums nor what classes of modules extend",
                        (JavaClass type) -> !type.isAnonymousClass()
                                && !type.isEnum()
                                && !type.getName().startsWith("dev.layers.internal.woven.Woven")
                                && !type.getName().endsWith("-info")))
                .should(have(describe(
                        "final, abstract or interface as modifier",
                        (JavaClass type) -> type.isInterface()
                                || type.getModifiers().contains(JavaModifier.FINAL)
                                || type.getModifiers().contains(JavaModifier.ABSTRACT))));

        rule.check(MAIN);
    }

    /** A constant of an immutable type is state of nobody. */
    @Test
    void staticFields_areConstants() {
        Set<String> immutable = Set.of(
                "int",
                "long",
                "boolean",
                String.class.getName(),
                Duration.class.getName(),
                Set.class.getName(),
                Map.class.getName(),
                StackWalker.class.getName(),
                "java.util.regex.Pattern",
                "java.util.jar.Attributes$Name",
                MethodType.class.getName(),
                // reads numbers from bytes, and has no state
                "java.lang.invoke.VarHandle",
                "org.objectweb.asm.Handle",
                "dev.layers.internal.collect.VirtualMachine",
                "dev.layers.internal.reference.Passage",
                "dev.layers.internal.reference.TurnedBack",
                "dev.layers.ArtifactPolicy",
                "dev.layers.LoadOptions",
                "dev.layers.ReloadPolicy",
                "dev.layers.UnloadPolicy");

        Set<String> jvmWide = Set.of(
                "dev.layers.internal.layer.LoaderNames",
                "dev.layers.internal.woven.Defaults",
                "dev.layers.internal.woven.NativeLibraries");

        fields().that()
                .areStatic()
                .and(describe(
                        "are written in the source and not registries of what the JVM has one of, for all managers",
                        (JavaField field) -> !field.getName().startsWith("$")
                                && !jvmWide.contains(field.getRawType().getName())))
                .should()
                .beFinal()
                .andShould(have(describe(
                        "an immutable type",
                        (JavaField field) ->
                                immutable.contains(field.getRawType().getName())
                                        || field.getRawType().isEnum()
                                        || isUnbound(field))))
                .check(MAIN);
    }

    /** Handles that are looked up and bound to nothing; a bound one holds its receiver. */
    private static boolean isUnbound(JavaField field) {
        return field.getRawType().isEquivalentTo(MethodHandle.class)
                && field.getOwner().getName().equals("dev.layers.internal.reference.Answers");
    }

    @Test
    void sourceFiles_areShort() throws IOException {
        TreeMap<String, Long> tooLong = new TreeMap<>();
        try (Stream<Path> sources = sources()) {
            sources.filter(file -> lines(file) > 300).forEach(file -> tooLong.put(file.toString(), lines(file)));
        }

        assertThat(tooLong).isEmpty();
    }

    private static DescribedPredicate<JavaCodeUnit> visible() {
        return describe(
                "visible in the API",
                unit -> isApi(unit.getOwner())
                        && (unit.getModifiers().contains(JavaModifier.PUBLIC)
                                || unit.getModifiers().contains(JavaModifier.PROTECTED)));
    }

    private static boolean isApi(JavaClass type) {
        return Set.of(API, MODULE, PREFLIGHT, RETENTION).contains(type.getPackageName())
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isApi).orElse(true);
    }

    private static Stream<JavaClass> signature(JavaCodeUnit unit) {
        Stream<JavaClass> parameters =
                unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream());
        Stream<JavaClass> bounds =
                unit.getTypeParameters().stream().flatMap(variable -> variable.getAllInvolvedRawTypes().stream());
        Stream<JavaClass> result = Stream.concat(unit.getReturnType().getAllInvolvedRawTypes().stream(), bounds);
        return Stream.concat(Stream.concat(parameters, result), unit.getExceptionTypes().stream());
    }

    private static boolean isInternal(JavaClass type) {
        return type.getPackageName().startsWith(LEAVES);
    }

    private static DescribedPredicate<JavaField> type(Class<?> wanted) {
        return describe(
                "type " + wanted.getName(),
                field -> field.getType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(wanted)));
    }

    private static boolean isKept(JavaClass type) {
        String name = type.getFullName();
        return Stream.of(
                                UnloadReport.class,
                                StepReport.class,
                                ModuleStatus.class,
                                GenerationName.class,
                                Change.class,
                                DeploymentPlan.class,
                                DeploymentReport.class,
                                DeploymentReport.Failure.class,
                                PreflightReport.class,
                                Finding.class,
                                Origin.class,
                                Retention.class,
                                RetentionPath.class,
                                Change.class,
                                DeploymentPlan.class,
                                DeploymentReport.class,
                                DeploymentReport.Failure.class)
                        .anyMatch(type::isEquivalentTo)
                || name.startsWith(Verdict.class.getName() + "$")
                || name.startsWith(LayerEvent.class.getName() + "$");
    }

    private static boolean isPlain(JavaClass type) {
        return type.isPrimitive()
                || type.isEnum()
                || isKept(type)
                || type.isEquivalentTo(Verdict.class)
                || Stream.of(String.class, Duration.class, Instant.class, List.class, SortedMap.class, Optional.class)
                        .anyMatch(type::isEquivalentTo);
    }

    private static boolean isVerdictToCome(JavaField field, JavaClass type) {
        return field.getOwner().isEquivalentTo(UnloadReport.class) && type.isEquivalentTo(CompletableFuture.class);
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(Path.of("src", "main", "java"))
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
