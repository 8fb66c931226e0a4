package orthant.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;
import orthant.Index;

/**
 * Draws basic indices of a shape.
 *
 * @param shape what is indexed
 */
record IndexDraws(long... shape) implements Candidate.Rule<List<IndexDraws.Entry>> {
  /** What an entry is, the simplest first. */
  enum Form {
    ALL,
    AT,
    SLICE,
    NEW_AXIS,
    ELLIPSIS
  }

  /**
   * One entry.
   *
   * @param form what it is
   * @param start the position, or where a slice begins; null for its end
   * @param stop where a slice ends; null for the end
   * @param step from one element to the next
   */
  record Entry(Form form, Long start, Long stop, long step) {
    Index index() {
      return switch (form) {
        case ALL -> Index.all();
        case AT -> Index.at(start);
        case NEW_AXIS -> Index.newAxis();
        case ELLIPSIS -> Index.ellipsis();
        case SLICE -> (start != null && stop != null ? Index.slice(start, stop) : start != null ? Index.from(start)
            : stop != null ? Index.until(stop) : Index.all()).by(step);
      };
    }

    long complexity() {
      long size = 4L * form.ordinal() + 2 * Math.abs(step - 1) + (step < 1 ? 1 : 0);
      return size + 100 * (bound(start) + bound(stop));
    }

    private static long bound(Long at) {
      return at == null ? 0 : 1 + 2 * Math.abs(at) + (at < 0 ? 1 : 0);
    }
  }

  private static Entry plain(Form form) {
    return new Entry(form, null, null, 1);
  }

  List<Entry> draw(Random random) {
    List<Entry> entries = new ArrayList<>();
    for (long side : shape) {
      int choice = random.nextInt(10);
      if (choice < 2) {
        entries.add(plain(Form.ALL));
      } else if (choice < 5 && side > 0) {
        entries.add(new Entry(Form.AT, random.nextLong(-side, side), null, 1));
      } else {
        LongSupplier bound = () -> random.nextLong(-side - 2, side + 3);
        long step = random.nextInt(4) > 0 ? 1 : random.nextLong(1, side + 3);
        entries.add(new Entry(Form.SLICE, random.nextInt(3) == 0 ? null : bound.getAsLong(), random.nextInt(3) == 0 ? null : bound.getAsLong(),
            random.nextInt(3) == 0 ? -step : step));
      }
    }
    while (random.nextInt(4) == 0) {
      entries.add(random.nextInt(entries.size() + 1), plain(Form.NEW_AXIS));
    }
    if (random.nextInt(3) == 0) {
      int at = random.nextInt(entries.size() + 1);
      // An ellipsis takes the place of whole axes around it, if there are any.
      while (at < entries.size() && entries.get(at).form == Form.ALL && random.nextInt(4) > 0) {
        entries.remove(at);
      }
      entries.add(at, plain(Form.ELLIPSIS));
    } else {
      while (!entries.isEmpty() && entries.getLast().form == Form.ALL && random.nextBoolean()) {
        entries.removeLast();
      }
    }
    return entries;
  }

  @Override
  public Stream<List<Entry>> simpler(List<Entry> entries) {
    return IntStream.range(0, entries.size()).boxed().flatMap(i -> {
      Entry e = entries.get(i);
      Stream<Entry> simple = switch (e.form) {
        case ALL, ELLIPSIS, NEW_AXIS -> Stream.empty();
        case AT -> Stream.of(plain(Form.ALL), new Entry(Form.AT, 0L, null, 1), new Entry(Form.AT, Math.max(0, Math.abs(e.start) - 1), null, 1));
        case SLICE -> Stream.of(plain(Form.ALL), new Entry(e.form, null, e.stop, e.step), new Entry(e.form, e.start, null, e.step),
            new Entry(e.form, e.start, e.stop, 1), new Entry(e.form, e.start, e.stop, e.step < 0 ? -1 : 1),
            new Entry(e.form, e.start == null ? null : e.start / 2, e.stop, e.step),
            new Entry(e.form, e.start, e.stop == null ? null : e.stop / 2, e.step));
      };
      Stream<List<Entry>> changed = simple.map(s -> {
        List<Entry> list = new ArrayList<>(entries);
        list.set(i, s);
        return list;
      });
      boolean spare = e.form == Form.NEW_AXIS || e.form == Form.ELLIPSIS || e.form == Form.ALL && i == entries.size() - 1;
      if (!spare) {
        return changed;
      }
      List<Entry> fewer = new ArrayList<>(entries);
      fewer.remove((int) i);
      return Stream.concat(Stream.of(fewer), changed);
    });
  }

  @Override
  public ShrinkingDistance distance(List<Entry> entries) {
    return ShrinkingDistance.of(entries.size(), entries.stream().mapToLong(Entry::complexity).sum());
  }
}
