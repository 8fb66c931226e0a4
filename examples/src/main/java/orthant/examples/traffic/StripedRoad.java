package orthant.examples.traffic;

import orthant.DType;
import orthant.NDArray;
import orthant.ufunc.Lazy;

/**
 * The road cut into 64 stretches of equal length that lie side by side, one in each bit of the words. The neighbours of the
 * cells in a word are the words next to it, so that bits are shifted at the ends alone: where a stretch ends, the one in the
 * next bit begins.
 */
final class StripedRoad extends FusedRoad {
  StripedRoad(boolean[] road) {
    super(DType.uint64, words(road));
    start(road);
  }

  @Override
  Lazy behind(Lazy before, Lazy here) {
    return before;
  }

  @Override
  Lazy ahead(Lazy here, Lazy after) {
    return after;
  }

  @Override
  void ends(NDArray last, NDArray beforeFirst, NDArray first, NDArray afterLast) {
    beforeFirst.assign(last.bitwiseLeftShift(1).bitwiseOr(last.bitwiseRightShift(63)));
    afterLast.assign(first.bitwiseRightShift(1).bitwiseOr(first.bitwiseLeftShift(63)));
  }

  @Override
  NDArray pack(NDArray cells) {
    return fromBits(cells.reshape(Long.SIZE, -1).transpose());
  }

  @Override
  NDArray unpack(NDArray elements) {
    return toBits(elements).transpose().reshape(-1);
  }
}
