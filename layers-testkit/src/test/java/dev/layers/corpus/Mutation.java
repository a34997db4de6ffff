package dev.layers.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Ways to damage the bytes of a jar. */
enum Mutation {
    FLIPPED_BYTES {
        @Override
        byte[] of(byte[] jar, Random random) {
            byte[] changed = jar.clone();
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return changed;
        }
    },
    CUT_END {
        @Override
        byte[] of(byte[] jar, Random random) {
            return Arrays.copyOf(jar, random.nextInt(jar.length));
        }
    },
    CUT_MIDDLE {
        @Override
        byte[] of(byte[] jar, Random random) {
            int from = random.nextInt(jar.length);
            int to = from + random.nextInt(jar.length - from);
            byte[] changed = Arrays.copyOf(jar, jar.length - (to - from));
            System.arraycopy(jar, to, changed, from, jar.length - to);
            return changed;
        }
    },
    OTHER_TAIL {
        @Override
        byte[] of(byte[] jar, Random random) {
            byte[] tail = new byte[1 + random.nextInt(200)];
            random.nextBytes(tail);
            byte[] changed = jar.clone();
            System.arraycopy(
                    tail, 0, changed, Math.max(0, jar.length - tail.length), Math.min(tail.length, jar.length));
            return changed;
        }
    },
    /** The archive is sound: two entries have each other's bytes. */
    SWAPPED_ENTRIES {
        @Override
        byte[] of(byte[] jar, Random random) throws IOException {
            Map<String, byte[]> entries = entries(jar);
            List<String> names = new ArrayList<>(entries.keySet());
            Collections.shuffle(names, random);
            byte[] first = entries.get(names.get(0));
            entries.put(names.get(0), entries.get(names.get(1)));
            entries.put(names.get(1), first);
            return archive(entries);
        }
    },
    /** The archive is sound: a byte of one entry is another. */
    FLIPPED_IN_ENTRY {
        @Override
        byte[] of(byte[] jar, Random random) throws IOException {
            Map<String, byte[]> entries = entries(jar);
            List<String> names = new ArrayList<>(entries.keySet());
            byte[] bytes = entries.get(names.get(random.nextInt(names.size())));
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return archive(entries);
        }
    },
    /** The archive is sound: the bytes of one entry end early. */
    SHORTENED_ENTRY {
        @Override
        byte[] of(byte[] jar, Random random) throws IOException {
            Map<String, byte[]> entries = entries(jar);
            List<String> names = new ArrayList<>(entries.keySet());
            entries.computeIfPresent(
                    names.get(random.nextInt(names.size())),
                    (name, bytes) -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            return archive(entries);
        }
    },
    /** The archive is sound: an entry is missing. */
    DROPPED_ENTRY {
        @Override
        byte[] of(byte[] jar, Random random) throws IOException {
            Map<String, byte[]> entries = entries(jar);
            List<String> names = new ArrayList<>(entries.keySet());
            entries.remove(names.get(random.nextInt(names.size())));
            return archive(entries);
        }
    };

    abstract byte[] of(byte[] jar, Random random) throws IOException;

    private static Map<String, byte[]> entries(byte[] jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] archive(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
