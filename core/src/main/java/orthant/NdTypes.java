package orthant;

/** Functions about element types: promotion, casting rules, limits. */
abstract class NdTypes extends NdManipulation {}
