package orthant;

/**
 * The operations that work element by element, as methods: each is one line over {@link #apply}, so arrays compute at
 * once and lazy expressions only note what to compute.
 *
 * <p>Operands broadcast. Types promote as in NumPy 2: two arrays to the smallest type that holds both; Java numbers are
 * weak, so a {@code float32} array times {@code 2.0} stays {@code float32}. Every method throws
 * {@link IllegalArgumentException} if shapes do not broadcast or the operation is not defined for the types, and
 * {@link IllegalStateException} if an operand's memory was released.
 *
 * @param <A> what a method returns
 * @param <P> what a second operand may be
 */
public interface Elementwise<A, P> extends Arithmetic<A, P>, Comparing<A, P>, Digits<A, P>, Functions<A, P> {}
