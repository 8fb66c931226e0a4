package orthant.examples.traffic;

/** The road as anybody would write it first: a loop over the cells. */
final class LoopRoad {
  private LoopRoad() {}

  static Run run(Setting setting) {
    var road = setting.start();
    var next = new boolean[road.length];
    var moved = new long[setting.steps()];
    long begin = System.nanoTime();
    for (int step = 0; step < moved.length; step++) {
      moved[step] = step(road, next);
      var old = road;
      road = next;
      next = old;
    }
    return new Run(moved, System.nanoTime() - begin);
  }

  /** Writes the road as it is a step later; tells how many cars moved. */
  static long step(boolean[] road, boolean[] next) {
    int n = road.length;
    long moved = 0;
    for (int i = 0; i < n; i++) {
      if (road[i]) {
        boolean blocked = road[i + 1 < n ? i + 1 : 0];
        next[i] = blocked;
        if (!blocked) {
          moved++;
        }
      } else {
        next[i] = road[i > 0 ? i - 1 : n - 1];
      }
    }
    return moved;
  }
}
