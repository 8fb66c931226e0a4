package orthant.ufunc.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Who rehearses next. One after the other, each for a turn: who has lost rests for a while, longer each time, since it mostly waits for the
 * just-in-time compiler; meanwhile the others go on, and a few new ones begin, those first whose users have done most work. Who has lost
 * too often, or played too long, gives up for good.
 */
final class RehearsalQueue {
  /** How long a turn is meant to be. */
  static final long TURN = 25_000_000;

  /** The longest rest. */
  static final long REST = 200_000_000;

  private static final long FIRST_REST = 4_000_000;

  /** Lost turns after which one gives up: with their rests some ten seconds. */
  static final int TURNS = 60;

  /** Time played after which one gives up. */
  static final long PATIENCE = 5_000_000_000L;

  /**
   * How many wait for the compiler together. It has more to choose from if they are many, but then all of them are late; of one, it would
   * be idle while that one plays.
   */
  private static final int TOGETHER = 2;

  /** Turns after which one that still loses is no longer counted among these. */
  private static final int SOON = 12;

  private final LongSupplier clock;
  private final List<Entry> entries = new ArrayList<>();

  /** Guarded by the queue, as the list is. */
  private static final class Entry {
    final Rehearsals.Play play;
    int turns;
    int lost;
    long played;
    long restsUntil;

    Entry(Rehearsals.Play play) {
      this.play = play;
    }

    double rank() {
      return (double) play.work() / (turns + 1);
    }
  }

  /**
   * A queue that measures turns and rests with a clock.
   *
   * @param clock tells nanoseconds
   */
  RehearsalQueue(LongSupplier clock) {
    this.clock = clock;
  }

  synchronized void add(Rehearsals.Play play) {
    entries.add(new Entry(play));
    notifyAll();
  }

  /** How many have neither won nor given up. */
  synchronized int size() {
    return entries.size();
  }

  /**
   * Has one play a turn; to be called by one thread only.
   *
   * @return nanoseconds until another can; 0 if one can now, {@link Long#MAX_VALUE} if there is none
   */
  long next() {
    Entry entry = choose();
    if (entry != null) {
      play(entry);
    }
    return pause();
  }

  /** Waits until one can play. */
  synchronized void await() throws InterruptedException {
    for (long nanos = pause(); nanos > 0; nanos = pause()) {
      wait(nanos == Long.MAX_VALUE ? 0 : nanos / 1_000_000 + 1);
    }
  }

  private void play(Entry entry) {
    long begin = clock.getAsLong();
    Rehearsals.Outcome outcome = Rehearsals.Outcome.FAILED;
    try {
      outcome = entry.play.turn(TURN);
    } finally {
      end(entry, outcome, clock.getAsLong() - begin);
    }
  }

  private synchronized void end(Entry entry, Rehearsals.Outcome outcome, long took) {
    entry.turns++;
    entry.played += took;
    if (outcome == Rehearsals.Outcome.LOST) {
      entry.restsUntil = clock.getAsLong() + rest(entry.lost++, took);
    }
    boolean enough = entry.lost >= TURNS || entry.played > PATIENCE;
    if (outcome == Rehearsals.Outcome.FAILED || enough && outcome != Rehearsals.Outcome.WON) {
      entry.play.giveUp();
    } else if (outcome != Rehearsals.Outcome.WON) {
      return;
    }
    entries.remove(entry);
  }

  private static long rest(int lost, long took) {
    return (long) Math.min(REST, Math.max(3.0 * took, FIRST_REST * Math.pow(1.25, lost)));
  }

  /** Of those who have begun and do not rest the one most wanted; else a new one, if few are waiting for the compiler. */
  private synchronized Entry choose() {
    Entry begun = null;
    Entry fresh = null;
    for (Entry e : entries) {
      if (e.turns > 0 && rests(e) <= 0 && (begun == null || e.rank() > begun.rank())) {
        begun = e;
      } else if (e.turns == 0 && (fresh == null || e.rank() > fresh.rank())) {
        fresh = e;
      }
    }
    return begun != null ? begun : mayBegin() ? fresh : null;
  }

  private boolean mayBegin() {
    return entries.stream().filter(e -> e.turns > 0 && e.lost <= SOON).count() < TOGETHER;
  }

  private long rests(Entry entry) {
    return entry.restsUntil - clock.getAsLong();
  }

  private synchronized long pause() {
    boolean begin = mayBegin();
    long least = Long.MAX_VALUE;
    for (Entry e : entries) {
      if (e.turns > 0 || begin) {
        least = Math.min(least, e.turns == 0 ? 0 : Math.max(0, rests(e)));
      }
    }
    return least;
  }
}
