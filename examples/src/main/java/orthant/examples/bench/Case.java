package orthant.examples.bench;

import java.util.Map;
import java.util.function.Supplier;
import orthant.DType;
import orthant.NDArray;

/**
 * One thing to measure, written for both sides.
 *
 * @param op its name in the report; {@code _out} at the end means that the result goes to an array that is there already
 * @param dtype the type of the operands
 * @param n how many elements the result of the operation, or the operand of a reduction, has
 * @param ours does it once and returns the result
 * @param inputs the arrays, by the names that {@code numpy} has for them
 * @param setup what NumPy's side prepares outside of the loop
 * @param numpy the Python expression that does the same
 * @param tolerance how far the two results may be apart, relative to their size; 0 for the same bits
 * @param aim the ratio to reach, or 0
 * @param oneThread for a case on all cores: the same on one thread, which stands in for NumPy; else null
 */
record Case(
    String op,
    DType dtype,
    long n,
    Supplier<NDArray> ours,
    Map<String, NDArray> inputs,
    String setup,
    String numpy,
    double tolerance,
    double aim,
    Supplier<NDArray> oneThread) {}
