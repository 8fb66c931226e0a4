package orthant;

/** Functions that read and write arrays as files and as text. */
abstract class NdFiles extends NdTypes {}
