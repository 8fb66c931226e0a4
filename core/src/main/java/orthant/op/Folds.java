package orthant.op;
/** Rows. */
public final class Folds {
  private Folds() {}
  /** sum. */
  public static final Fold SUM = new Fold("sum");
  /** prod. */
  public static final Fold PROD = new Fold("prod");
  /** min. */
  public static final Fold MIN = new Fold("min");
  /** max. */
  public static final Fold MAX = new Fold("max");
  /** argMin. */
  public static final Fold ARG_MIN = new Fold("argMin");
  /** argMax. */
  public static final Fold ARG_MAX = new Fold("argMax");
  /** mean. */
  public static final Fold MEAN = new Fold("mean");
  /** var. */
  public static final Fold VAR = new Fold("var");
  /** std. */
  public static final Fold STD = new Fold("std");
  /** any. */
  public static final Fold ANY = new Fold("any");
  /** all. */
  public static final Fold ALL = new Fold("all");
}
