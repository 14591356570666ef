/** Why batteries cover what they cover now: the geometry, and what lets their owner use the eyes of others in it. */
import { aidedNow, sharesWarning } from '../belief/warning.ts';
import type { Aided } from '../capability/coverage.ts';
import { whyCoverage, whyLooks, whyReach } from '../capability/explain-coverage.ts';
import { cell, type Part, type Why } from '../capability/why.ts';
import { dyadOf, othersOf, type Power, WARNING_RUNG } from '../scenario/names.ts';
import { rungOf } from '../state/read.ts';
import { treatiesBetween } from '../state/treaties.ts';
import type { Known } from './explain-forces.ts';

export const whyCoverNow = (known: Known, battery: string, group: string): Why =>
  withEyes(known, [battery], ([aided]) => whyCoverage(known.board, aided ?? { battery, partners: null }, group));

export const whyReachNow = (known: Known, batteries: readonly string[], group: string): Why =>
  withEyes(known, batteries, (aided) => whyReach(known.board, aided, group));

export const whyLooksNow = (known: Known, batteries: readonly string[], group: string): Why =>
  withEyes(known, batteries, (aided) => whyLooks(known.board, aided, group));

function withEyes(known: Known, batteries: readonly string[], tell: (aided: readonly Aided[]) => Why): Why {
  const aided = batteries.map((battery) => aidedNow(known.board, known.state, battery));
  const helped = aided.filter(({ partners }) => partners !== null);
  const owners = new Set(helped.flatMap(({ battery }) => known.board.plans[battery]?.owner ?? []));
  const why = tell(aided);
  return owners.size === 0 ? why : { ...why, holdsBy: [...owners].flatMap((owner) => partnerParts(known, owner)) };
}

/** The rung or the treaty by which each partner shares. */
function partnerParts({ state }: Known, power: Power): readonly Part[] {
  return othersOf(power)
    .filter((other) => sharesWarning(state, power, other))
    .map((other) => {
      const rung = rungOf(state, power, other);
      if (rung >= WARNING_RUNG) return cell(`rung_${other}`, rung, `ladders/${dyadOf(power, other)}`, 'rung');
      const exchanging = treatiesBetween(state, [power, other]).find(([, { clauses }]) =>
        clauses.some(({ type }) => type === 'data-exchange'),
      );
      return cell(`treaty_${other}`, 1, `treaties/${exchanging?.[0]}`, 'status');
    });
}
