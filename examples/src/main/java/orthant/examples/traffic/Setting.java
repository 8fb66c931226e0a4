package orthant.examples.traffic;

import java.util.SplittableRandom;

/**
 * One experiment on the ring road.
 *
 * @param cells the length of the ring
 * @param steps how often every car looks ahead
 * @param density the share of cells with a car at the start, on average
 * @param seed where the cars stand depends on this and the density alone
 */
record Setting(int cells, int steps, double density, long seed) {
  Setting {
    if (cells < 2 || steps < 1) {
      throw new IllegalArgumentException("a road of " + cells + " cells and " + steps
          + " steps; there must be 2 cells and 1 step at least");
    }
    if (!(density > 0 && density <= 1)) {
      throw new IllegalArgumentException("the density is " + density + "; it must be above 0 and at most 1");
    }
  }

  /** Where the cars stand at the start; one car at least. */
  boolean[] start() {
    var random = new SplittableRandom(seed);
    var road = new boolean[cells];
    boolean any = false;
    for (int i = 0; i < cells; i++) {
      road[i] = random.nextDouble() < density;
      any |= road[i];
    }
    road[0] |= !any;
    return road;
  }

  int cars() {
    int cars = 0;
    for (boolean car : start()) {
      cars += car ? 1 : 0;
    }
    return cars;
  }
}
