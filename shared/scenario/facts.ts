/** What a power really did and said may be named as on a sheet: each has to be what this power could do in this scenario. */
import type { Order } from '../orders/sheet.ts';
import { type Fault, spokenFault } from './fact-words.ts';
import type { Power } from './names.ts';
import type { BatteryPlan, Scenario } from './schema.ts';

/** Where a fact names what is not there, or not that power's, and what to do about it. */
export interface FactFault {
  readonly path: string;
  readonly says: string;
}

export function factFaults(s: Scenario): readonly FactFault[] {
  // A short game keeps the facts of a long one: what is not in play is suggested to nobody (scenario/lint.ts).
  return s.facts.flatMap((fact, i) => [
    ...fact.orders.flatMap((order, j) =>
      s.orderKinds.includes(order.kind) ? told(`facts[${i}].orders[${j}]`, faultOf(s, fact.power, order)) : [],
    ),
    ...fact.statements.flatMap((spoken, j) =>
      s.statementKinds.includes(spoken.kind) ? told(`facts[${i}].statements[${j}]`, spokenFault(s, fact, spoken)) : [],
    ),
  ]);
}

const told = (path: string, fault: Fault): readonly FactFault[] =>
  fault === null ? [] : [{ path: `${path}.${fault[0]}`, says: fault[1] }];

/** Facts taken over from the scenario that this one is laid over: what cannot be done here is no mistake, and suggested to nobody. */
export function withPossibleDeeds(s: Scenario): Scenario {
  const facts = s.facts.map((fact) => ({
    ...fact,
    orders: fact.orders.filter((order) => faultOf(s, fact.power, order) === null),
    statements: fact.statements.filter((spoken) => spokenFault(s, fact, spoken) === null),
  }));
  return { ...s, facts };
}

function faultOf(s: Scenario, power: Power, order: Order): Fault {
  if (order.kind === 'leave-treaty') return ['kind', 'names a treaty, and treaties are made in play: leave it out.'];
  if (order.kind === 'treaty') {
    return order.partners.includes(power) ? ['partners', `names ${power} itself: name the others.`] : null;
  }
  if ('partner' in order) return order.partner === power ? ['partner', `is ${power} itself: name another.`] : null;
  if ('battery' in order) return ofBattery(s, power, order);
  if ('interceptor' in order) return ofInterceptor(s, power, order);
  if ('host' in order) return ofHost(s, power, order);
  if ('third' in order) return isAmong(s.thirds, order.third) ? null : unknown('third', order.third, 'thirds');
  if ('alliance' in order) return ofAlliance(s, power, order.alliance);
  if ('proxy' in order) return ofProxy(s, power, order.proxy);
  return null;
}

const isAmong = (things: readonly { readonly id: string }[], id: string): boolean => things.some((thing) => thing.id === id);
const unknown = (field: string, id: string, kind: string): Fault => [
  field,
  `"${id}" is not among ${kind}: name one that is, or add it there.`,
];

function ofBattery(s: Scenario, power: Power, order: Extract<Order, { battery: string }>): Fault {
  const plan = s.batteries.find(({ id }) => id === order.battery);
  if (plan === undefined) return unknown('battery', order.battery, 'batteries');
  if (order.kind === 'forward') {
    return plan.inReachOf.includes(power)
      ? null
      : ['battery', `"${plan.id}" is not in reach of ${power}: name one that is, or add ${power} to its inReachOf.`];
  }
  if (plan.owner !== power) return ['battery', `"${plan.id}" belongs to ${plan.owner}: name one of ${power}'s.`];
  return hasWhatItTakes(plan, order.kind)
    ? null
    : ['battery', `"${plan.id}" has no "${order.kind}": say there what it takes, or name another.`];
}

const hasWhatItTakes = (plan: BatteryPlan, kind: Order['kind']): boolean =>
  (kind !== 'build' && kind !== 'reinforce' && kind !== 'upgrade') || plan[kind] !== undefined;

function ofInterceptor(s: Scenario, power: Power, { kind, interceptor }: Extract<Order, { interceptor: string }>): Fault {
  if (!isAmong(s.interceptors, interceptor)) return unknown('interceptor', interceptor, 'interceptors');
  const isOwn = s.batteries.some((plan) => plan.interceptor === interceptor && plan.owner === power);
  if (kind === 'flight-test' && !isOwn) return ['interceptor', `"${interceptor}" is in no battery of ${power}: name its own.`];
  const isRivals = s.batteries.some((plan) => plan.interceptor === interceptor && plan.owner !== power);
  return kind === 'intelligence' && !isRivals ? ['interceptor', `"${interceptor}" is no rival's: name one that is.`] : null;
}

function ofHost(s: Scenario, power: Power, { kind, host }: Extract<Order, { host: string }>): Fault {
  const plan = s.hosts.find(({ id }) => id === host);
  if (plan === undefined) return unknown('host', host, 'hosts');
  const isPartner = plan.partner === power;
  if (kind === 'exercise' && !isPartner) return ['host', `"${host}" is no partner of ${power}: name one that is.`];
  return kind === 'coerce' && isPartner ? ['host', `"${host}" is ${power}'s own partner: name another's.`] : null;
}

function ofAlliance(s: Scenario, power: Power, alliance: string): Fault {
  const plan = s.alliances.find(({ id }) => id === alliance);
  if (plan === undefined) return unknown('alliance', alliance, 'alliances');
  return plan.leader === power ? null : ['alliance', `"${alliance}" is led by ${plan.leader}: name one that ${power} leads.`];
}

function ofProxy(s: Scenario, power: Power, proxy: string): Fault {
  const plan = s.proxies.find(({ id }) => id === proxy);
  if (plan === undefined) return unknown('proxy', proxy, 'proxies');
  return plan.powers.includes(power) ? null : ['proxy', `${power} has no side in "${proxy}": name another.`];
}
