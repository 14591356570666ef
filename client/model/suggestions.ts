/** Three ways into the first turn: one for strength, one for support, one for calm, each with its reason. None is advice for a side. */
import type { Board } from '../../shared/capability/board.ts';
import type { Briefing, Toward } from '../../shared/game/briefing.ts';
import type { Option } from '../../shared/game/options.ts';
import { previewOrder } from '../../shared/game/preview.ts';
import { lineOf } from '../../shared/game/score.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import { othersOf, POWERS, type Power, pairId } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { bandOf, CONSENT_LIMITS } from './standing.ts';

/** Why this order: what is feared, what it covers or would prove, on whom one has influence, whose consent is shaky. */
export type Reason = 'defences-feared' | 'strike-feared' | 'covers' | 'cover-complete' | 'most-influence' | 'shaky-host';

export type Suggestion =
  | { readonly aim: 'strength' | 'support'; readonly option: Option; readonly reason: Reason; readonly about: string }
  | { readonly aim: 'calm'; readonly toward: Power };

export interface Beginning {
  readonly board: Board;
  /** As the seat knows it. */
  readonly state: State;
  readonly power: Power;
  readonly options: readonly Option[];
  readonly briefing: Briefing;
}

/** From this fear on, one's own deterrent comes before more defence. */
const FEARED = 0.1;

export function suggestionsFrom(beginning: Beginning): readonly Suggestion[] {
  const legal = { ...beginning, options: beginning.options.filter((option) => option.refusal === null) };
  const [strength, support] = [strengthFor(legal), supportFor(legal)];
  return [...(strength ? [strength] : []), ...(support ? [support] : []), { aim: 'calm', toward: leastTrusted(legal) }];
}

/**
 * Who fears for his retaliation mends that first; who does not adds the defence that covers most for the least alarm, or shows
 * what he has where more would count for nothing.
 */
function strengthFor(beginning: Beginning): Suggestion | null {
  const worst = beginning.briefing.toward.reduce<Toward | null>(
    (most, each) => (most && most.fear >= each.fear ? most : each),
    null,
  );
  if (worst && worst.fear >= FEARED) {
    const byDefences = worst.arriving < worst.surviving / 2;
    const [first, second] = byDefences ? (['penaids', 'dispersal'] as const) : (['dispersal', 'penaids'] as const);
    const option = optionOf(beginning, first) ?? optionOf(beginning, second);
    if (option) return { aim: 'strength', option, reason: byDefences ? 'defences-feared' : 'strike-feared', about: worst.rival };
  }
  return proofFor(beginning) ?? coverFor(beginning);
}

/** A test against decoys of the standing system that the record tells least of, where the aim of cover is full as it is. */
function proofFor({ board, state, power, options }: Beginning): Suggestion | null {
  const cover = lineOf(board, state, power).find(({ id }) => id === 'cover');
  if (!cover || cover.points < board.scenario.parameters.score.pointsPerObjective) return null;
  const known = (id: string): number => {
    const system = state.systems[id];
    return system ? system.killA + system.killB : Number.POSITIVE_INFINITY;
  };
  const standing = Object.values(state.batteries).filter((battery) => battery.owner === power && battery.status === 'active');
  const tests = options.flatMap((option) => {
    const { order } = option;
    const isProof = order.kind === 'flight-test' && order.decoys && standing.some((one) => one.interceptor === order.interceptor);
    return isProof ? [{ option, about: order.interceptor }] : [];
  });
  const [least] = tests.sort((a, b) => known(a.about) - known(b.about));
  return least ? { aim: 'strength', ...least, reason: 'cover-complete' } : null;
}

const optionOf = ({ options }: Beginning, kind: Order['kind']): Option | undefined =>
  options.find((option) => option.order.kind === kind);

function coverFor({ board, state, power, options }: Beginning): Suggestion | null {
  const candidates = options
    .filter(({ order }) => order.kind === 'reinforce' || order.kind === 'build')
    .map((option) => {
      const preview = previewOrder(board, state, power, option.order);
      const alarm = Math.max(...preview.alarms.map((each) => each.high)) + Math.max(0, preview.tension.high);
      const best = preview.cover
        .map(({ group, share }) => ({ third: group.split('>')[0] ?? '', share }))
        .map(({ third, share }) => ({ third, worth: share * (state.thirds[third]?.stage ?? 0) }))
        .reduce((most, each) => (each.worth > most.worth ? each : most), { third: '', worth: 0 });
      return { option, third: best.third, score: best.worth / (1 + Math.max(0, alarm)) };
    });
  const chosen = candidates.reduce<(typeof candidates)[number] | null>(
    (top, each) => (top && top.score >= each.score ? top : each),
    null,
  );
  return chosen && chosen.score > 0 ? { aim: 'strength', option: chosen.option, reason: 'covers', about: chosen.third } : null;
}

/** The third state on which nobody has more influence; else the partner whose consent is least sure. */
function supportFor(beginning: Beginning): Suggestion | null {
  const { board, state, power, options } = beginning;
  const influence = (by: Power, third: string): number => state.leverage[`${by}>${third}`]?.value ?? 0;
  const client = board.scenario.thirds
    .map((third) => third.id)
    .filter((third) => POWERS.every((other) => influence(power, third) >= influence(other, third)))
    .sort((a, b) => influence(power, b) - influence(power, a))[0];
  const press = options.find(({ order }) => order.kind === 'press' && order.third === client);
  if (press && client) return { aim: 'support', option: press, reason: 'most-influence', about: client };
  const shaky = board.scenario.hosts
    .filter((host) => host.partner === power && board.scenario.batteries.some((plan) => board.sites[plan.site]?.host === host.id))
    .find((host) => bandOf(state.hosts[host.id]?.consent ?? 0, CONSENT_LIMITS) !== 'high');
  const court = options.find(({ order }) => order.kind === 'court' && order.host === shaky?.id);
  return court && shaky ? { aim: 'support', option: court, reason: 'shaky-host', about: shaky.id } : null;
}

function leastTrusted({ state, power }: Beginning): Power {
  const trust = (other: Power): number => state.pairs[pairId(power, other)]?.trust ?? 0;
  return othersOf(power).reduce((least, other) => (trust(other) < trust(least) ? other : least));
}
