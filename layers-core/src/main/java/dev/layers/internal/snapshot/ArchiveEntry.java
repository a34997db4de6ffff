package dev.layers.internal.snapshot;

/**
 * What the directory of an archive says of one entry; sizes and offsets in bytes.
 *
 * @param record where the directory's record of it begins
 */
record ArchiveEntry(int record, int method, int checksum, int compressedSize, int size, int header) {}
