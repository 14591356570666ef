/** A world that only bots play, always there to be watched: it begins when somebody looks and begins again when it ends. */
import { nanoid } from 'nanoid';
import { assert } from '../shared/assert.ts';
import { isRefusal } from '../shared/state/refusal.ts';
import { FORGETFUL } from './match/entry.ts';
import { type OpenRoom, planOf } from './match/hall.ts';
import type { Registry } from './match/registry.ts';
import type { Shelf } from './match/scenarios.ts';

const WATCH_MS = 4000;
/** Time to look at how it ended before it begins again. */
const AFTERGLOW_MS = 20_000;
const PREFERRED = 'best-offense-2016';

/** Answers the code to watch. Nothing of it is logged: nobody needs it again. */
export async function openDemo(registry: Registry, shelf: Shelf, openRoom: OpenRoom): Promise<string> {
  const shelved = shelf.get(PREFERRED) ?? [...shelf.values()][0];
  assert(shelved, 'there is a scenario to show');
  const code = registry.reserveCode();
  assert(!isRefusal(code), 'a server that has just started has room for the demonstration');
  const bots = { us: 'hawk', ru: 'dove', cn: 'hawk' } as const;
  const wish = { scenario: shelved.scenario.id, seat: null, bots, turnSeconds: null, watchMs: WATCH_MS };
  const match = registry.open(planOf(code, shelved, wish), { journal: FORGETFUL });
  let again: NodeJS.Timeout | undefined;
  match.listen(() => {
    if (!match.isOver || again) return;
    again = setTimeout(() => {
      again = undefined;
      match.startOver(nanoid());
    }, AFTERGLOW_MS).unref();
  });
  await openRoom(code, 'standing');
  return code;
}
