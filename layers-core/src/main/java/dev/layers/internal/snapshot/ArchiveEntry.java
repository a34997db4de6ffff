package dev.layers.internal.snapshot;

/** What the directory of an archive says of one entry; sizes and offsets in bytes. */
record ArchiveEntry(int method, int checksum, int compressedSize, int size, int header) {}
