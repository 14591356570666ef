/** A world that only bots play, always there to be watched: it begins when somebody looks and begins again when it ends. */
import { nanoid } from 'nanoid';
import { assert } from '../shared/assert.ts';
import { isRefusal } from '../shared/state/refusal.ts';
import { FORGETFUL } from './match/entry.ts';
import type { Rooms } from './match/hall.ts';
import { planOf } from './match/plan.ts';
import type { Registry } from './match/registry.ts';
import type { Shelf } from './match/scenarios.ts';

const WATCH_MS = 4000;
/** Time to look at how it ended before it begins again. */
const AFTERGLOW_MS = 20_000;
const PREFERRED = 'best-offense-2016';

/** Answers the code to watch. Nothing of it is logged: nobody needs it again. */
export async function openDemo(registry: Registry, shelf: Shelf, rooms: Rooms): Promise<string> {
  const shelved = shelf.get(PREFERRED) ?? [...shelf.values()][0];
  assert(shelved, 'there is a scenario to show');
  const code = registry.reserveCode();
  assert(!isRefusal(code), 'a server that has just started has room for the demonstration');
  const bots = { us: 'hawk', ru: 'opportunist', cn: 'institutionalist' } as const;
  const wish = { scenario: shelved.scenario.id, seat: null, bots, friends: false, clock: 'untimed', speech: 'phrases' } as const;
  const full = { ...wish, nickname: '-', atOnce: true, watchMs: WATCH_MS };
  const plan = planOf(code, shelved, { wish: full, host: '', keptUntilMs: 0 });
  const match = registry.open(plan, { journal: FORGETFUL });
  await match.begin();
  let again: NodeJS.Timeout | undefined;
  match.listen(() => {
    if (!match.isOver || again) return;
    again = setTimeout(() => {
      again = undefined;
      match.startOver(nanoid());
    }, AFTERGLOW_MS).unref();
  });
  await rooms.open(code, 'standing');
  return code;
}
