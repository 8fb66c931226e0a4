package orthant.kernel;

import java.util.List;
import orthant.expr.Program;
import orthant.op.Combine;

/** Where loops come from: interpreted here, compiled elsewhere. Found by {@link java.util.ServiceLoader}. */
public interface KernelSource {
  /**
   * The name by which it can be asked for.
   *
   * @return for example {@code reference}
   */
  String name();

  /**
   * Which source is taken when none is asked for: the highest.
   *
   * @return 0 for the reference
   */
  int priority();

  /**
   * What this machine or this start of Java lacks for the source to work.
   *
   * @return one sentence that says how to get it, or null if nothing is missing
   */
  default String missing() {
    return null;
  }

  /**
   * A loop that computes one result an element.
   *
   * @param body what to compute
   * @param steps how each operand moves, inputs first, then the output
   * @return a kernel for the map frame
   */
  Kernel map(Program body, List<Step> steps);

  /**
   * A loop that finds the first element of a row for which a predicate holds.
   *
   * @param predicate what to compute; a bool result
   * @param steps how each input moves
   * @return a kernel for the find frame
   */
  Kernel find(Program predicate, List<Step> steps);

  /**
   * A loop that changes elements at places, one after the other, so that a place named twice is changed twice.
   *
   * @param body what to compute
   * @param placed how many inputs, from the first, lie at the places, as all outputs do
   * @param indexed whether the frame ends with an array of positions of elements side by side, not with a list of places
   * @return a kernel for the scatter frame
   */
  Kernel scatter(Program body, int placed, boolean indexed);

  /**
   * A loop that combines elements, or what a program makes of them.
   *
   * @param combine how
   * @param element computes what is combined from its operands, in the type to combine in and to store
   * @param steps how each operand moves from one element to the next
   * @return a kernel for the fold frame
   */
  Kernel fold(Combine combine, Program element, List<Step> steps);

  /**
   * A loop that copies the elements whose masks are true.
   *
   * @param item bytes of an element: 1, 2, 4 or 8
   * @return a kernel for the select frame
   */
  default Kernel select(int item) {
    return Select.elements(item);
  }

  /**
   * A loop that lists the positions at which masks are true.
   *
   * @return a kernel for the select frame
   */
  default Kernel positions() {
    return Select.positions();
  }

  /**
   * A loop that makes rows of columns.
   *
   * @param item bytes of an element, for which {@link Turn#turns}
   * @return a kernel for the turn frame
   */
  default Kernel turn(int item) {
    return Turn.of(item);
  }
}
