/**
 * The executor, its pool, and the way several threads share the tasks of a plan.
 *
 * <p>May import: orthant.kernel (Executor, ThreadLimit).
 */
package orthant.parallel.pool;
