package orthant.examples.traffic;

import orthant.DType;
import orthant.NDArray;
import orthant.ufunc.Lazy;

/** The road with a byte for each cell: its neighbours are the road itself, seen one byte further. */
final class ByteRoad extends FusedRoad {
  ByteRoad(boolean[] road) {
    super(DType.int8, road.length);
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
    beforeFirst.assign(last);
    afterLast.assign(first);
  }

  @Override
  NDArray pack(NDArray cells) {
    return cells.astype(DType.int8);
  }

  @Override
  NDArray unpack(NDArray elements) {
    return elements.astype(DType.bool);
  }
}
