package orthant.examples;

/** Keeps the package from being empty; whoever adds the first real class deletes this file. */
final class Placeholder {}
