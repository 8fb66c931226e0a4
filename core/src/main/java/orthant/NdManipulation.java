package orthant;

/** Functions that join, split, repeat, pad and rearrange arrays. */
abstract class NdManipulation extends NdIndexing {}
