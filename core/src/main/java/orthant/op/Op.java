package orthant.op;
import orthant.Operation;
/** An elementwise operation. */
public record Op(String name, int arity) implements Operation {}
