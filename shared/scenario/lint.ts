/**
 * What the schema cannot see and a game would show too late: kinds in play that nobody can use, events after the end,
 * aims that nothing measures. Each finding names its field and says what to do.
 */
import { JOINT_KINDS, type OrderKind, POWERS, type StatementKind } from './names.ts';
import type { Scenario } from './schema.ts';
import { conditionInPlay } from './words.ts';

export interface Finding {
  /** As in refusals: `events[stanley].turn`. */
  readonly path: string;
  readonly says: string;
}

export function lintScenario(scenario: Scenario): readonly Finding[] {
  return [
    ...idleOrders(scenario),
    ...idleStatements(scenario),
    ...neverReached(scenario),
    ...idleFacts(scenario),
    ...nothingToDo(scenario),
    ...alone(scenario),
  ];
}

interface Need {
  readonly isMet: (scenario: Scenario) => boolean;
  readonly lacks: string;
}

const someBattery = (claim: (battery: Scenario['batteries'][number]) => boolean, lacks: string): Need => ({
  isMet: ({ batteries }) => batteries.some(claim),
  lacks,
});
const someLeg = (leg: 'mobile' | 'submarine' | 'silo'): Need => ({
  isMet: ({ forces }) => POWERS.some((power) => forces[power].some((one) => one.leg === leg)),
  lacks: `no power has a ${leg} leg in forces`,
});
const SOME_HOST: Need = { isMet: ({ hosts }) => hosts.length > 0, lacks: 'there are no hosts' };
const SOME_THIRD: Need = { isMet: ({ thirds }) => thirds.length > 0, lacks: 'there are no thirds' };

const SOME_PROXY: Need = { isMet: ({ proxies }) => proxies.length > 0, lacks: 'there are no proxies' };

/** What an order needs so that somebody can ever give it. */
const ORDER_NEEDS: Readonly<Partial<Record<OrderKind, Need>>> = {
  build: someBattery(
    (battery) => battery.status === 'possible' && battery.build !== undefined,
    'no possible battery has a build',
  ),
  upgrade: someBattery((battery) => battery.upgrade !== undefined, 'no battery has an upgrade'),
  reinforce: someBattery((battery) => battery.reinforce !== undefined, 'no battery has a reinforce'),
  suspend: someBattery((battery) => battery.status === 'active' || battery.build !== undefined, 'there is no battery to suspend'),
  withdraw: someBattery(
    (battery) => battery.status === 'active' || battery.build !== undefined,
    'there is no battery to withdraw',
  ),
  forward: someBattery((battery) => battery.inReachOf.length > 0, 'no battery is inReachOf anybody'),
  'flight-test': someBattery(() => true, 'there is no battery whose interceptors could be tested'),
  intelligence: someBattery(() => true, 'there is no battery to learn about'),
  visit: someBattery((battery) => battery.status === 'active' || battery.build !== undefined, 'there is no battery to show'),
  dispersal: someLeg('mobile'),
  patrol: someLeg('submarine'),
  mirv: someLeg('silo'),
  exercise: SOME_HOST,
  court: SOME_HOST,
  coerce: SOME_HOST,
  press: SOME_THIRD,
  shield: SOME_THIRD,
  aid: SOME_THIRD,
  back: SOME_PROXY,
  'strike-proxy': SOME_PROXY,
  deconflict: SOME_PROXY,
  integrate: { isMet: ({ alliances }) => alliances.length > 0, lacks: 'there are no alliances' },
  'leave-treaty': { isMet: ({ orderKinds }) => orderKinds.includes('treaty'), lacks: '"treaty" is not in play' },
  exploit: {
    isMet: ({ orderKinds }) => orderKinds.includes('climb'),
    lacks: '"climb" is not in play, so nobody reaches the rung',
  },
};

function idleOrders(scenario: Scenario): readonly Finding[] {
  return scenario.orderKinds.flatMap((kind, i) => {
    const need = ORDER_NEEDS[kind];
    return need === undefined || need.isMet(scenario)
      ? []
      : [{ path: `orderKinds[${i}]`, says: `"${kind}" can never be ordered: ${need.lacks}. Add that, or take the kind out.` }];
  });
}

const STATEMENT_NEEDS: Readonly<Partial<Record<StatementKind, Need>>> = {
  deny: {
    isMet: ({ batteries, interceptors }) =>
      batteries.some(({ interceptor }) => interceptors.some((one) => one.id === interceptor && one.fastMidcourse)),
    lacks: 'no battery has interceptors that are fastMidcourse',
  },
};

function idleStatements(scenario: Scenario): readonly Finding[] {
  return scenario.statementKinds.flatMap((kind, i) => {
    const need = STATEMENT_NEEDS[kind];
    return need === undefined || need.isMet(scenario)
      ? []
      : [{ path: `statementKinds[${i}]`, says: `"${kind}" can never be said: ${need.lacks}. Add that, or take the kind out.` }];
  });
}

/** What is dated after the last turn is written for nobody. */
function neverReached({ events, facts, works, administrations, turns }: Scenario): readonly Finding[] {
  const late = (path: string, turn: number): readonly Finding[] =>
    turn <= turns ? [] : [{ path, says: `turn ${turn} is never played: the game has ${turns}. Date it earlier or take it out.` }];
  return [
    ...events.flatMap(({ id, turn }) => late(`events[${id}].turn`, turn)),
    ...facts.flatMap(({ turn }, i) => late(`facts[${i}].turn`, turn)),
    ...works.flatMap(({ ready }, i) => late(`works[${i}].ready`, ready)),
    ...administrations.flatMap(({ turn }, i) => late(`administrations[${i}].turn`, turn)),
  ];
}

/** What a fact has its seat order or say is suggested only where that kind is in play. */
function idleFacts(scenario: Scenario): readonly Finding[] {
  const { facts, orderKinds, statementKinds } = scenario;
  const idle = (path: string, kind: string, list: string, part: string): Finding => ({
    path,
    says: `"${kind}" is not in play, so it is never suggested: add it to ${list}, or take the ${part} out.`,
  });
  return facts.flatMap(({ orders, statements }, i) => [
    ...orders.flatMap(({ kind }, j) =>
      orderKinds.includes(kind) ? [] : [idle(`facts[${i}].orders[${j}].kind`, kind, 'orderKinds', 'order')],
    ),
    ...statements.flatMap(({ kind, commitment }, j): readonly Finding[] => {
      const path = `facts[${i}].statements[${j}]`;
      if (!statementKinds.includes(kind)) return [idle(`${path}.kind`, kind, 'statementKinds', 'statement')];
      if (commitment === null) return [];
      const { condition, response } = commitment;
      if (!conditionInPlay(scenario, condition.type))
        return [
          {
            path: `${path}.commitment.condition.type`,
            says: `"${condition.type}" can never come true with the orders in play: add one, or take the statement out.`,
          },
        ];
      return response === null || orderKinds.includes(response)
        ? []
        : [idle(`${path}.commitment.response`, response, 'orderKinds', 'statement')];
    }),
  ]);
}

/** Every seat needs enough kinds that it can give, or its sheet is a formality. */
function nothingToDo(scenario: Scenario): readonly Finding[] {
  const isAlone = scenario.orderKinds.every((kind) => (JOINT_KINDS as readonly string[]).includes(kind));
  return isAlone ? [{ path: 'orderKinds', says: 'all of these take two powers: add a kind that one can order alone.' }] : [];
}

/** Things that nothing else speaks of are usually names misspelt. */
function alone({ interceptors, batteries, hosts, sites }: Scenario): readonly Finding[] {
  return [
    ...interceptors
      .filter(({ id }) => !batteries.some((battery) => battery.interceptor === id))
      .map(({ id }) => ({ path: `interceptors[${id}]`, says: 'no battery uses it: give it to one or take it out.' })),
    ...hosts
      .filter(({ id }) => !sites.some((site) => site.host === id))
      .map(({ id }) => ({
        path: `hosts[${id}]`,
        says: 'no site stands on its soil: name it as the host of one or take it out.',
      })),
  ];
}
