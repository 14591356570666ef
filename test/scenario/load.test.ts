import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../shared/scenario/load.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import type { Leg, Scenario } from '../../shared/scenario/schema.ts';
import { isRefusal } from '../../shared/state/refusal.ts';

const file = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/scenarios/${name}.json`, import.meta.url), 'utf8'));
const base = file('best-offense-2016');

function loaded(raw: unknown, under?: unknown): Scenario {
  const scenario = loadScenario(raw, under);
  if (isRefusal(scenario)) throw new Error(`${scenario.args['path']}: ${scenario.args['problem']}`);
  return scenario;
}

const full = loaded(base);

describe('the scenarios that come with the game', () => {
  test('the full one plays eight turns from the last quarter of 2016', () => {
    expect(full.turns).toBe(8);
    expect(full.start).toEqual({ year: 2016, quarter: 4 });
    expect(full.theory).toBe('contested');
  });

  test('the quick one lays its overrides over the full one and keeps the rest', () => {
    const quick = loaded(file('quick'), base);
    expect(quick.id).toBe('quick');
    expect(quick.turns).toBe(4);
    expect(quick.orderKinds).toHaveLength(9);
    expect(quick.statementKinds).toHaveLength(5);
    expect(quick.parameters.crisis.perGame).toBe(1);
    expect(quick.parameters.crisis.rounds).toBe(full.parameters.crisis.rounds);
    expect(quick.sites).toEqual(full.sites);
  });

  test('every power has two things to build, one to reinforce, a fact for every turn', () => {
    for (const power of POWERS) {
      const own = full.batteries.filter((battery) => battery.owner === power);
      expect(own.filter((battery) => battery.build).length).toBeGreaterThanOrEqual(2);
      expect(own.filter((battery) => battery.reinforce).length).toBeGreaterThanOrEqual(1);
      const told = full.facts.filter((fact) => fact.power === power).map((fact) => fact.turn);
      expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    }
  });

  test('the briefs of the three seats are of one length', () => {
    for (const language of ['en', 'ru', 'zh'] as const) {
      const lengths = POWERS.map((power) => full.powers[power].brief[language].length);
      expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(1.15);
    }
  });

  test('nothing is called a rogue state by the game', () => {
    expect(JSON.stringify(base)).not.toMatch(/rogue|изго[йи]|流氓国家/i);
  });
});

describe('the totals of the order of battle (SCIENCE 2.3 and 4)', () => {
  const sum = (legs: readonly Leg[], of: 'launchers' | 'warheads'): number => legs.reduce((total, leg) => total + leg[of], 0);
  const battery = (id: string) => full.batteries.find((one) => one.id === id);
  const record = (id: string) => full.interceptors.find((one) => one.id === id)?.record;

  test.each([
    ['us', 681, 1367],
    ['ru', 508, 1796],
    ['cn', 101, 121],
  ] as const)('%s has %i launchers with %i warheads', (power, launchers, warheads) => {
    expect(sum(full.forces[power], 'launchers')).toBe(launchers);
    expect(sum(full.forces[power], 'warheads')).toBe(warheads);
  });

  test('36 GBI stand and eight are under way: 40 at Fort Greely and 4 at Vandenberg', () => {
    expect(battery('fort-greely')?.inventory).toBe(32);
    expect(battery('vandenberg')?.inventory).toBe(4);
    expect(full.works).toEqual([{ battery: 'fort-greely', inventory: 8, ready: 4 }]);
  });

  test('test records are those of 2016', () => {
    expect(record('gbi')).toMatchObject({ hits: 9, trials: 17 });
    expect(record('thaad')).toMatchObject({ hits: 13, trials: 13 });
    expect(record('sm3-ib')).toMatchObject({ hits: 33, trials: 40 });
    for (const id of ['sm3-iia', 'a135', 's500', 'hq19']) expect(record(id)).toMatchObject({ hits: 0, trials: 0 });
  });

  test('68 interceptors stand around Moscow', () => {
    expect(battery('moscow-a135')?.inventory).toBe(68);
  });

  test('corridors start where the forces stand: shares of each power sum to one', () => {
    for (const power of POWERS) {
      const shares = full.launchAreas.filter((area) => area.power === power).map((area) => area.weight);
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 3);
    }
  });
});

/** The full scenario with one field changed, as a facilitator's slip would. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(base);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path[path.length - 1] as string | number;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

function refusedAt(raw: unknown, under?: unknown): string {
  const answer = loadScenario(raw, under);
  if (!isRefusal(answer)) throw new Error('was accepted');
  expect(answer.key).toBe('refusal.scenario');
  expect(String(answer.args['problem']).length).toBeGreaterThan(10);
  return String(answer.args['path']);
}

const at = (list: readonly { readonly id: string }[], id: string): number => list.findIndex((one) => one.id === id);
const SEONGJU = at(full.sites, 'seongju');
const RADAR = at(full.sensors, 'seongju-radar');
const THAAD = at(full.batteries, 'seongju');
const ROMANIA = at(full.hosts, 'romania');

describe('a broken reference is refused by the name of its field', () => {
  test.each<[string, readonly (string | number)[], unknown]>([
    ['sites[seongju].host', ['sites', SEONGJU, 'host'], 'atlantis'],
    ['sites[sohae].third', ['sites', at(full.sites, 'sohae'), 'third'], 'atlantis'],
    ['sensors[seongju-radar].site', ['sensors', RADAR, 'site'], 'atlantis'],
    ['sensors[seongju-radar].withBattery', ['sensors', RADAR, 'withBattery'], 'atlantis'],
    ['batteries[seongju].site', ['batteries', THAAD, 'site'], 'atlantis'],
    ['batteries[seongju].owner', ['batteries', THAAD, 'owner'], 'cn'],
    ['batteries[seongju].site', ['hosts', at(full.hosts, 'south-korea'), 'partner'], 'cn'],
    ['batteries[seongju].interceptor', ['batteries', THAAD, 'interceptor'], 'phaser'],
    ['batteries[seongju].build', ['batteries', THAAD, 'build'], undefined],
    ['batteries[fort-greely].reinforce.upTo', ['batteries', at(full.batteries, 'fort-greely'), 'reinforce', 'upTo'], 20],
    ['interceptors[gbi].record.hits', ['interceptors', at(full.interceptors, 'gbi'), 'record', 'hits'], 18],
    ['interceptors[gbi].maxAltitudeKm', ['interceptors', at(full.interceptors, 'gbi'), 'maxAltitudeKm'], 50],
    ['works[0].battery', ['works', 0, 'battery'], 'atlantis'],
    ['launchAreas[0].site', ['launchAreas', 0, 'site'], 'atlantis'],
    ['launchAreas[0].power', ['launchAreas', 0, 'power'], 'cn'],
    ['launchAreas[0].leg', ['launchAreas', 0, 'leg'], 'mobile'],
    ['aims.cn[1]', ['aims', 'cn', 1], 'atlantis'],
    ['aims.cn[1]', ['aims', 'cn', 1], 'shaoyang'],
    ['thirds[nk].launchSites[0]', ['thirds', 0, 'launchSites', 0], 'atlantis'],
    ['thirds[nk].homelandAims[0]', ['thirds', 0, 'homelandAims', 0], 'atlantis'],
    ['thirds[nk].alliedAims[0]', ['thirds', 0, 'alliedAims', 0], 'atlantis'],
    ['hosts[romania].fears.third', ['hosts', ROMANIA, 'fears', 'third'], 'atlantis'],
    ['trust.us>ru', ['trust', 'us>ru'], undefined],
    ['powers.us.buildHistory.phaser', ['powers', 'us', 'buildHistory', 'phaser'], 1],
    ['powers.us.secretAims[conquest].id', ['powers', 'us', 'secretAims', 0, 'id'], 'conquest'],
    ['events[us-election].effects[0].subject', ['events', 0, 'effects', 0, 'subject'], 'hosts/atlantis'],
    ['events[us-election].effects[0].variable', ['events', 0, 'effects', 0, 'variable'], 'turn'],
    ['injects[radar-outage].effects[0].subject', ['injects', 2, 'effects', 0, 'subject'], 'hosts/atlantis'],
    ['injects[press-question].objective', ['injects', 0, 'objective'], 'fame'],
    ['sites[seongju].id', ['sites', SEONGJU + 1, 'id'], 'seongju'],
    ['questions[0].objective', ['questions', 0, 'objective'], 'none'],
  ])('%s', (path, field, value) => {
    expect(refusedAt(changed(field, value))).toBe(path);
  });

  test('what the schema refuses is named by the id of its list member', () => {
    expect(refusedAt(changed(['batteries', THAAD, 'inventory'], 'many'))).toBe('batteries[seongju].inventory');
    expect(refusedAt(changed(['parameters', 'n50', 'us'], undefined))).toBe('parameters.n50.us');
    expect(refusedAt(changed(['tension'], 101))).toBe('tension');
    expect(refusedAt('nonsense')).toBe('(whole file)');
  });

  test('overrides need the scenario that they extend', () => {
    expect(refusedAt(file('quick'))).toBe('extends');
    expect(refusedAt(file('quick'), { id: 'another' })).toBe('extends');
    expect(refusedAt(file('quick'), file('quick'))).toBe('extends');
  });

  test('an override is checked like anything else', () => {
    expect(refusedAt({ extends: 'best-offense-2016', id: 'mine', aims: { cn: ['atlantis'] } }, base)).toBe('aims.cn[0]');
    expect(refusedAt({ extends: 'best-offense-2016', id: 'mine', colour: 'blue' }, base)).toBe('colour');
  });

  test('merging leaves the base as it was and does not reach into prototypes', () => {
    const before = JSON.stringify(base);
    loadScenario(
      JSON.parse('{"extends":"best-offense-2016","id":"mine","__proto__":{"turns":2},"parameters":{"__proto__":{"x":1}}}'),
      base,
    );
    expect(JSON.stringify(base)).toBe(before);
    expect(({} as Record<string, unknown>)['turns']).toBeUndefined();
  });

  test('what only an upgrade could put there is on the board where upgrades are in play, and nowhere else', () => {
    const batteries = (raw: unknown, over?: unknown): readonly string[] => {
      const scenario = loadScenario(raw, over);
      if (isRefusal(scenario)) throw new Error(scenario.key);
      return scenario.batteries.map(({ id }) => id);
    };
    expect(batteries(base)).toContain('deveselu-iia');
    expect(batteries(file('quick'), base)).not.toContain('deveselu-iia');
    expect(batteries(file('quick'), base)).toEqual(batteries(base).filter((id) => id !== 'deveselu-iia'));
  });
});
