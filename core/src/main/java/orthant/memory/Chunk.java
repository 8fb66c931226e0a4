package orthant.memory;

/**
 * A piece of memory from the operating system.
 *
 * @param address the first byte for use
 * @param bytes how many there are for use
 * @param base where the piece begins for the operating system
 * @param reserved how long it is for the operating system
 */
record Chunk(long address, long bytes, long base, long reserved) {}
