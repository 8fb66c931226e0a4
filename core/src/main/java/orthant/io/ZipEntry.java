package orthant.io;

/**
 * What an archive's directory says of one file in it.
 *
 * @param name the whole name
 * @param deflated whether it is packed; else it is stored as it is
 * @param packed how many bytes it takes in the archive
 * @param size how many bytes it has
 * @param crc the check sum of its bytes
 * @param start where its own header begins
 * @param end where the next file's header or the directory begins
 */
record ZipEntry(String name, boolean deflated, long packed, long size, int crc, long start, long end) {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  /** Deflate cannot pack better: a longest match of 258 bytes takes two bits. */
  private static final long BEST = 1032;

  /** Up to here nothing can be a bomb. */
  static final long HARMLESS = 48L << 20;

  /** What packs better than this and is not harmless has to be asked for. */
  private static final long USUAL = 100;

  /** Refuses what cannot be true. */
  ZipEntry checkSizes() {
    if (!deflated && size != packed) {
      throw new NpyException(name + " is stored, with " + packed + " bytes in the archive, but claims to have " + size + "; they must be the same");
    }
    if (deflated && size / BEST > packed) {
      throw new NpyException(name + " claims to unpack " + packed + " bytes to " + size + "; it can be at most " + BEST + " times as many");
    }
    return this;
  }

  /** Refuses what unpacks to more than its reader wants. */
  void checkExpansion(long most) {
    if (deflated && size > most && size / USUAL > packed) {
      throw new NpyException(name + " unpacks " + packed + " bytes to " + size + ", which may be a bomb: more than " + most
          + " bytes may be at most " + USUAL + " times as many; if it is sound, open the archive with a higher limit");
    }
  }
}
