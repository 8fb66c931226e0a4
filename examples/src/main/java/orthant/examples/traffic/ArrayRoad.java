package orthant.examples.traffic;

import static orthant.DType.bool;
import static orthant.Nd.array;
import static orthant.Nd.empty;

import java.util.Arrays;
import orthant.NDArray;
import orthant.ufunc.Ufuncs;

/**
 * A stretch of road in an array with one more cell at each end, a copy of the neighbour's: the same few lines are the
 * program for one core, for all cores and for one rank of many, which differ in who fills those two cells.
 */
final class ArrayRoad {
  /** Fills the two outer cells of a stretch with the cells next to it. */
  interface Ends {
    void fill(Cells cells);
  }

  /** The cells of the stretch at one time, and the views of them that a step needs. */
  record Cells(NDArray all, NDArray here, NDArray behind, NDArray ahead, NDArray first, NDArray last, NDArray beforeFirst,
      NDArray afterLast) {
    static Cells of(NDArray all) {
      return new Cells(all, all.get("1:-1"), all.get(":-2"), all.get("2:"), all.get("1:2"), all.get("-2:-1"), all.get("0:1"),
          all.get("-1:"));
    }
  }

  /** A stretch that is the whole ring: its own ends meet. */
  static final Ends RING = cells -> {
    cells.beforeFirst().assign(cells.last());
    cells.afterLast().assign(cells.first());
  };

  private final Ends ends;
  private final NDArray moving;
  private Cells now;
  private Cells next;

  ArrayRoad(boolean[] road, Ends ends) {
    this.ends = ends;
    now = Cells.of(empty(bool, road.length + 2));
    next = Cells.of(empty(bool, road.length + 2));
    moving = empty(bool, road.length);
    now.here().assign(array(road));
  }

  /** Lets every car look ahead once; tells how many of them moved. */
  long step() {
    ends.fill(now);
    // a car stays if blocked; an empty cell gets who is behind it
    Ufuncs.where.into(next.here()).apply(now.here(), now.ahead(), now.behind());
    long moved = Ufuncs.greater.into(moving).apply(now.here(), now.ahead()).sum().getLong();
    var old = now;
    now = next;
    next = old;
    return moved;
  }

  /** The cells without the outer two. */
  NDArray cells() {
    return now.here();
  }

  /** The cars that moved in the last step. */
  NDArray moving() {
    return moving;
  }

  static Run run(Setting setting) {
    return new ArrayRoad(setting.start(), RING).run(setting.steps());
  }

  /** Makes some steps. */
  Run run(int steps) {
    var moved = new long[steps];
    long begin = System.nanoTime();
    Arrays.setAll(moved, step -> step());
    return new Run(moved, System.nanoTime() - begin);
  }
}
