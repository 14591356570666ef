/** Hosts: allies on whose soil batteries stand. Their consent decides what may be built and what must rest (RULES 7). */

import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { sorted } from '../state/read.ts';
import type { State } from '../state/state.ts';

export function consentBy(rule: string, host: string, add: number, why: Contribution['because']): Contribution {
  return { rule, subject: `hosts/${host}`, variable: 'consent', add, because: why };
}

/** The host on whose soil a battery stands or would stand; undefined on the owner's own. */
export function hostOfBattery(board: Board, battery: string): string | undefined {
  const site = board.plans[battery]?.site;
  return site === undefined ? undefined : board.sites[site]?.host;
}

/** Consent drifts back to where it began, and batteries without consent rest until it returns. */
export function hostsSettle(board: Board, state: State): readonly Contribution[] {
  const { drift } = board.scenario.parameters.hosts;
  const consent = sorted(state.hosts).map(([id, host]) => {
    const home = must(board.hosts[id], `${id} is a host`).consent;
    return consentBy('host-drift', id, (home - host.consent) * drift, because('why.host.drift', { host: id }));
  });
  return [...consent, ...suspensions(board, state)];
}

function suspensions(board: Board, state: State): readonly Contribution[] {
  const { suspendBelow } = board.scenario.parameters.hosts;
  return sorted(state.batteries).flatMap(([id, battery]) => {
    const host = hostOfBattery(board, id);
    if (!host) return [];
    const consent = must(state.hosts[host], `${host} is a host`).consent;
    const shouldRest = consent < suspendBelow;
    if (battery.status === 'active' && shouldRest) return settled(id, 'suspended', host);
    // What its own owner has put to rest is not for the host to wake.
    if (battery.status === 'suspended' && battery.suspendedBy !== 'owner' && !shouldRest) return settled(id, 'active', host);
    return [];
  });
}

function settled(battery: string, status: 'active' | 'suspended', host: string): readonly Contribution[] {
  const at = {
    rule: 'host-suspension',
    subject: `batteries/${battery}`,
    because: because(status === 'active' ? 'why.host.resumes' : 'why.host.suspends', { battery, host }),
  };
  return [
    { ...at, variable: 'status', set: status },
    { ...at, variable: 'suspendedBy', set: status === 'active' ? '' : 'host' },
  ];
}
