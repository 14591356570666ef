/** The plan of an exercise, and those of its worlds that follow from it. */
import type { CreateExercise } from '../../shared/protocol/exercise.ts';
import type { CreateMatch } from '../../shared/protocol/lobby.ts';
import type { Theory } from '../../shared/scenario/names.ts';
import { type MatchPlan, planOf } from '../match/plan.ts';
import type { ShelvedScenario } from '../match/scenarios.ts';

export interface ExercisePlan extends Omit<CreateExercise, 'nickname' | 'worlds'> {
  readonly code: string;
  readonly keptUntilMs: number;
}

/** The two schools in turn: no class is told that one is right (RULES 8). */
const ALTERNATE: readonly Theory[] = ['stabilise', 'destabilise'];

interface Numbered {
  readonly plan: ExercisePlan;
  readonly shelved: ShelvedScenario;
  readonly number: number;
}

/** A world of an exercise. Each has luck of its own, so that nobody learns his fate from the next table. */
export function worldPlan(code: string, { plan, shelved, number }: Numbered): MatchPlan {
  const { scenario, clock, turnSeconds, bot, speech, seed, rehearsalMs, theories } = plan;
  const wish: CreateMatch = {
    scenario,
    seat: null,
    bots: { us: bot, ru: bot, cn: bot },
    friends: false,
    clock,
    ...(turnSeconds === undefined ? {} : { turnSeconds }),
    speech: speech === 'approved' ? 'free' : speech,
    nickname: 'Exercise',
    atOnce: false,
    watchMs: rehearsalMs,
    ...(seed === undefined ? {} : { seed: `${seed}-${number}` }),
  };
  const made = planOf(code, shelved, { wish, host: '', keptUntilMs: plan.keptUntilMs });
  const theory = ALTERNATE[(number - 1) % ALTERNATE.length];
  return {
    ...made,
    setup: theories === 'alternate' && theory !== undefined ? { ...made.setup, theory } : made.setup,
    pace: { ...made.pace, isLed: true },
    speech,
    exercise: plan.code,
  };
}
