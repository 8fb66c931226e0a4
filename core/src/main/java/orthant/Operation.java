package orthant;

/**
 * An operation of the library's table, such as {@code add} or {@code sum}: what the methods of arrays and lazy
 * expressions hand to the engine. Opaque to users.
 */
public sealed interface Operation permits orthant.op.Op, orthant.plan.Fold {
  /**
   * The name.
   *
   * @return the array API's name in camelCase
   */
  String name();
}
