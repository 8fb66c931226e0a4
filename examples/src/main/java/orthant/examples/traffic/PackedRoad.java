package orthant.examples.traffic;

import orthant.DType;
import orthant.NDArray;
import orthant.ufunc.Lazy;

/**
 * The road with 64 cells that follow each other in each word, the lowest bit being the first cell. To move the road by a
 * cell is to shift all words by a bit, and to carry in the bit that falls out of the neighbour.
 */
final class PackedRoad extends FusedRoad {
  PackedRoad(boolean[] road) {
    super(DType.uint64, words(road));
    start(road);
  }

  @Override
  Lazy behind(Lazy before, Lazy here) {
    return here.bitwiseLeftShift(1).bitwiseOr(before.bitwiseRightShift(63));
  }

  @Override
  Lazy ahead(Lazy here, Lazy after) {
    return here.bitwiseRightShift(1).bitwiseOr(after.bitwiseLeftShift(63));
  }

  @Override
  void ends(NDArray last, NDArray beforeFirst, NDArray first, NDArray afterLast) {
    beforeFirst.assign(last);
    afterLast.assign(first);
  }

  @Override
  NDArray pack(NDArray cells) {
    return fromBits(cells.reshape(-1, Long.SIZE));
  }

  @Override
  NDArray unpack(NDArray elements) {
    return toBits(elements).reshape(-1);
  }
}
