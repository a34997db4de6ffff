package dev.layers.internal.heap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The names a dump speaks of, by their ids: of classes, fields, methods. */
final class Names {
    static final String UNKNOWN = "?";

    private final Budget budget;
    private final LongTable places;
    private byte[] texts = new byte[1 << 16];
    private int end;

    Names(Budget budget) {
        this.budget = budget;
        places = new LongTable(budget);
    }

    void add(long id, byte[] text) throws NoRoomException {
        int length = text.length + Integer.BYTES;
        if (id == 0 || end > Integer.MAX_VALUE / 2 - length) {
            return;
        }
        if (end + length > texts.length) {
            budget.take(texts.length + (long) length);
            texts = Arrays.copyOf(texts, 2 * Math.max(texts.length, end + length));
        }
        places.put(id, end);
        for (int shift = 24; shift >= 0; shift -= 8) {
            texts[end++] = (byte) (text.length >> shift);
        }
        System.arraycopy(text, 0, texts, end, text.length);
        end += text.length;
    }

    /** Returns a name, or {@link #UNKNOWN}. */
    String of(long id) {
        int place = places.get(id);
        if (place < 0) {
            return UNKNOWN;
        }
        int length = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            length = (length << 8) | (texts[place + i] & 0xff);
        }
        return new String(texts, place + Integer.BYTES, length, StandardCharsets.UTF_8);
    }
}
