package orthant.kernel;

import orthant.DType;

/**
 * A stack of matrix products c = a b, planned and checked: what a {@link MatrixProduct} has to do.
 *
 * <p>The addresses and strides stay inside live arrays, c overlaps with neither a nor b, and the columns of c follow each
 * other without gaps. Everything is in bytes. The stack has been merged as far as it can be, so most loops have at most
 * one stack axis.
 *
 * @param dtype the element type of all three
 * @param m rows of a and c
 * @param n columns of b and c
 * @param k columns of a and rows of b; may be 0, and then c becomes zero
 * @param a the left operand's first matrix
 * @param b the right operand's first matrix
 * @param c the result's first matrix
 * @param stack how many matrices there are along each stack axis; none of the sizes is 0
 * @param aStack from one matrix of a to the next, for each stack axis; 0 where a is broadcast
 * @param bStack the same for b
 * @param cStack the same for c
 */
public record MatrixLoop(
    DType dtype, long m, long n, long k, Grid a, Grid b, Grid c, long[] stack, long[] aStack, long[] bStack, long[] cStack) {

  /**
   * Where a matrix lies.
   *
   * @param address its element (0, 0)
   * @param row bytes from one row to the next
   * @param column bytes from one column to the next
   */
  public record Grid(long address, long row, long column) {
    /**
     * The same matrix, rows for columns.
     *
     * @return the transposed grid
     */
    public Grid transposed() {
      return new Grid(address, column, row);
    }
  }

  /** What is done for one matrix of the stack. */
  @FunctionalInterface
  public interface Body {
    /**
     * Handles one product.
     *
     * @param a address of the left matrix
     * @param b address of the right matrix
     * @param c address of the result
     */
    void accept(long a, long b, long c);
  }

  /**
   * The number of products.
   *
   * @return 1 without stack axes
   */
  public long count() {
    long count = 1;
    for (long size : stack) {
      count *= size;
    }
    return count;
  }

  /**
   * Visits every product in C order.
   *
   * @param body called once for each
   */
  public void forEach(Body body) {
    int axes = stack.length;
    long pa = a.address();
    long pb = b.address();
    long pc = c.address();
    if (axes == 0) {
      body.accept(pa, pb, pc);
      return;
    }
    int last = axes - 1;
    long[] index = new long[axes];
    while (true) {
      for (long i = 0; i < stack[last]; i++) {
        body.accept(pa + i * aStack[last], pb + i * bStack[last], pc + i * cStack[last]);
      }
      int axis = last - 1;
      while (axis >= 0 && index[axis] == stack[axis] - 1) {
        pa -= index[axis] * aStack[axis];
        pb -= index[axis] * bStack[axis];
        pc -= index[axis] * cStack[axis];
        index[axis--] = 0;
      }
      if (axis < 0) {
        return;
      }
      index[axis]++;
      pa += aStack[axis];
      pb += bStack[axis];
      pc += cStack[axis];
    }
  }
}
