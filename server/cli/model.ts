/** `threshold model ...`: the formulas of the game asked one by one, which is what outside checks call. */
import { parseArgs } from 'node:util';
import { requiredKill, requiredShots } from '../../shared/capability/engagement.ts';
import type { Side } from '../../shared/capability/exchange.ts';
import { costs, DEFAULT_TERMS } from '../../shared/capability/exchange.ts';
import { survivors, totalWarheads } from '../../shared/capability/force.ts';
import { horizonRangeKm } from '../../shared/capability/radar.ts';
import { LONGEST_RANGE_KM, lofted, minimumEnergy } from '../../shared/capability/trajectory.ts';
import { LIMITS } from '../../shared/limits.ts';
import { COUNTERFORCE_2016, FORCES_2016 } from '../../shared/scenario/forces-2016.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { leakage } from './leakage.ts';

export type ModelAnswer = { readonly json: object } | { readonly refusal: string };

/** A mistake of the caller's; carries the sentence to print. Never leaves this file. */
class BadInput extends Error {}

/** Answers one question, or says in a sentence why it cannot. The first argument names the model. */
export function runModel(args: string[]): ModelAnswer {
  const [name = '', ...rest] = args;
  const model = Object.hasOwn(MODELS, name) ? MODELS[name] : undefined;
  if (!model) return { refusal: `There is no model "${name}". There are: ${Object.keys(MODELS).join(', ')}.` };
  try {
    return { json: model.answer(new Options(rest, model.options)) };
  } catch (error) {
    if (error instanceof BadInput) return { refusal: error.message };
    throw error;
  }
}

interface Model {
  readonly options: readonly string[];
  readonly answer: (options: Options) => object;
}

/** What was written after the model's name: each value is checked as it is asked for. */
class Options {
  private readonly values: Readonly<Record<string, string | boolean | undefined>>;

  constructor(args: string[], names: readonly string[]) {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    try {
      this.values = parseArgs({ args, options: { ...options, json: { type: 'boolean' } }, strict: true }).values;
    } catch (error) {
      // parseArgs throws only for what the caller wrote; its first line says what.
      throw new BadInput(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  /** A number within bounds; without a default it must be given. */
  number(
    name: string,
    { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise?: number },
  ): number {
    const text = this.values[name];
    if (text === undefined && otherwise !== undefined) return otherwise;
    if (typeof text !== 'string') throw new BadInput(`--${name} must be given.`);
    const value = Number(text);
    if (text.trim() !== '' && value >= least && value <= most) return value;
    throw new BadInput(`--${name} must be a number from ${least} to ${most}, not "${text}".`);
  }

  whole(name: string, bounds: { readonly least: number; readonly most: number; readonly otherwise?: number }): number {
    const value = this.number(name, bounds);
    if (Number.isInteger(value)) return value;
    throw new BadInput(`--${name} must be a whole number, not ${value}.`);
  }

  share(name: string, otherwise?: number): number {
    return this.number(name, otherwise === undefined ? SHARE : { ...SHARE, otherwise });
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], otherwise?: T): T {
    const text = this.values[name] ?? otherwise;
    const found = allowed.find((each) => each === text);
    if (found !== undefined) return found;
    throw new BadInput(`--${name} must be one of ${allowed.join(', ')}${text === undefined ? '' : `, not "${String(text)}"`}.`);
  }
}

const SHARE = { least: 0, most: 1 };
const COUNT = { least: 0, most: LIMITS.inventory };
const WARHEADS = { least: 1, most: LIMITS.inventory };

const MODELS: Readonly<Record<string, Model>> = {
  trajectory: { options: ['range-km', 'apogee-km'], answer: trajectoryAnswer },
  leakage: {
    options: [
      'warheads',
      'interceptors',
      'single-shot',
      'tracking',
      'common-mode',
      'decoys',
      'warheads-seen',
      'decoys-taken',
      'assignment',
      'looks',
    ],
    answer: leakageAnswer,
  },
  shots: { options: ['warheads', 'no-leak', 'single-shot', 'tracking', 'common-mode'], answer: shotsAnswer },
  horizon: { options: ['altitude-km', 'elevation-deg'], answer: horizonAnswer },
  stability: {
    options: [
      'attacker',
      'defender',
      'posture',
      'interceptors',
      'single-shot',
      'tracking',
      'launch-under-attack',
      'suppression',
      'taboo',
      'lambda',
      'n50',
    ],
    answer: stabilityAnswer,
  },
};

function trajectoryAnswer(options: Options): object {
  const rangeKm = options.number('range-km', { least: 1, most: Math.floor(LONGEST_RANGE_KM) });
  if (!options.has('apogee-km')) return minimumEnergy(rangeKm);
  return lofted(rangeKm, options.number('apogee-km', { least: 1, most: 100_000 }));
}

function leakageAnswer(options: Options): object {
  const question = {
    warheads: options.whole('warheads', WARHEADS),
    interceptors: options.whole('interceptors', COUNT),
    singleShot: options.share('single-shot'),
    tracking: options.share('tracking', 1),
    commonMode: options.share('common-mode', 1),
    decoys: options.whole('decoys', { least: 0, most: 10 * LIMITS.inventory, otherwise: 0 }),
    warheadsSeen: options.share('warheads-seen', 1),
    decoysTaken: options.share('decoys-taken', 1),
    assignment: options.oneOf('assignment', ['uniform', 'random'], 'uniform'),
    looks: options.whole('looks', { least: 1, most: 4, otherwise: 1 }),
  };
  const answer = leakage(question);
  if (typeof answer === 'string') throw new BadInput(answer);
  return answer;
}

function shotsAnswer(options: Options): object {
  const warheads = options.whole('warheads', WARHEADS);
  const noLeak = options.share('no-leak');
  const singleShot = options.share('single-shot');
  const tracking = options.share('tracking', 1);
  const commonMode = options.share('common-mode', 1);
  const kill = requiredKill(commonMode === 0 ? Number.POSITIVE_INFINITY : noLeak / commonMode, warheads);
  const exact = requiredShots(kill, { singleShot, tracking });
  if (exact === Number.POSITIVE_INFINITY) return { infeasible: true };
  // A whole answer must not be lifted to the next by the last bit of a logarithm.
  const shots = Math.ceil(exact - 1e-9);
  return { shots, shotsExact: exact, interceptors: shots * warheads, requiredKill: kill };
}

function horizonAnswer(options: Options): object {
  const altitudeKm = options.number('altitude-km', { least: 0, most: 100_000 });
  const elevation = options.number('elevation-deg', { least: 0, most: 90, otherwise: 0 });
  return { groundRangeKm: horizonRangeKm(altitudeKm, elevation) };
}

function stabilityAnswer(options: Options): object {
  const attacker = options.oneOf('attacker', POWERS);
  const defender = options.oneOf('defender', POWERS);
  if (attacker === defender) throw new BadInput('--attacker and --defender must be two powers.');
  const readiness = {
    posture: options.oneOf('posture', ['day', 'generated'] as const, 'day'),
    launchUnderAttack: options.share('launch-under-attack', 0),
    mobileAlertShift: 0,
  };
  const quality = { singleShot: options.share('single-shot', 0.56), tracking: options.share('tracking', 0.9) };
  const interceptors = options.number('interceptors', { ...COUNT, otherwise: 0 });
  const side = (power: Power, rival: Power, own: number): Side => {
    const legs = FORCES_2016[power];
    return {
      total: totalWarheads(legs),
      survivors: survivors(legs, readiness),
      counterforce: COUNTERFORCE_2016[power][rival] ?? 0,
      defence: { interceptors: own, ...quality },
    };
  };
  const terms = {
    ...DEFAULT_TERMS,
    n50: options.number('n50', { least: 1, most: 10_000, otherwise: DEFAULT_TERMS.n50 }),
    lambda: options.number('lambda', { least: 0, most: 10, otherwise: DEFAULT_TERMS.lambda }),
    taboo: options.number('taboo', { least: 0, most: 10, otherwise: DEFAULT_TERMS.taboo }),
    suppression: options.share('suppression', 0),
  };
  const first = side(attacker, defender, interceptors);
  const second = side(defender, attacker, 0);
  const forAttacker = costs(first, second, terms);
  const forDefender = costs(second, first, terms);
  return {
    costFirst: forAttacker.costFirst,
    costSecond: forAttacker.costSecond,
    threshold: forAttacker.breakEven,
    thresholdOfDefender: forDefender.breakEven,
    index: forAttacker.breakEven * forDefender.breakEven,
    arriving: forAttacker.arriving,
  };
}
