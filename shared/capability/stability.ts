/** One pair of powers with the forces of 2016, by the formulas of SCIENCE 2.2 alone: the tables of SCIENCE 2.4. */
import { COUNTERFORCE_2016, FORCES_2016 } from '../scenario/forces-2016.ts';
import type { Power } from '../scenario/names.ts';
import { type Costs, costs, DEFAULT_TERMS, type ExchangeTerms, type Side } from './exchange.ts';
import { type Posture, survivors, totalWarheads } from './force.ts';

export interface StabilityQuestion {
  readonly attacker: Power;
  readonly defender: Power;
  /** Of both sides, as is launch under attack. */
  readonly posture: Posture;
  readonly launchUnderAttack: number;
  /** The attacker's and the defender's. */
  readonly interceptors: number;
  readonly defenderInterceptors: number;
  readonly singleShot: number;
  readonly tracking: number;
  readonly terms: ExchangeTerms;
}

/** What SCIENCE 2.4 takes where it says nothing else. */
export const TABLE_DEFAULTS = {
  posture: 'day',
  launchUnderAttack: 0,
  interceptors: 0,
  defenderInterceptors: 0,
  singleShot: 0.56,
  tracking: 0.9,
  terms: { ...DEFAULT_TERMS, suppression: 0 },
} as const satisfies Partial<StabilityQuestion>;

export interface Stability {
  readonly attacker: Costs;
  readonly defender: Costs;
  /** S6: the product of both thresholds; 1 is stable. */
  readonly index: number;
}

export function stabilityOf(question: StabilityQuestion): Stability {
  const us = sideOf(question, question.attacker, question.defender, question.interceptors);
  const rival = sideOf(question, question.defender, question.attacker, question.defenderInterceptors);
  const attacker = costs(us, rival, question.terms);
  const defender = costs(rival, us, question.terms);
  return { attacker, defender, index: attacker.breakEven * defender.breakEven };
}

function sideOf(question: StabilityQuestion, power: Power, rival: Power, interceptors: number): Side {
  const { posture, launchUnderAttack, singleShot, tracking } = question;
  const legs = FORCES_2016[power];
  return {
    total: totalWarheads(legs),
    survivors: survivors(legs, { posture, launchUnderAttack, mobileAlertShift: 0 }),
    counterforce: COUNTERFORCE_2016[power][rival] ?? 0,
    defence: { interceptors, singleShot, tracking },
  };
}
