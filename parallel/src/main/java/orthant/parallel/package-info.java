/**
 * The fork-join executor and the control of its threads.
 *
 * <p>May import: all of orthant.core.
 */
package orthant.parallel;
