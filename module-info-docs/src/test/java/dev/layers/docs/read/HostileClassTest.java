package dev.layers.docs.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.model.Trouble;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Class files that no compiler writes. */
class HostileClassTest {
    private static final String REST = "; build it again or leave it out";
    private static final int TOO_DEEP = 300;
    private static final int AS_DEEP_AS_A_FILE = 1_000_000;

    @TempDir
    private Path temporary;

    @Test
    void signatureThatNestsTooDeep_isLeftOut() throws Exception {
        String signature = "Ljava/util/List<".repeat(TOO_DEEP) + "*" + ">;".repeat(TOO_DEEP);
        ClassWriter writer = open(null);
        writer.visitField(Opcodes.ACC_PUBLIC, "field", "Ljava/util/List;", signature, null)
                .visitEnd();

        assertLeftOut(writer.toByteArray(), "left out, a signature nests deeper than 255");
    }

    @Test
    void signatureThatIsNone_isLeftOut() throws Exception {
        ClassWriter writer = open("<");

        assertLeftOut(writer.toByteArray(), "left out, it is no whole class file");
    }

    @Test
    void annotationThatNestsAsDeepAsTheFile_isLeftOut() throws Exception {
        ClassWriter writer = open(null);
        writer.visitAttribute(new NestedAnnotation());

        assertLeftOut(writer.toByteArray(), "left out, it is no whole class file");
    }

    @Test
    void attributeThatClaimsMoreThanThereIs_isLeftOut() throws Exception {
        ClassWriter writer = open(null);
        writer.visitAttribute(new Attribute("Odd") {
            @Override
            protected ByteVector write(
                    org.objectweb.asm.ClassWriter target, byte[] code, int length, int stack, int locals) {
                return new ByteVector();
            }
        });
        byte[] bytes = writer.toByteArray();
        ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, Integer.MAX_VALUE);

        assertLeftOut(bytes, "left out, it is no whole class file");
    }

    @Test
    void typesBeyondTheLimitOfMembers_areRefused() {
        ModuleDescriptor descriptor =
                ModuleDescriptor.newAutomaticModule("x").packages(Set.of("x")).build();
        DocumentedTypes types = new DocumentedTypes(descriptor, 1, new Shared());
        ClassFile file = ClassFile.of(open(null).toByteArray());

        types.addVisible(file);

        assertThat(types.names()).containsExactly("x.X");
        assertThatThrownBy(() -> types.addVisible(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the types before it have 1 members or more");
    }

    private void assertLeftOut(byte[] content, String found) throws Exception {
        Path classes = Files.createDirectories(temporary.resolve("odd/x"));
        Files.write(classes.resolve("X.class"), content);

        ModuleSet set = Reading.of(temporary.resolve("odd"));

        assertThat(set.troubles()).containsExactly(new Trouble(temporary.resolve("odd") + "!/x/X.class", found + REST));
        assertThat(Reading.names(set)).containsExactly("odd");
    }

    private static ClassWriter open(@org.jspecify.annotations.Nullable String signature) {
        ClassWriter writer = new ClassWriter(0);
        ((ClassVisitor) writer).visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "x/X", signature, "java/lang/Object", null);
        return writer;
    }

    /** One annotation with one value: an array of arrays of arrays. */
    private static final class NestedAnnotation extends Attribute {
        NestedAnnotation() {
            super("RuntimeVisibleAnnotations");
        }

        @Override
        protected ByteVector write(ClassWriter target, byte[] code, int length, int stack, int locals) {
            ByteVector content = new ByteVector();
            content.putShort(1).putShort(target.newUTF8("Lx/Deep;")).putShort(1).putShort(target.newUTF8("value"));
            for (int depth = 0; depth < AS_DEEP_AS_A_FILE; depth++) {
                content.putByte('[').putShort(1);
            }
            return content.putByte('I').putShort(target.newConst(1));
        }
    }
}
