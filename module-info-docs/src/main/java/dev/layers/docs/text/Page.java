package dev.layers.docs.text;

import java.util.List;

/**
 * A page, whatever format it is written in.
 *
 * @param name of its file, without the ending; ASCII letters, digits, dots, hyphens and underscores
 */
public record Page(String name, String title, List<Block> blocks) {
    public Page {
        blocks = List.copyOf(blocks);
    }
}
