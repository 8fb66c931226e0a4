package orthant.expr;

/**
 * One step of a program.
 *
 * @param prim what it does
 * @param lane what it results in
 * @param a the step that computes the first operand, or -1
 * @param b the step that computes the second operand, or -1
 * @param c the step that computes the third operand, or -1
 * @param bits the value of a constant, in the low bits, or the number of an operand
 */
public record Instr(Prim prim, Lane lane, int a, int b, int c, long bits) {}
