/**
 * Where the bytes live: storage, pools, scopes, and the one segment over all memory.
 *
 * <p>May import: orthant (DType), orthant.layout.
 */
package orthant.memory;
