package orthant;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import orthant.memory.Memory;
import orthant.memory.Sites;

/**
 * What memory the arrays of this process hold.
 *
 * <pre>{@code
 * MemoryReport.recordSites(true);                    // or -Dorthant.memory.sites=true; costs about a microsecond a block
 * ...
 * System.out.println(MemoryReport.afterCollection());
 * }</pre>
 *
 * @param live bytes lent to arrays: those in use, and those of unreachable arrays that are not found yet; small arrays count
 *     by the blocks of 32 or 256 KB that they are cut from
 * @param pooled bytes that wait for their next use
 * @param borrowed bytes of native segments of other owners under reachable arrays
 * @param mapped bytes of mapped files under reachable arrays
 * @param holders who has the live bytes, the largest first; empty if nobody has
 */
public record MemoryReport(long live, long pooled, long borrowed, long mapped, List<Holder> holders) {
  /** How many holders the text names. */
  private static final int NAMED = 10;

  /**
   * Memory asked for at one place.
   *
   * @param bytes how many
   * @param blocks of how many arrays, or of slabs of small ones
   * @param site the operation and the line that called it, such as {@code NdCreation.zeros at Main.main(Main.java:7)}; empty for what
   *     was made while sites were not recorded
   */
  public record Holder(long bytes, long blocks, String site) {}

  /**
   * A report, its list not to be changed.
   *
   * @param live bytes lent to arrays
   * @param pooled bytes that wait
   * @param borrowed bytes of other owners
   * @param mapped bytes of files
   * @param holders who has the live bytes
   */
  public MemoryReport {
    holders = List.copyOf(holders);
  }

  /**
   * How things are now; arrays that are unreachable, but not yet found to be, count as live.
   *
   * @return the report
   */
  public static MemoryReport now() {
    var holders = Memory.holders().entrySet().stream().map(e -> new Holder(e.getValue()[0], e.getValue()[1], e.getKey()))
        .sorted(Comparator.comparingLong(Holder::bytes).reversed().thenComparing(Holder::site)).toList();
    return new MemoryReport(holders.stream().mapToLong(Holder::bytes).sum(), Memory.pooled(), Memory.borrowed(false), Memory.borrowed(true),
        holders);
  }

  /**
   * How things are after a garbage collection ({@code System.gc()}), so that hardly anything unreachable counts as live.
   *
   * @return the report
   */
  public static MemoryReport afterCollection() {
    Memory.collect();
    return now();
  }

  /**
   * Switches on or off that memory remembers where it was asked for; without this call the property {@code
   * orthant.memory.sites} says which. Memory that exists already is not changed. While it is off, nothing is looked up.
   *
   * @param on whether to record sites from now on, in all threads
   */
  public static void recordSites(boolean on) {
    Sites.record(on);
  }

  /** Several lines for people: the sums, then the ten largest holders. */
  @Override
  public String toString() {
    var text = new StringBuilder("live " + size(live) + ", pooled " + size(pooled) + ", borrowed " + size(borrowed) + ", mapped " + size(mapped));
    for (var holder : holders.subList(0, Math.min(NAMED, holders.size()))) {
      text.append("\n%12s  %6d %s  ".formatted(size(holder.bytes), holder.blocks, holder.blocks == 1 ? "block " : "blocks"))
          .append(holder.site.isEmpty() ? "(sites were not recorded: MemoryReport.recordSites(true))" : holder.site);
    }
    if (holders.size() > NAMED) {
      long rest = holders.subList(NAMED, holders.size()).stream().mapToLong(Holder::bytes).sum();
      text.append("\n%12s  at %d other places".formatted(size(rest), holders.size() - NAMED));
    }
    return text.toString();
  }

  private static String size(long bytes) {
    if (bytes < 1 << 10) {
      return bytes + " bytes";
    }
    int unit = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
    return String.format(Locale.ROOT, "%.1f %cB", bytes / (double) (1L << 10 * unit), "KMGTPE".charAt(unit - 1));
  }
}
