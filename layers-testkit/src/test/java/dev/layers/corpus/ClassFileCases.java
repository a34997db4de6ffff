package dev.layers.corpus;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with class files. */
final class ClassFileCases {
    private static final String CHAT = "acme/Chat.class";
    private static final String MODULE_INFO = "module-info.class";
    /** The minor version of classes that use preview features. */
    private static final int PREVIEW = 0xFFFF;

    private ClassFileCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(versions(), classes()).flatMap(List::stream);
    }

    private static List<BadArtifact> versions() {
        return List.of(
                ChangedJar.modular(
                        "a class that is too new",
                        good -> good.with(CHAT, version(good.of(CHAT), 99, 0)),
                        "L016 {dir}/chat.jar: 'acme/Chat.class' is of class file version 99 (Java 55); wanted"
                                + " class files up to Java {java}; compile it for Java {java} or run the host on Java 55"),
                ChangedJar.modular(
                        "a descriptor that is too new",
                        good -> good.with(MODULE_INFO, version(good.of(MODULE_INFO), 99, 0)),
                        "L016 {dir}/chat.jar: 'module-info.class' is of class file version 99 (Java 55);"
                                + " wanted class files up to Java {java}; compile it for Java {java} or run the host on"
                                + " Java 55"),
                ChangedJar.modular(
                        "a module that is too new as a whole",
                        good -> good.with(MODULE_INFO, version(good.of(MODULE_INFO), 99, 0))
                                .with(CHAT, version(good.of(CHAT), 99, 0)),
                        "L016 {dir}/chat.jar: 'module-info.class' is of class file version 99 (Java 55);"
                                + " wanted class files up to Java {java}; compile it for Java {java} or run the host on"
                                + " Java 55"),
                ChangedJar.modular(
                        "a class that needs preview features of an older version",
                        good -> good.with(CHAT, version(good.of(CHAT), 60, PREVIEW)),
                        "L016 {dir}/chat.jar: 'acme/Chat.class' depends on preview features of Java 16; wanted"
                                + " class files without preview features of another Java; compile it without"
                                + " --enable-preview"),
                ChangedJar.plain(
                        "two classes of a plain jar that are too new",
                        good -> good.with(CHAT, version(good.of(CHAT), 99, 0))
                                .with("acme/Other.class", version(good.of(CHAT), 100, 0)),
                        "L016 {dir}/chat.jar: 'acme/Chat.class' is of class file version 99 (Java 55); wanted"
                                + " class files up to Java {java}; compile it for Java {java} or run the host on Java 55",
                        "L016 {dir}/chat.jar: 'acme/Other.class' is of class file version 100 (Java 56);"
                                + " wanted class files up to Java {java}; compile it for Java {java} or run the host on"
                                + " Java 56"),
                ChangedJar.modular(
                        "a class that needs preview features of the running version",
                        good -> good.with(
                                CHAT, version(good.of(CHAT), Runtime.version().feature() + 44, PREVIEW)),
                        "L016 {dir}/chat.jar: 'acme/Chat.class' depends on preview features of Java {java};"
                                + " wanted class files without preview features; compile it without --enable-preview, or"
                                + " start the host with it"),
                ChangedJar.modular(
                        "a class that is too new in the version that is used",
                        good -> good.with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n\n")
                                .with("META-INF/versions/11/" + CHAT, version(good.of(CHAT), 99, 0)),
                        "L016 {dir}/chat.jar: 'acme/Chat.class' is of class file version 99 (Java 55); wanted"
                                + " class files up to Java {java}; compile it for Java {java} or run the host on Java 55"));
    }

    private static List<BadArtifact> classes() {
        return List.of(
                ChangedJar.modular(
                        "a class file that is none",
                        good -> good.with(CHAT, "not a class"),
                        "L017 {dir}/chat.jar: acme/Chat.class: no class file; wanted a class file of the class"
                                + " that its path names; compile it again, or move it to the path of its class"),
                ChangedJar.modular(
                        "an empty class file",
                        good -> good.with(CHAT, ""),
                        "L017 {dir}/chat.jar: acme/Chat.class: no class file; wanted a class file of the class"
                                + " that its path names; compile it again, or move it to the path of its class"),
                ChangedJar.modular(
                        "a class file that is cut short",
                        good -> good.with(CHAT, Arrays.copyOf(good.of(CHAT), 60)),
                        "L017 {dir}/chat.jar: acme/Chat.class: a class file that cannot be parsed; wanted a"
                                + " class file of the class that its path names; compile it again, or move it to the"
                                + " path of its class"),
                ChangedJar.modular(
                        "a class under the name of another",
                        good -> good.with("acme/Other.class", good.of(CHAT)),
                        "L017 {dir}/chat.jar: acme/Other.class: class 'acme.Chat'; wanted a class file of the"
                                + " class that its path names; compile it again, or move it to the path of its class"),
                ChangedJar.modular(
                        "a class in the directory of another package",
                        good -> good.with("acme/inner/Chat.class", good.of(CHAT)),
                        "L017 {dir}/chat.jar: acme/inner/Chat.class: class 'acme.Chat'; wanted a class file of"
                                + " the class that its path names; compile it again, or move it to the path of its class"));
    }

    private static byte[] version(byte[] classFile, int major, int minor) {
        ByteBuffer.wrap(classFile).putShort(4, (short) minor).putShort(6, (short) major);
        return classFile;
    }
}
