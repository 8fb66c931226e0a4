package orthant.ufunc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import orthant.ufunc.compile.Rehearsals.Outcome;
import org.junit.jupiter.api.Test;

/** Who rehearses when, on a clock that moves only when somebody plays or the queue waits. */
class RehearsalQueueTest {
  private static final long MILLIS = 1_000_000;

  private long now;
  private final RehearsalQueue queue = new RehearsalQueue(() -> now);
  private final List<String> played = new ArrayList<>();

  private class Player implements Rehearsals.Play {
    final String name;
    final int winsAfter;
    final long takes;
    long work = 1000;
    int turns;
    long ended = -1;
    boolean gaveUp;

    Player(String name, int winsAfter, long takes) {
      this.name = name;
      this.winsAfter = winsAfter;
      this.takes = takes;
      queue.add(this);
    }

    @Override
    public long work() {
      return work;
    }

    @Override
    public Outcome turn(long nanos) {
      assertEquals(RehearsalQueue.TURN, nanos);
      played.add(name);
      now += takes;
      if (++turns == winsAfter) {
        ended = now;
        return Outcome.WON;
      }
      return Outcome.LOST;
    }

    @Override
    public void giveUp() {
      assertFalse(gaveUp);
      gaveUp = true;
      ended = now;
    }
  }

  private Player winner(String name, int turns) {
    return new Player(name, turns, 10 * MILLIS);
  }

  private Player loser(String name) {
    return new Player(name, -1, 10 * MILLIS);
  }

  /** Plays until nobody is left. */
  private void run() {
    for (long pause = queue.next(); pause < Long.MAX_VALUE; pause = queue.next()) {
      now += pause;
    }
    assertEquals(0, queue.size());
  }

  @Test
  void oneThatNeverWinsHoldsUpNobody() {
    loser("slow");
    List<Player> quick = IntStream.range(0, 20).mapToObj(i -> winner("quick" + i, 3)).toList();
    run();
    assertTrue(quick.stream().allMatch(p -> p.ended > 0 && !p.gaveUp));
    long last = quick.stream().mapToLong(p -> p.ended).max().orElseThrow();
    assertTrue(last < 20 * 3 * 60 * MILLIS, "the last one changed over after " + last / MILLIS + " ms");
  }

  @Test
  void manyThatNeverWinHoldUpNobody() {
    List<Player> losers = IntStream.range(0, 30).mapToObj(i -> loser("slow" + i)).toList();
    losers.forEach(p -> p.work = 5000);
    Player late = winner("late", 3);
    run();
    assertTrue(losers.stream().allMatch(p -> p.gaveUp));
    assertTrue(late.ended < 20_000 * MILLIS, "after " + late.ended / MILLIS + " ms");
  }

  @Test
  void whoLosesTooOftenGivesUpForGood() {
    Player never = loser("never");
    run();
    assertTrue(never.gaveUp);
    assertEquals(RehearsalQueue.TURNS, never.turns);
    assertEquals(Long.MAX_VALUE, queue.next());
    assertEquals(RehearsalQueue.TURNS, never.turns);
  }

  @Test
  void whoPlaysTooLongGivesUp() {
    Player endless = new Player("endless", -1, 600 * MILLIS) {
      @Override
      public Outcome turn(long nanos) {
        super.turn(nanos);
        return Outcome.ON;
      }
    };
    run();
    assertTrue(endless.gaveUp);
    assertEquals(RehearsalQueue.PATIENCE / (600 * MILLIS) + 1, endless.turns);
  }

  @Test
  void patienceCountsOwnTurnsOnly() {
    Player patient = winner("patient", 50);
    IntStream.range(0, 200).forEach(i -> winner("other" + i, 4));
    run();
    assertFalse(patient.gaveUp);
    assertEquals(50, patient.turns);
  }

  @Test
  void whatIsWantedMostBeginsFirst() {
    winner("seldom", 1).work = 100;
    winner("often", 1).work = 10_000;
    winner("sometimes", 1).work = 1000;
    run();
    assertEquals(List.of("often", "sometimes", "seldom"), played);
  }

  @Test
  void workThatIsDoneWhileWaitingCounts() {
    winner("first", 1).work = 200;
    Player second = winner("second", 1);
    second.work = 100;
    second.work = 300;
    run();
    assertEquals(List.of("second", "first"), played);
  }

  @Test
  void fewWaitForTheCompilerTogether() {
    IntStream.range(0, 10).forEach(i -> loser("p" + i));
    for (int i = 0; i < 8; i++) {
      now += queue.next();
    }
    assertEquals(2, played.stream().distinct().count(), played.toString());
  }

  @Test
  void whoHasLostRestsLongerThanItPlayed() {
    loser("alone");
    long pause = queue.next();
    assertTrue(pause >= 3 * 10 * MILLIS && pause <= RehearsalQueue.REST, "" + pause);
    assertTrue(queue.next() > 0);
    assertEquals(1, played.size());
  }

  @Test
  void anErrorEndsOneRehearsalOnly() {
    Player broken = new Player("broken", -1, MILLIS) {
      @Override
      public Outcome turn(long nanos) {
        throw new IllegalStateException("the kernel could not be made");
      }
    };
    broken.work = 9999;
    Player other = winner("other", 2);
    assertThrows(IllegalStateException.class, queue::next);
    assertTrue(broken.gaveUp);
    run();
    assertTrue(other.ended > 0);
  }
}
