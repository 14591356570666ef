/** Tries from this device what a game needs: plain requests, a socket that stays open, the server's clock, storage. */
import { type Answered, clockOf, type Finding, latencyOf } from './findings.ts';

const TRIES = 5;
const PATIENCE_MS = 5000;

/** Each finding as it is made. */
export async function probe(found: (finding: Finding) => void): Promise<void> {
  const answers = await askTime();
  found({ name: 'http', verdict: answers.length > 0 ? 'works' : 'fails', ms: null });
  found({ name: 'websocket', verdict: (await socketOpens()) ? 'works' : 'fails', ms: null });
  if (answers.length > 0) {
    found(latencyOf(answers));
    found(clockOf(answers));
  }
  found({ name: 'storage', verdict: storageWorks() ? 'works' : 'slow', ms: null });
}

async function askTime(): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  for (let i = 0; i < TRIES; i++) {
    try {
      const askedMs = Date.now();
      const response = await fetch('/api/time', { signal: AbortSignal.timeout(PATIENCE_MS), cache: 'no-store' });
      const hadMs = Date.now();
      const { nowMs } = (await response.json()) as { nowMs: unknown };
      if (typeof nowMs === 'number') answers.push({ serverMs: nowMs, askedMs, hadMs });
    } catch {
      // One that fails among several is what the median is for; none at all is the finding.
    }
  }
  return answers;
}

/**
 * A socket to a room that is not there: whatever the server says to it, once it has been opened the way is free. What stands
 * in the way of sockets (a proxy that knows only pages) does so before that.
 */
function socketOpens(): Promise<boolean> {
  return new Promise((done) => {
    const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/check/NOROOM?sessionId=check`;
    const socket = new WebSocket(address);
    const end = (isOpen: boolean): void => {
      clearTimeout(timer);
      socket.close();
      done(isOpen);
    };
    const timer = setTimeout(() => end(false), PATIENCE_MS);
    socket.onopen = () => end(true);
    socket.onerror = () => end(false);
  });
}

function storageWorks(): boolean {
  try {
    localStorage.setItem('threshold.check', 'x');
    localStorage.removeItem('threshold.check');
    return true;
  } catch {
    return false;
  }
}
