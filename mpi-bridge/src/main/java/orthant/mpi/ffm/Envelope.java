package orthant.mpi.ffm;

import orthant.DType;
import orthant.mpi.Mpi;

/**
 * The tag on the wire: the program's tag below, a code for the dtype above. MPI itself never looks at element types; with
 * the code in the tag its matching does, at no cost, and the tag of what arrives tells what it is.
 */
final class Envelope {
  private static final DType[] DTYPES = DType.values();
  /** Room for 31 dtypes; 0 is nobody's code. */
  private static final int DTYPE_BITS = 5;

  private final int tagBits;

  /**
   * Divides up the tags.
   *
   * @param upperBound the library's largest tag
   */
  Envelope(int upperBound) {
    // How many low bits may be set all at once.
    int usable = 63 - Long.numberOfLeadingZeros(upperBound + 1L);
    tagBits = Math.min(usable - DTYPE_BITS, Integer.bitCount(Mpi.MAX_TAG));
  }

  int maxTag() {
    return (1 << tagBits) - 1;
  }

  int wireTag(DType dtype, int tag) {
    return dtype.ordinal() + 1 << tagBits | tag;
  }

  int tag(int wireTag) {
    return wireTag & maxTag();
  }

  /** The dtype, null if the message does not come from this library. */
  DType dtype(int wireTag) {
    int code = (wireTag >> tagBits) - 1;
    return code >= 0 && code < DTYPES.length ? DTYPES[code] : null;
  }
}
