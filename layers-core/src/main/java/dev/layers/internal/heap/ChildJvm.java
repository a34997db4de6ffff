package dev.layers.internal.heap;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/** Starts a JVM with memory enough to read a dump. */
final class ChildJvm {
    private static final long LEAST = 256L << 20;
    /** What text is compressed to, at best. */
    private static final int COMPRESSION = 6;

    private ChildJvm() {}

    static Process start(Question question) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx" + (memory(question.dump()) >> 20) + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-cp",
                ownClasses(),
                ChildMain.class.getName(),
                question.dump().toAbsolutePath().toString(),
                Integer.toString(question.paths())));
        question.numbers().forEach(number -> command.add(Long.toString(number)));
        ProcessBuilder builder = new ProcessBuilder(command);
        // what was meant for this JVM, agents and memory, is not meant for that one
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH"));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static String java() throws NoRoomException {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        for (String name : List.of("java", "java.exe")) {
            if (Files.isExecutable(bin.resolve(name))) {
                return bin.resolve(name).toString();
            }
        }
        throw new NoRoomException("no other JVM can be started: there is no launcher in '" + bin + "'");
    }

    private static String ownClasses() throws NoRoomException {
        CodeSource source = ChildJvm.class.getProtectionDomain().getCodeSource();
        URI location = source == null || source.getLocation() == null ? null : uri(source);
        if (location == null || !"file".equals(location.getScheme())) {
            throw new NoRoomException("no other JVM can be started: the classes of Layers come from '" + location
                    + "', which is no file");
        }
        return Path.of(location).toString();
    }

    private static URI uri(CodeSource source) throws NoRoomException {
        try {
            return source.getLocation().toURI();
        } catch (URISyntaxException strange) {
            throw new NoRoomException("no other JVM can be started: " + strange.getMessage());
        }
    }

    /** Returns twice the size of what is read, which is enough for any dump; not more than the machine has. */
    private static long memory(Path dump) throws IOException {
        long size = Files.size(dump) * (isCompressed(dump) ? COMPRESSION : 1);
        return Math.min(LEAST + 2 * size, Math.max(LEAST, physicalMemory() / 4 * 3));
    }

    private static boolean isCompressed(Path dump) throws IOException {
        try (var in = Files.newInputStream(dump)) {
            return in.read() == 0x1f;
        }
    }

    private static long physicalMemory() {
        try {
            return (long) ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "TotalPhysicalMemorySize");
        } catch (JMException | RuntimeException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
