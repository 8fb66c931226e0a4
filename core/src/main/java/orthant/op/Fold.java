package orthant.op;
import orthant.Operation;
/** A reduction. */
public record Fold(String name) implements Operation {}
