package orthant.memory;

/**
 * Fresh bytes and who keeps them.
 *
 * @param storage the owner
 * @param address the absolute address of the first byte, aligned to 64 bytes (8 if fewer than 64 are wanted)
 */
public record Allocation(Storage storage, long address) {}
