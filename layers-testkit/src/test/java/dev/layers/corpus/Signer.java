package dev.layers.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Somebody with a key who signs jars, by the tools of the JDK. */
enum Signer {
    ACME,
    MALLORY,
    EVE,
    /** The certificate expired. */
    OLD("-startdate", "2020/01/01 00:00:00", "-validity", "10"),
    /** The certificate is not valid yet. */
    EARLY("-startdate", "2099/01/01 00:00:00", "-validity", "10");

    private static final String PASSWORD = "changeit";

    private final byte[] store;

    Signer(String... validity) {
        List<String> command = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-alias", "key"));
        command.addAll(List.of("-dname", "CN=" + name().toLowerCase(Locale.ROOT)));
        command.addAll(List.of(validity));
        try {
            Path directory = Files.createTempDirectory("layers-keys");
            Path file = directory.resolve("keys");
            run("keytool", file, command);
            store = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(directory);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Signs {@code jar}, which is returned; keys lie beside it meanwhile. */
    Path sign(Path jar) throws IOException, InterruptedException {
        Path file = Files.write(jar.resolveSibling("keys"), store);
        run("jarsigner", file, List.of("-sigfile", name(), "-digestalg", "SHA-256", jar.toString(), "key"));
        Files.delete(file);
        return jar;
    }

    X509Certificate certificate() throws IOException, GeneralSecurityException {
        Path file = Files.write(Files.createTempFile("layers-keys", ""), store);
        try {
            return (X509Certificate)
                    KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()).getCertificate("key");
        } finally {
            Files.delete(file);
        }
    }

    private static void run(String tool, Path store, List<String> arguments) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", tool);
        List<String> words = new ArrayList<>(List.of(program.toString(), "-J-Duser.timezone=UTC"));
        words.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-storepass", PASSWORD, "-storetype", "PKCS12"));
        words.addAll(List.of("-keystore", store.toString()));
        words.addAll(arguments);
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
    }
}
