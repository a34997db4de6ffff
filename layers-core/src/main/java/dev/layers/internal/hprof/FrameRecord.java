package dev.layers.internal.hprof;

/**
 * What a dump says of a stack frame.
 *
 * @param id its id
 * @param method the id of the name of the method
 * @param source the id of the name of the source file; 0 for none
 * @param type the serial number of the class
 * @param line the line, or -1 if unknown, -2 if compiled, -3 if native
 */
public record FrameRecord(long id, long method, long source, int type, int line) {}
