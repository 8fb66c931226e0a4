/**
 * The fork-join executor and the control of its threads.
 *
 * <p>May import: every exported package of core.
 */
package orthant.parallel;
