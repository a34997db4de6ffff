package dev.layers.docs.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.ModuleSource;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.model.Trouble;
import dev.layers.docs.model.TypeUse;
import dev.layers.docs.read.Inputs;
import dev.layers.docs.read.Inputs.Image;
import dev.layers.docs.read.ModuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Types that lead back to themselves, some of them written by nobody but an attacker. */
class CircularTypesTest {
    private static final int INTERFACE = Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;

    @TempDir
    private Path directory;

    @Test
    void interfacesThatExtendEachOther_areLeftOutWithATrouble() throws Exception {
        Path classes = compiled("interface A {}", "interface B {}", "interface C extends A {}");
        made(classes, "A", "B", "");
        made(classes, "B", "A", "");

        ModuleSet set = read(classes);

        String found = "left out, its supertypes lead back to it; build it again or leave it out";
        assertThat(set.troubles())
                .containsExactly(
                        new Trouble(classes + "!/p/A.class", found), new Trouble(classes + "!/p/B.class", found));
        assertThat(types(set)).extracting(DocumentedType::name).containsExactly("p.C");
        assertThat(kind(set, "C")).isEqualTo(Kind.SERVICE);
    }

    @Test
    void interfacesThatPermitEachOther_areClassified() throws Exception {
        Path classes = compiled("interface A {}", "interface B {}");
        made(classes, "A", "", "B");
        made(classes, "B", "", "A");

        assertThat(kind(read(classes), "A")).isEqualTo(Kind.PLAIN);
    }

    @Test
    void variableThatIsAnArrayOfItsNamesakeAbove_isErased() throws Exception {
        ModuleSet set = read(
                compiled("interface A<T> extends B<T[]> { void one(T it); }", "interface B<T> { void two(T it); }"));

        assertThat(methods(set, "A")).containsExactly("one(Ljava/lang/Object;)V", "two(Ljava/lang/Object;)V");
    }

    @Test
    void variableThatIsBoundToTheOneItHides_isErased() throws Exception {
        ModuleSet set = read(compiled("interface A<T extends U, U> { <U extends T> void one(U it); }"));

        assertThat(methods(set, "A")).containsExactly("one(Ljava/lang/Object;)V");
    }

    private static List<String> methods(ModuleSet set, String type) {
        Classifier classifier = classifier(set);
        return ServiceMethods.of(classifier.types().find("p." + type).orElseThrow(), classifier).methods().stream()
                .map(ServiceMethods.Declared::signature)
                .toList();
    }

    private static Kind kind(ModuleSet set, String type) {
        return classifier(set)
                .crossing(new TypeUse.Named("p." + type, List.of()))
                .kind();
    }

    private static Classifier classifier(ModuleSet set) {
        return new Classifier(new ContractTypes(set), JdkTypes.read());
    }

    private static List<DocumentedType> types(ModuleSet set) {
        return set.modules().get(0).content().types();
    }

    private static ModuleSet read(Path classes) throws Exception {
        return ModuleReader.read(new Inputs(List.of(classes), Image.LEFT_OUT));
    }

    private Path compiled(String... types) throws IOException {
        ModuleSource source = ModuleSource.in(directory).file("module-info.java", "module m { exports p; }");
        for (String type : types) {
            String name = type.split("[ <]")[1];
            source.file("p/" + name + ".java", "package p; public " + type);
        }
        return source.classes();
    }

    private static void made(Path classes, String name, String above, String permitted) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        String[] interfaces = above.isEmpty() ? new String[0] : new String[] {"p/" + above};
        writer.visit(Opcodes.V17, INTERFACE, "p/" + name, null, "java/lang/Object", interfaces);
        if (!permitted.isEmpty()) {
            writer.visitPermittedSubclass("p/" + permitted);
        }
        writer.visitEnd();
        Files.write(classes.resolve("p").resolve(name + ".class"), writer.toByteArray());
    }
}
