/** What a site's card and the map's own card say of a host and of a third state: bands, as far as anybody may know. */
import type { Board } from '../../shared/capability/board.ts';
import type { Site } from '../../shared/scenario/schema.ts';
import type { State } from '../../shared/state/state.ts';
import { nameOf, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { inspectorsOf } from './lasting-marks.ts';
import { hostOfficesOf } from './office.ts';
import { bandOf, CONSENT_LIMITS, STAGE_LIMITS, type Standing } from './standing.ts';
import { forwardMissiles } from './threats.ts';

/** A battery in one line. */
export function batteryFact(standing: Standing): string {
  return t('map.battery', {
    interceptor: standing.interceptor,
    status: t(`status.${standing.status}`),
    count: standing.inventory,
  });
}

/** Lines about whose soil a site stands on and whose programme it serves; none for a power's own sites. */
export function siteFacts(board: Board, state: State, site: Site): readonly string[] {
  return [
    ...hostFacts(board, state, site),
    ...thirdFacts(board, state, site),
    ...threats(board, state, site),
    ...eyes(state, site),
  ];
}

/** What a war of others is between whom, and how hot. */
export function proxyFacts(board: Board, state: State, id: string): readonly string[] {
  const plan = board.scenario.proxies.find((proxy) => proxy.id === id);
  if (plan === undefined) return [];
  const { heat, incident } = state.proxies[id] ?? { heat: plan.heat, incident: 0 };
  const percent = Math.round((100 * heat) / board.scenario.parameters.proxies.incidentPer);
  return [
    t('site.proxy-between', { one: powerName(plan.powers[0]), other: powerName(plan.powers[1]) }),
    t('site.proxy-heat', { heat: Math.round(heat), percent }),
    ...(incident > 0 ? [t('proxies.last', { turn: incident })] : []),
  ];
}

function threats(board: Board, state: State, site: Site): readonly string[] {
  return forwardMissiles(board, state)
    .filter(({ battery }) => board.plans[battery]?.site === site.id)
    .map(({ power, since }) => t('forward.held', { power: powerName(power), since }));
}

function eyes(state: State, { owner, kind }: Site): readonly string[] {
  if (owner === undefined || kind !== 'defence') return [];
  return inspectorsOf(state, owner).map((power) => t('site.inspected', { power: powerName(power) }));
}

function hostFacts(board: Board, state: State, { host }: Site): readonly string[] {
  if (host === undefined) return [];
  const soil = t('site.host', { host: nameOf(board, host) });
  const consent = state.hosts[host]?.consent;
  if (consent === undefined) return [soil];
  const governments = hostOfficesOf(board, state.world.turn).filter((change) => change.host === host);
  return [
    soil,
    t('site.consent', { band: t(`band.${bandOf(consent, CONSENT_LIMITS)}`) }),
    ...governments.map(({ turn }) => t('site.new-government', { turn })),
  ];
}

function thirdFacts(board: Board, state: State, { third }: Site): readonly string[] {
  const now = third === undefined ? undefined : state.thirds[third];
  if (third === undefined || now === undefined) return [];
  const programme = t('site.programme', {
    third: nameOf(board, third),
    band: t(`band.${bandOf(now.stage, STAGE_LIMITS)}`),
  });
  return now.lastTest > 0 ? [programme, t('site.last-test', { turn: now.lastTest })] : [programme];
}
