/** Who a request comes from: an id that anybody may have guessed, proved by a secret of which only the hash is kept. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { BEARER } from '../../shared/protocol/lobby.ts';
import type { Store } from '../store/store.ts';

/** The person, or null where the header is missing, malformed or wrong. An id that is new here is taken down. */
export async function personOf(store: Store, header: string | undefined, nowMs: number): Promise<string | null> {
  const parts = BEARER.exec(header ?? '');
  const [, person, secret] = parts ?? [];
  if (person === undefined || secret === undefined) return null;
  const hash = createHash('sha256').update(secret).digest('hex');
  const kept = await store.hashOfPerson(person, { hash, nowMs });
  return timingSafeEqual(Buffer.from(kept), Buffer.from(hash)) ? person : null;
}
