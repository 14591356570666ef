/** Why a cap replaces a trend, and a worst case is no longer assumed: words, treaties, visits and what has been learnt. */
import { cell, none, type Part, parameter, reckoned, type Why } from '../capability/why.ts';
import { isCap, presentAt } from '../politics/commitment.ts';
import { othersOf, type Power } from '../scenario/names.ts';
import { sorted } from '../state/read.ts';
import type { Commitment, State } from '../state/state.ts';
import { clausesBetween, treatiesBetween } from '../state/treaties.ts';
import { earlierDeedsOf, type Known } from './explain-forces.ts';

/** The weight with which caps, pledged or signed, replace the trend of a battery: the heaviest counts. */
export function capPart(known: Known, battery: string, value: number): Part {
  const parts = [...pledgeParts(known, battery), ...treatyCaps(known, battery)];
  if (parts.length === 0) return none('cap', 'weight of a cap');
  return reckoned('cap', largest('weight of a cap', value, parts));
}

function largest(what: string, value: number, parts: readonly Part[]): Why {
  return { what, value, formula: `max(${parts.map(({ symbol }) => symbol).join(', ')})`, parts, sources: ['rules'] };
}

const wordsOn = ({ state }: Known, kind: Commitment['kind'], battery: string): readonly (readonly [string, Commitment])[] =>
  sorted(state.commitments).filter(
    ([, c]) =>
      c.power === state.batteries[battery]?.owner &&
      c.kind === kind &&
      c.status === 'open' &&
      c.condition.type === 'inventory-over' &&
      c.condition.battery === battery,
  );

function pledgeParts(known: Known, battery: string): readonly Part[] {
  const { capPledged } = known.board.scenario.parameters.outlook;
  return wordsOn(known, 'pledge', battery)
    .filter(([, c]) => isCap(known.state, c))
    .map(([id, c], i) => {
      const { rank, credibility } = wordCells(known.state, id, c);
      return reckoned(`pledge${i + 1}`, {
        what: 'weight of a pledged cap',
        value: capPledged * rank.value * (credibility.value / 100),
        formula: 'pledged * rank * credibility / 100',
        parts: [parameter('pledged', capPledged, 'outlook.capPledged'), rank, credibility],
        sources: ['rules'],
      });
    });
}

const wordCells = (state: State, id: string, { power, rank }: Commitment) => ({
  rank: cell('rank', rank, `commitments/${id}`, 'rank'),
  credibility: cell('credibility', state.powers[power].credibility, `powers/${power}`, 'credibility'),
});

function treatyCaps({ board, state }: Known, battery: string): readonly Part[] {
  const owner = board.plans[battery]?.owner;
  if (!owner) return [];
  const { capSigned, capInspected } = board.scenario.parameters.treaties;
  return othersOf(owner).flatMap((other) => {
    const capped = treatiesBetween(state, [owner, other]).filter(([, { clauses }]) =>
      clauses.some((c) => c.type === 'cap' && c.battery === battery && c.count <= presentAt(state, battery)),
    );
    const isInspected = clausesBetween(state, [owner, other], 'inspection').length > 0;
    return capped.map(([id]) =>
      reckoned(`treaty_${other}_${id.replace(/\W/g, '_')}`, {
        what: 'weight of a signed cap',
        value: isInspected ? capInspected : capSigned,
        formula: 'signed',
        parts: [
          isInspected
            ? parameter('signed', capInspected, 'treaties.capInspected')
            : parameter('signed', capSigned, 'treaties.capSigned'),
        ],
        holdsBy: [cell('status', 1, `treaties/${id}`, 'status')],
        sources: ['rules'],
      }),
    );
  });
}

/** What of a battery's worst case a rival no longer assumes; `value` is what politics makes of it. */
export function deniedPart(known: Known, battery: string, by: Power | undefined, value: number): Part {
  if (value === 0 || !by) return none('denied', 'worst case dispelled');
  const unseen = [...inspectedParts(known, battery, by), ...visitParts(known, battery)];
  const denials = wordsOn(known, 'denial', battery).map(([id, c], i) => denialPart(known.state, `denial${i + 1}`, id, c));
  const learnt = learntParts(known, battery, by);
  const rest = [
    ...(unseen.length > 0 ? [`(1 - max(${unseen.map(({ symbol }) => symbol).join(', ')}))`] : []),
    ...(denials.length > 0 ? [`(1 - max(${denials.map(({ symbol }) => symbol).join(', ')}))`] : []),
    ...learnt.map(({ symbol }) => `(1 - ${symbol})`),
  ];
  return reckoned('denied', {
    what: 'worst case dispelled',
    value,
    formula: `1 - ${rest.join(' * ') || '1'}`,
    parts: [...unseen, ...denials, ...learnt],
    sources: ['rules'],
  });
}

function denialPart(state: State, symbol: string, id: string, c: Commitment): Part {
  const { rank, credibility } = wordCells(state, id, c);
  return reckoned(symbol, {
    what: 'weight of a denial',
    value: rank.value * (credibility.value / 100),
    formula: 'rank * credibility / 100',
    parts: [rank, credibility],
    sources: ['rules'],
  });
}

/** A parameter that counts as something is so. */
const since = (part: Part, fact: Part): Part =>
  reckoned(part.symbol, {
    what: part.symbol,
    value: part.value,
    formula: part.symbol,
    parts: [part],
    holdsBy: [fact],
    sources: ['rules'],
  });

function inspectedParts({ board, state }: Known, battery: string, by: Power): readonly Part[] {
  const owner = state.batteries[battery]?.owner;
  if (!owner) return [];
  const treaty = treatiesBetween(state, [owner, by]).find(([, { clauses }]) => clauses.some(({ type }) => type === 'inspection'));
  if (!treaty) return [];
  const inspected = parameter('inspected', board.scenario.parameters.treaties.inspected, 'treaties.inspected');
  return [since(inspected, cell('status', 1, `treaties/${treaty[0]}`, 'status'))];
}

function visitParts({ board, state }: Known, battery: string): readonly Part[] {
  const { visit } = board.scenario.parameters.orders;
  const visited = earlierDeedsOf(state, visit.memory).find(([, { kind, target }]) => kind === 'visit' && target === battery);
  if (!visited) return [];
  const [id, { turn }] = visited;
  return [since(parameter('visited', visit.inspected, 'orders.visit.inspected'), cell('turn', turn, `deeds/${id}`, 'turn'))];
}

function learntParts({ board, state }: Known, battery: string, by: Power): readonly Part[] {
  const id = `${by}>${state.batteries[battery]?.interceptor}`;
  const insight = state.insights[id];
  if (!insight) return [];
  const { dispels } = board.scenario.parameters.orders.intelligence;
  return [
    since(parameter('learnt', dispels, 'orders.intelligence.dispels'), cell('hits', insight.killA, `insights/${id}`, 'killA')),
  ];
}
