/** One pair of powers with the forces of 2016, by the formulas of SCIENCE 2.2 alone: the tables of SCIENCE 2.4. */
import { COUNTERFORCE_2016, FORCES_2016 } from '../scenario/forces-2016.ts';
import type { Power } from '../scenario/names.ts';
import type { Leg } from '../scenario/schema.ts';
import { type Costs, costs, DEFAULT_TERMS, type ExchangeTerms, type Side } from './exchange.ts';
import { type Posture, type Readiness, survivors, totalWarheads } from './force.ts';
import { guarded } from './point-defence.ts';

export interface StabilityQuestion {
  readonly attacker: Power;
  readonly defender: Power;
  /** Of both sides, as is launch under attack. */
  readonly posture: Posture;
  readonly launchUnderAttack: number;
  /** The attacker's and the defender's. */
  readonly interceptors: number;
  readonly defenderInterceptors: number;
  /** Interceptors that guard the defender's silos and nothing else. */
  readonly siloInterceptors: number;
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
  siloInterceptors: 0,
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
  const us = sideOf(question, question.attacker, question.defender, { area: question.interceptors, silo: 0 });
  const rival = sideOf(question, question.defender, question.attacker, {
    area: question.defenderInterceptors,
    silo: question.siloInterceptors,
  });
  const attacker = costs(us, rival, question.terms);
  const defender = costs(rival, us, question.terms);
  return { attacker, defender, index: attacker.breakEven * defender.breakEven };
}

interface Interceptors {
  readonly area: number;
  readonly silo: number;
}

function sideOf(question: StabilityQuestion, power: Power, rival: Power, { area, silo }: Interceptors): Side {
  const { singleShot, tracking } = question;
  const legs = forceOf(question, power, rival, silo);
  return {
    total: totalWarheads(legs),
    survivors: survivors(legs, readinessOf(question)),
    counterforce: COUNTERFORCE_2016[power][rival] ?? 0,
    defence: { interceptors: area, singleShot, tracking },
  };
}

const readinessOf = ({ posture, launchUnderAttack }: StabilityQuestion): Readiness => ({
  posture,
  launchUnderAttack,
  mobileAlertShift: 0,
});

function forceOf({ singleShot, tracking }: StabilityQuestion, power: Power, rival: Power, silo: number): readonly Leg[] {
  const struck = COUNTERFORCE_2016[rival][power] ?? 0;
  return FORCES_2016[power].map((leg) => guarded(leg, { struck, interceptors: silo, singleShot, tracking }));
}
