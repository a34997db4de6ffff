package dev.layers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Which generations a generation stands on.
 *
 * @param generations those that its modules require, in the order in which they are searched
 * @param digest a digest of its own bytes and of all that it stands on, directly or not; without any that of its bytes
 */
record Footing(List<GenerationName> generations, String digest) {
    Footing {
        generations = List.copyOf(generations);
    }

    /** Returns the footing of what has this digest and stands on {@code generations}. */
    static Footing of(String digest, List<? extends Neighbour> generations) {
        if (generations.isEmpty()) {
            return new Footing(List.of(), digest);
        }
        MessageDigest all = sha256();
        all.update(digest.getBytes(StandardCharsets.UTF_8));
        generations.forEach(
                generation -> all.update(generation.footing().digest().getBytes(StandardCharsets.UTF_8)));
        return new Footing(
                generations.stream().<GenerationName>map(Neighbour::name).toList(),
                HexFormat.of().formatHex(all.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java platform has SHA-256", impossible);
        }
    }
}
