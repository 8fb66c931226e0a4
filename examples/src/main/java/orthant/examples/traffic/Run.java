package orthant.examples.traffic;

import java.util.Arrays;

/**
 * What a version of the program found, and how long it took.
 *
 * @param moved how many cars moved in each step
 * @param nanos the time of all steps
 */
record Run(long[] moved, long nanos) {
  /** Moves a car and step: 1 if everybody always moves. */
  double velocity(Setting setting) {
    return Arrays.stream(moved).sum() / ((double) setting.cars() * setting.steps());
  }

  /** Million cell operations a second. */
  double mcops(Setting setting) {
    return (double) setting.cells() * setting.steps() / nanos * 1e3;
  }
}
