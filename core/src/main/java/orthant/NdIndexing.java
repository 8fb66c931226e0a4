package orthant;

/** Functions that read and write parts of arrays: by position, by mask, by index arrays. */
abstract class NdIndexing extends NdReductions {}
