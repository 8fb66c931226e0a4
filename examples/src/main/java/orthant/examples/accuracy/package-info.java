/**
 * How exact the mathematical functions are: references of 100 bits and more, and the program that tries numbers against them.
 *
 * <p>May import: all of orthant.core, all of orthant.ufunc, orthant.examples.
 */
package orthant.examples.accuracy;
