package orthant;

/** What an operation can be applied to: an array, or an expression that stands for one. */
public interface Operand {}
