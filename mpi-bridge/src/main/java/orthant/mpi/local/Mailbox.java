package orthant.mpi.local;

import java.util.ArrayDeque;
import java.util.Iterator;
import orthant.mpi.Mpi;
import orthant.mpi.MpiException.Reason;
import orthant.mpi.Status;
import orthant.mpi.local.Exchange.Receive;
import orthant.mpi.local.Exchange.Send;
import orthant.mpi.transport.Faults;
import orthant.mpi.transport.StridedCopy;

/**
 * Where sends and receives of one rank meet: messages that have come and nobody has asked for, and receives that no
 * message has come for, each in order. Matching takes the first that fits, which is MPI's rule that messages do not
 * overtake each other. A receive that meets another dtype fails; the message then waits for the next receive, as natively,
 * where another dtype is another tag, unless the receive was for any tag and so has taken it. The copy is made outside of
 * the lock by whoever came second, straight from view to view.
 */
final class Mailbox {
  /** Messages up to this size are copied when nobody waits for them, so that the sender can go on. */
  private static final long EAGER_BYTES = 4096;

  private final ArrayDeque<Send> messages = new ArrayDeque<>();
  private final ArrayDeque<Receive> receives = new ArrayDeque<>();

  void deliver(Send send) {
    Receive match = null;
    synchronized (this) {
      for (Iterator<Receive> i = receives.iterator(); match == null && i.hasNext(); ) {
        var receive = i.next();
        if (receive.matches(send)) {
          i.remove();
          if (receive.accepts(send)) {
            match = receive;
          } else if (receive.tag == Mpi.ANY_TAG) {
            send.sent();
            return;
          }
        }
      }
      if (match == null) {
        if (send.message.bytes() <= EAGER_BYTES) {
          send.sentByCopy();
        }
        messages.add(send);
        return;
      }
    }
    transfer(send, match);
  }

  void post(Receive receive) {
    Send match = null;
    synchronized (this) {
      for (Iterator<Send> i = messages.iterator(); match == null && i.hasNext(); ) {
        var send = i.next();
        if (receive.matches(send)) {
          if (receive.accepts(send)) {
            i.remove();
            match = send;
          } else {
            if (receive.tag == Mpi.ANY_TAG) {
              i.remove();
              send.done();
            }
            return;
          }
        }
      }
      if (match == null) {
        receives.add(receive);
        return;
      }
    }
    transfer(match, receive);
  }

  /** Takes back what nobody has taken yet. */
  synchronized boolean withdraw(Exchange exchange) {
    return switch (exchange) {
      case Send send -> messages.remove(send);
      case Receive receive -> receives.remove(receive);
    };
  }

  /** Ends what is left when the ranks have ended, so that the arrays are released. */
  synchronized void drop() {
    for (var receive : receives) {
      receive.fail(Reason.RANK_FAILED, "all ranks have ended; nobody will send any more");
    }
    for (var send : messages) {
      if (send.ended()) {
        send.done();
      } else {
        send.fail(Reason.RANK_FAILED, "all ranks have ended; nobody will receive any more");
      }
    }
    receives.clear();
    messages.clear();
  }

  private static void transfer(Send send, Receive receive) {
    long count = send.payload.count();
    if (count > receive.message.count()) {
      receive.fail(Reason.TRUNCATED, Faults.truncated(receive.owner, receive.message, send.owner, send.tag, count));
    } else {
      try {
        StridedCopy.copy(send.payload, receive.message, count);
        receive.finish(new Status(send.owner, send.tag, count, receive.message.dtype()));
      } catch (Throwable e) {
        // A mapped file that has become shorter, for one. The other rank must not wait for ever.
        receive.fail(Reason.LIBRARY, "copying " + send.payload + " failed: " + e);
      }
    }
    send.done();
  }

  /** What is here, for the report of a deadlock. */
  synchronized String waitingText() {
    if (messages.isEmpty()) {
      return "";
    }
    var text = new StringBuilder(" (has, unasked for:");
    int shown = 0;
    for (var send : messages) {
      if (++shown > 4) {
        text.append(" ...");
        break;
      }
      text.append(shown == 1 ? " " : ", ").append(send.message);
      text.append(" from rank ").append(send.owner).append(" with tag ").append(send.tag);
    }
    return text.append(')').toString();
  }
}
