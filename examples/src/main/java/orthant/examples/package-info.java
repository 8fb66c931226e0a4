/**
 * Lessons, the shell and the benchmarks, each one a subcommand.
 *
 * <p>May import: every exported package of the other modules.
 */
package orthant.examples;
