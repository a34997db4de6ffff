package dev.layers.internal.snapshot;

import dev.layers.preflight.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;

/**
 * Who signed a jar, as the JDK verifies it.
 *
 * @param common those who signed every entry
 * @param isPartial whether entries are signed, and nobody signed every entry
 */
record JarSigners(List<CodeSigner> common, boolean isPartial) {
    private static final String META_INF = "META-INF/";

    /** What the JDK neither expects nor lets be signed. */
    private static final Pattern SIGNATURE_FILE =
            inMetaInf("[^/]*\\.(SF|DSA|RSA|EC)|SIG-[^/.]*|SIG-[^/]*\\.[A-Z0-9]{1,3}|MANIFEST\\.MF|INDEX\\.LIST");

    private static final Pattern SIGNED_DIGESTS = inMetaInf("[^/]*\\.SF");
    private static final Pattern BLOCK = inMetaInf("[^/]*\\.(DSA|RSA|EC)");

    /** Returns the signers of the jar at {@code file}; only one with signature files costs anything. */
    static JarSigners of(Path file, Contents contents) throws ArtifactDefect {
        if (!isAny(contents, SIGNED_DIGESTS)) {
            return none();
        }
        try (JarInputStream jar = new JarInputStream(new SignedStream(contents), true)) {
            JarSigners signers = verify(jar);
            if (signers.common.isEmpty() && !signers.isPartial) {
                checkBlocks(file, contents);
            }
            return signers;
        } catch (SecurityException | IllegalArgumentException broken) {
            // undocumented: digests that are no Base64
            throw new Findings(file).last(Rule.SIGNATURE_BROKEN, "its signature does not fit: " + broken.getMessage());
        } catch (UncheckedIOException | IOException damaged) {
            // nobody signed what cannot be read; examining tells all of it
            return none();
        }
    }

    /** Returns those of an artifact that nobody signed. */
    static JarSigners none() {
        return new JarSigners(List.of(), false);
    }

    /** Returns whether {@code name} belongs to signatures and is not signed itself. */
    static boolean isSignatureFile(String name) {
        return matches(name, SIGNATURE_FILE);
    }

    private static Pattern inMetaInf(String names) {
        return Pattern.compile(META_INF + "(" + names + ")", Pattern.CASE_INSENSITIVE);
    }

    private static boolean isAny(Contents contents, Pattern pattern) {
        for (String name : contents.names()) {
            if (matches(name, pattern)) {
                return true;
            }
        }
        return false;
    }

    /** Looks at the directory first, since a jar has many entries and few of them lie there. */
    private static boolean matches(String name, Pattern pattern) {
        return name.regionMatches(true, 0, META_INF, 0, META_INF.length())
                && pattern.matcher(name).matches();
    }

    /** Tells a broken signature from one whose algorithms count no longer: the JDK calls both unsigned. */
    private static void checkBlocks(Path file, Contents contents) throws ArtifactDefect, IOException {
        for (String name : contents.names()) {
            byte[] block = matches(name, BLOCK) ? contents.read(name) : null;
            if (block != null && !isParsed(block)) {
                throw new Findings(file).last(Rule.SIGNATURE_BROKEN, "its signature '" + name + "' cannot be parsed");
            }
        }
    }

    private static boolean isParsed(byte[] block) {
        try {
            CertificateFactory.getInstance("X.509").generateCertPath(new ByteArrayInputStream(block), "PKCS7");
            return true;
        } catch (CertificateException garbage) {
            return false;
        }
    }

    private static JarSigners verify(JarInputStream jar) throws IOException {
        List<List<CodeSigner>> signers = new ArrayList<>();
        for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
            // the signers of an entry are known when it was read to its end
            jar.transferTo(OutputStream.nullOutputStream());
            if (!isSignatureFile(entry.getName())) {
                signers.add(signers(entry));
            }
        }
        return of(signers);
    }

    private static List<CodeSigner> signers(JarEntry entry) {
        CodeSigner[] signers = entry.getCodeSigners();
        return signers == null ? List.of() : List.of(signers);
    }

    /** Returns those who signed an artifact whose entries were signed by {@code signers}. */
    static JarSigners of(List<List<CodeSigner>> signers) {
        boolean isSigned = signers.stream().anyMatch(of -> !of.isEmpty());
        List<CodeSigner> common = signers.stream().reduce(JarSigners::common).orElse(List.of());
        return new JarSigners(common, isSigned && common.isEmpty());
    }

    private static List<CodeSigner> common(List<CodeSigner> one, List<CodeSigner> other) {
        return one.stream().filter(other::contains).toList();
    }
}
