/**
 * Proxy crises: a war of others in which two powers stand on different sides. Its heat brings incidents between their
 * forces, and an incident makes the two the next to face each other (RULES 7).
 */
import type { Board } from '../capability/board.ts';
import { type DyadId, dyadOf, type Power, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import type { State } from '../state/state.ts';
import { tensionBy } from '../state/tension.ts';
import type { Draw } from './third-state.ts';

/** Phase 8: each cools or warms towards where it began, and may bring an incident. */
export function proxiesAct(board: Board, state: State, draw: Draw): readonly Contribution[] {
  const p = board.scenario.parameters.proxies;
  return board.scenario.proxies.flatMap((plan) => {
    const heat = state.proxies[plan.id]?.heat ?? plan.heat;
    const drift: Contribution = {
      rule: 'proxy-drift',
      subject: `proxies/${plan.id}`,
      variable: 'heat',
      add: (plan.heat - heat) * p.drift,
      because: because('why.proxy.drift', { proxy: plan.id }),
    };
    const happens = draw('incident', plan.id, 0) < incidentChance(board, state, plan.id);
    return happens ? [drift, ...incident(board, plan.id, plan.powers, state.world.turn)] : [drift];
  });
}

/** Chance of an incident this turn. */
export function incidentChance(board: Board, state: State, proxy: string): number {
  return (state.proxies[proxy]?.heat ?? 0) / board.scenario.parameters.proxies.incidentPer;
}

function incident(board: Board, id: string, [one, other]: readonly [Power, Power], turn: number): readonly Contribution[] {
  const p = board.scenario.parameters.proxies;
  const why = because('why.proxy.incident', { proxy: id, power: one, other });
  const at = { rule: 'incident', because: why };
  return [
    { ...at, subject: `proxies/${id}`, variable: 'incident', set: turn },
    { ...at, subject: `pairs/${pairId(one, other)}`, variable: 'trust', add: p.incidentTrust },
    { ...at, subject: `pairs/${pairId(other, one)}`, variable: 'trust', add: p.incidentTrust },
    tensionBy('incident', p.incidentTension, why),
  ];
}

/** The dyad whose forces clashed last, and since the last crisis: it is the next to have one, if there is one; null: none did. */
export function dyadOfIncident(board: Board, state: State): DyadId | null {
  const since = ({ id }: { readonly id: string }): number => state.proxies[id]?.incident ?? 0;
  const last = Math.max(0, ...board.scenario.proxies.map(since));
  const clashed = last > state.world.lastCrisis && board.scenario.proxies.find((plan) => since(plan) === last);
  return clashed ? dyadOf(clashed.powers[0], clashed.powers[1]) : null;
}
