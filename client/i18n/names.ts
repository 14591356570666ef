/** What things are called: ids of the scenario and of the rules, in the reader's language. */
import type { Board } from '../../shared/capability/board.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { ScenarioText } from '../../shared/scenario/schema.ts';
import { language } from './language.ts';
import { hasText, t } from './text.ts';

/** What things of a scenario are called by. */
export type Named = Pick<Board, 'sites' | 'interceptors' | 'plans' | 'sensors' | 'hosts' | 'thirds'> & {
  readonly scenario: Pick<Board['scenario'], 'proxies' | 'alliances' | 'batteries' | 'events' | 'satellites'>;
};

/** Where only powers are named, as in a lobby. */
export const POWERS_ALONE: Named = {
  scenario: { proxies: [], alliances: [], batteries: [], events: [], satellites: [] },
  sites: {},
  interceptors: {},
  plans: {},
  sensors: {},
  hosts: {},
  thirds: {},
};

/** A scenario's own text in the reader's language. */
export function say(text: ScenarioText): string {
  return text[language.value];
}

export function powerName(power: string): string {
  return t(`power.${power}`);
}

/** Two or three letters, for where the name does not fit. */
export function powerShort(power: Power): string {
  return t(`power.${power}.short`);
}

export function isPower(id: string): id is Power {
  return (POWERS as readonly string[]).includes(id);
}

/** The state on whose soil a site stands, or a third state, or a power. */
export function nameOf(board: Named, id: string): string {
  if (isPower(id)) return powerName(id);
  const plan = board.plans[id];
  if (plan) return batteryName(board, id);
  const named = board.sites[id] ?? board.interceptors[id] ?? board.hosts[id] ?? board.thirds[id];
  if (named) return say(named.name);
  const { proxies, alliances, satellites } = board.scenario;
  const other = [...proxies, ...alliances, ...satellites].find((one) => one.id === id);
  if (other) return say(other.name);
  const sensor = board.sensors[id];
  if (sensor) return siteName(board, sensor.site);
  return hasText(`name.${id}`) ? t(`name.${id}`) : id;
}

/** The name of a rung, on the ladder of two powers or on that of an alliance. */
export const rungName = (ladder: 'ladders' | 'alliances', rung: number): string =>
  t(ladder === 'alliances' ? `alliance-rung.${rung}` : `rung.${rung}`);

/** A rung by its number and its name. */
export const rungText = (ladder: 'ladders' | 'alliances', rung: number): string =>
  t('value.rung', { rung, name: rungName(ladder, rung) });

export function siteName(board: Named, id: string): string {
  const site = board.sites[id];
  return site ? say(site.name) : id;
}

/** A battery is called by its place; by its interceptor too where a place has, or may have, two. */
export function batteryName(board: Named, id: string): string {
  const plan = board.plans[id];
  if (!plan) return id;
  const neighbours = board.scenario.batteries.filter((other) => other.site === plan.site);
  const place = siteName(board, plan.site);
  const interceptor = board.interceptors[plan.interceptor];
  return neighbours.length > 1 && interceptor ? t('name.battery', { place, interceptor: say(interceptor.name) }) : place;
}
