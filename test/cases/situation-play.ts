/** Plays a situation of the case book: its quiet board, its start, its steps. */
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import type { Game, Step } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { State } from '../../shared/state/state.ts';
import { boardOf } from '../game/play.ts';
import type { CaseStep, Situation } from './situation.ts';

/** The games after 0, 1, 2 ... of the steps. */
export function playSituation(one: Situation, steps: readonly CaseStep[] = one.steps): readonly Game[] {
  const fresh = newGame(quietBoard(one), {
    seed: one.seed ?? `situation ${one.number}`,
    luck: 0,
    theory: one.theory ?? 'contested',
  });
  const games: Game[] = [{ ...fresh, start: changed(fresh.start, one) }];
  for (const step of steps) games.push(advance(games.at(-1) as Game, stepOf(step)));
  return games;
}

function stepOf(step: CaseStep): Step {
  if ('round' in step) return { type: 'round', choices: step.round };
  const { agreed = [], ...sheets } = step;
  const whole = Object.fromEntries(
    Object.entries(sheets).map(([power, part]) => [power, { orders: [], statements: [], abandon: [], ...part }]),
  );
  return { type: 'turn', sheets: whole, agreed };
}

/** Boards of many situations are the same: the coverage table is worked out once for all that change no geometry. */
const full = boardOf('best-offense-2016');

function quietBoard(one: Situation): Board {
  const { scenario } = full;
  const calm = {
    ...scenario,
    events: [],
    administrations: [],
    thirds: scenario.thirds.map((third) => ({ ...third, testHazard: one.hazards?.[third.id] ?? 0 })),
    parameters: {
      ...scenario.parameters,
      crisis: { ...scenario.parameters.crisis, perGame: 0, hazard: 0 },
      proxies: { ...scenario.parameters.proxies, incidentPer: Number.MAX_VALUE },
    },
  };
  const wanted = merged(calm, one.scenario ?? {}) as Scenario;
  const remade = Object.keys(one.scenario ?? {}).some((field) =>
    ['sites', 'batteries', 'interceptors', 'sensors', 'satellites'].includes(field),
  );
  return remade ? makeBoard(wanted) : { ...full, scenario: wanted, thirds: byId(wanted.thirds), hosts: byId(wanted.hosts) };
}

const byId = <T extends { readonly id: string }>(things: readonly T[]): Record<string, T> =>
  Object.fromEntries(things.map((thing) => [thing.id, thing]));

function merged(under: unknown, over: unknown): unknown {
  if (!isFields(under) || !isFields(over)) return over;
  const keys = new Set([...Object.keys(under), ...Object.keys(over)]);
  return Object.fromEntries([...keys].map((key) => [key, key in over ? merged(under[key], over[key]) : under[key]]));
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function changed(state: State, { situation = {} }: Situation): State {
  const next = JSON.parse(JSON.stringify(state)) as Record<string, Record<string, unknown>>;
  for (const [subject, fields] of Object.entries(situation)) {
    const [collection = '', id] = subject.split('/');
    const holder = id === undefined ? next : next[collection];
    if (!holder) throw new Error(`${subject}: there is no ${collection}`);
    const key = id ?? collection;
    if (fields === null) delete holder[key];
    else holder[key] = { ...(holder[key] as object | undefined), ...fields };
  }
  return next as unknown as State;
}
