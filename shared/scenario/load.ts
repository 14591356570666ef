/**
 * The one way from a file to a scenario: overrides laid over the scenario that they extend, checked against the schema,
 * then every id that one part uses of another looked up. A refusal names the field and says what to do about it.
 */
import { orderSchema } from '../orders/shapes.ts';
import { isRefusal, type Refusal } from '../state/refusal.ts';
import { withAnchors } from './anchors.ts';
import { factFaults, withPossibleDeeds } from './facts.ts';
import { explained, type Told } from './issues.ts';
import { movableOf } from './movable.ts';
import { PAIRS, POWERS, pairId } from './names.ts';
import { isFields, laidOver, leftOutInVain, problem } from './overlay.ts';
import { type Scenario, scenarioSchemaOf } from './schema.ts';

/** The facts of a scenario hold orders, which are checked as those on a sheet. */
export const scenarioSchema = scenarioSchemaOf(orderSchema);

/** `base` is the scenario that `raw.extends` names; its objects are merged, its lists replaced whole or changed by id. */
export function loadScenario(raw: unknown, base?: unknown): Scenario | Refusal {
  const read = readScenario(raw, base);
  return 'scenario' in read ? read.scenario : (read.faults[0] as Refusal);
}

/** The scenario, or everything that is wrong with it at once: each fault with its field and what to do about it. */
export type Read = { readonly scenario: Scenario } | { readonly faults: readonly Refusal[] };

export function readScenario(raw: unknown, base?: unknown): Read {
  const whole = laidOver(raw, base);
  if (isRefusal(whole)) return { faults: [whole] };
  const inVain = leftOutInVain(raw, base);
  const parsed = scenarioSchema.safeParse(whole);
  if (!parsed.success) {
    const told = explained(parsed.error.issues, whole);
    const faults = told.map(({ path, says }) => problem(pathOf(whole, path), says));
    return { faults: [...inVain, ...faults, ...referencesBeside(whole, base, told)] };
  }
  const takesFactsOver = isFields(raw) && raw['extends'] !== undefined && raw['facts'] === undefined;
  const scenario = takesFactsOver ? withPossibleDeeds(parsed.data) : parsed.data;
  const faults = [...inVain, ...brokenReferences(scenario)];
  return faults.length === 0 ? { scenario: withAnchors(withoutIdleUpgrades(scenario)) } : { faults };
}

/** What is not in play is not on the screen: where nobody can upgrade, nothing stands ready to be upgraded to. */
function withoutIdleUpgrades(scenario: Scenario): Scenario {
  if (scenario.orderKinds.includes('upgrade')) return scenario;
  const ready = new Set(scenario.batteries.flatMap(({ upgrade }) => (upgrade ? [upgrade.to] : [])));
  const batteries = scenario.batteries
    .filter(({ id, status, build }) => !ready.has(id) || status === 'active' || build !== undefined)
    .map(({ upgrade: _upgrade, ...battery }) => battery);
  return { ...scenario, batteries };
}

/** References of the fields that are well formed, the others taken from the base: so all that is wrong is told at once. */
function referencesBeside(whole: unknown, base: unknown, told: readonly Told[]): readonly Refusal[] {
  if (!isFields(whole) || !isFields(base)) return [];
  const wrong = new Set(told.map(({ path }) => path[0]));
  const sound = Object.entries(whole).flatMap(([field, value]) =>
    !wrong.has(field) ? [[field, value]] : Object.hasOwn(base, field) ? [[field, base[field]]] : [],
  );
  const parsed = scenarioSchema.safeParse(Object.fromEntries(sound));
  return parsed.success ? brokenReferences(parsed.data) : [];
}

/** `batteries[seongju].site`: members of lists are named by their id where they have one. */
function pathOf(whole: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = whole;
  let text = '';
  for (const key of path) {
    const inList = Array.isArray(at);
    at = (at as Record<PropertyKey, unknown> | null | undefined)?.[key];
    const name = inList && isFields(at) && typeof at['id'] === 'string' ? at['id'] : String(key);
    text += inList ? `[${name}]` : text ? `.${name}` : name;
  }
  return text;
}

/** A claim about a field: null when it holds. */
type Claim = Refusal | null;
/** The things of each kind that other parts may name. */
type Names = Readonly<Record<'sites' | 'interceptors' | 'batteries' | 'hosts' | 'thirds', ReadonlySet<string>>>;

function brokenReferences(s: Scenario): readonly Refusal[] {
  const names: Names = {
    sites: idsOf(s.sites),
    interceptors: idsOf(s.interceptors),
    batteries: idsOf(s.batteries),
    hosts: idsOf(s.hosts),
    thirds: idsOf(s.thirds),
  };
  const claims: Claim[] = [
    ...twice(s),
    ...siteClaims(s, names),
    ...batteryClaims(s, names),
    ...sensorClaims(s, names),
    ...launchClaims(s, names),
    ...cityClaims(s),
    ...thirdClaims(s, names),
    ...powerClaims(s, names),
    ...eventClaims(s),
    ...learningClaims(s),
    ...factFaults(s).map(({ path, says }) => problem(path, says)),
  ];
  return claims.filter((claim) => claim !== null);
}

const idsOf = (things: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(things.map((thing) => thing.id));

function known(names: Names, kind: keyof Names, name: string | undefined, path: string): Claim {
  if (name === undefined || names[kind].has(name)) return null;
  return problem(path, `"${name}" is not among ${kind}: name one that is, or add it there.`);
}

const holds = (condition: boolean, path: string, what: string): Claim => (condition ? null : problem(path, what));

function twice(s: Scenario): Claim[] {
  const lists = [
    'sites',
    'interceptors',
    'sensors',
    'satellites',
    'batteries',
    'thirds',
    'hosts',
    'events',
    'injects',
    'objectives',
  ] as const;
  return lists.flatMap((list) => {
    const seen = new Set<string>();
    return s[list].map(({ id }) => {
      const first = !seen.has(id);
      seen.add(id);
      return holds(first, `${list}[${id}].id`, `"${id}" is used twice: give one of the two another id.`);
    });
  });
}

function siteClaims(s: Scenario, names: Names): Claim[] {
  return s.sites.flatMap((site) => [
    known(names, 'hosts', site.host, `sites[${site.id}].host`),
    known(names, 'thirds', site.third, `sites[${site.id}].third`),
  ]);
}

function batteryClaims(s: Scenario, names: Names): Claim[] {
  const claims = s.batteries.flatMap((battery) => {
    const path = `batteries[${battery.id}]`;
    const site = s.sites.find((one) => one.id === battery.site);
    const host = s.hosts.find((one) => one.id === site?.host);
    return [
      known(names, 'sites', battery.site, `${path}.site`),
      known(names, 'interceptors', battery.interceptor, `${path}.interceptor`),
      holds(
        !site?.owner || site.owner === battery.owner,
        `${path}.owner`,
        `the site "${battery.site}" belongs to another: name its owner.`,
      ),
      holds(
        !host || host.partner === battery.owner,
        `${path}.site`,
        `"${host?.id}" is not a partner of ${battery.owner}: choose another site.`,
      ),
      known(names, 'batteries', battery.upgrade?.to, `${path}.upgrade.to`),
      holds(
        !battery.upgrade || s.batteries.find((one) => one.id === battery.upgrade?.to)?.site === battery.site,
        `${path}.upgrade.to`,
        'stands somewhere else: an upgrade stays on its site.',
      ),
      holds(
        battery.status === 'active' || battery.build !== undefined || s.batteries.some((one) => one.upgrade?.to === battery.id),
        `${path}.build`,
        'a possible battery needs it, unless another is upgraded to it: say what building costs.',
      ),
      holds(
        !battery.reinforce || battery.reinforce.upTo >= battery.inventory,
        `${path}.reinforce.upTo`,
        `less than the ${battery.inventory} that stand there: raise it.`,
      ),
    ];
  });
  return [
    ...claims,
    ...s.works.map((work, i) => known(names, 'batteries', work.battery, `works[${i}].battery`)),
    ...interceptorClaims(s),
  ];
}

function interceptorClaims(s: Scenario): Claim[] {
  return s.interceptors.flatMap(({ id, minAltitudeKm, maxAltitudeKm, record }) => [
    holds(minAltitudeKm < maxAltitudeKm, `interceptors[${id}].maxAltitudeKm`, 'not above minAltitudeKm: raise it.'),
    holds(record.hits <= record.trials, `interceptors[${id}].record.hits`, 'more than trials: lower it.'),
  ]);
}

function sensorClaims(s: Scenario, names: Names): Claim[] {
  return s.sensors.flatMap((sensor) => [
    known(names, 'sites', sensor.site, `sensors[${sensor.id}].site`),
    known(names, 'batteries', sensor.withBattery, `sensors[${sensor.id}].withBattery`),
  ]);
}

function launchClaims(s: Scenario, names: Names): Claim[] {
  return s.launchAreas.flatMap((area, i) => {
    const site = s.sites.find((one) => one.id === area.site);
    return [
      known(names, 'sites', area.site, `launchAreas[${i}].site`),
      holds(
        !site?.owner || site.owner === area.power,
        `launchAreas[${i}].power`,
        `the site "${area.site}" belongs to another: name its owner.`,
      ),
      holds(
        s.forces[area.power].some((leg) => leg.leg === area.leg),
        `launchAreas[${i}].leg`,
        `forces.${area.power} has no such leg: add it there or choose another.`,
      ),
    ];
  });
}

function cityClaims(s: Scenario): Claim[] {
  const cities = idsOf(s.sites.filter((site) => site.kind === 'city'));
  const all = (path: string, ids: readonly string[]): Claim[] =>
    ids.map((id, i) =>
      holds(cities.has(id), `${path}[${i}]`, `"${id}" is not a site of kind city: name one that is, or add it to sites.`),
    );
  return [
    ...POWERS.flatMap((power) => all(`aims.${power}`, s.aims[power])),
    ...s.thirds.flatMap((third) => all(`thirds[${third.id}].homelandAims`, third.homelandAims)),
    ...s.thirds.flatMap((third) => all(`thirds[${third.id}].alliedAims`, third.alliedAims)),
  ];
}

function thirdClaims(s: Scenario, names: Names): Claim[] {
  return [
    ...s.thirds.flatMap((third) =>
      third.launchSites.map((site, i) => known(names, 'sites', site, `thirds[${third.id}].launchSites[${i}]`)),
    ),
    ...s.thirds.map(({ id, homelandAims: [first] }) =>
      holds(
        s.sites.some((site) => site.id === first && site.owner !== undefined),
        `thirds[${id}].homelandAims[0]`,
        `"${first}" belongs to no power: name a city whose owner is the power that it threatens.`,
      ),
    ),
    ...s.hosts.map((host) => known(names, 'thirds', host.fears?.third, `hosts[${host.id}].fears.third`)),
  ];
}

function powerClaims(s: Scenario, names: Names): Claim[] {
  return [
    ...PAIRS.map(([from, to]) =>
      holds(s.trust[pairId(from, to)] !== undefined, `trust.${pairId(from, to)}`, 'missing: give it 0 to 100.'),
    ),
    ...POWERS.flatMap((power) => [
      ...Object.keys(s.powers[power].buildHistory).map((id) =>
        known(names, 'interceptors', id, `powers.${power}.buildHistory.${id}`),
      ),
      ...s.powers[power].secretAims.map((aim) =>
        holds(
          Object.hasOwn(s.parameters.score.slopes, aim.id),
          `powers.${power}.secretAims[${aim.id}].id`,
          `parameters.score.slopes has no "${aim.id}": add it there or name one that is.`,
        ),
      ),
    ]),
  ];
}

/** Each question and inject serves a learning objective of the scenario. */
function learningClaims(s: Scenario): Claim[] {
  const objectives = idsOf(s.objectives);
  const named = [
    ...s.questions.map(({ objective }, i) => [`questions[${i}]`, objective] as const),
    ...s.injects.map(({ id, objective }) => [`injects[${id}]`, objective] as const),
  ];
  return named.map(([path, objective]) =>
    holds(objectives.has(objective), `${path}.objective`, `there is no objective "${objective}": name one that is.`),
  );
}

function eventClaims(s: Scenario): Claim[] {
  const happenings = [
    ...s.events.map((event) => ['events', event] as const),
    ...s.injects.map((inject) => ['injects', inject] as const),
  ];
  return happenings.flatMap(([list, { id, effects }]) =>
    effects.flatMap((effect, i) => {
      const path = `${list}[${id}].effects[${i}]`;
      const variables = movableOf(s).get(effect.subject);
      return [
        holds(
          variables !== undefined,
          `${path}.subject`,
          `there is no "${effect.subject}": name world, or a power, pair, host or third state.`,
        ),
        holds(
          variables === undefined || variables.includes(effect.variable),
          `${path}.variable`,
          `"${effect.variable}" cannot be moved there: use ${(variables ?? []).join(', ')}.`,
        ),
      ];
    }),
  );
}
