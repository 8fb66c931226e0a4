/**
 * From the bytecode of a lambda to an expression.
 *
 * <p>May import: orthant (Complex, DType), orthant.expr, orthant.op (Op, Ops).
 */
package orthant.ufunc.lambda;
