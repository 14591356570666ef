/** `threshold model stability`: what going first costs one power against another, with the forces of 2016 (SCIENCE 2.4). */
import { whyStabilityAnswer } from '../../../shared/capability/explain-stability.ts';
import { type StabilityQuestion, stabilityOf, TABLE_DEFAULTS } from '../../../shared/capability/stability.ts';
import { POWERS } from '../../../shared/scenario/names.ts';
import { BadInput, COUNT, type Model, type Options } from './options.ts';

const TERM = { least: 0, most: 10 };

export const stability: Model = {
  needs: ['attacker', 'defender'],
  options: [
    'posture',
    'interceptors',
    'defender-interceptors',
    'silo-interceptors',
    'single-shot',
    'tracking',
    'launch-under-attack',
    'suppression',
    'taboo',
    'lambda',
    'n50',
  ],
  flags: ['why'],
  answer(options: Options) {
    const attacker = options.oneOf('attacker', POWERS);
    const defender = options.oneOf('defender', POWERS);
    if (attacker === defender) throw new BadInput('--attacker and --defender must be two powers.');
    const { terms, ...defaults } = TABLE_DEFAULTS;
    const question: StabilityQuestion = {
      attacker,
      defender,
      posture: options.oneOf('posture', ['day', 'generated'] as const, defaults.posture),
      interceptors: options.number('interceptors', { ...COUNT, otherwise: defaults.interceptors }),
      defenderInterceptors: options.number('defender-interceptors', { ...COUNT, otherwise: defaults.defenderInterceptors }),
      siloInterceptors: options.number('silo-interceptors', { ...COUNT, otherwise: defaults.siloInterceptors }),
      singleShot: options.share('single-shot', defaults.singleShot),
      tracking: options.share('tracking', defaults.tracking),
      launchUnderAttack: options.share('launch-under-attack', defaults.launchUnderAttack),
      terms: {
        ...terms,
        n50: options.number('n50', { least: 1, most: 10_000, otherwise: terms.n50 }),
        lambda: options.number('lambda', { ...TERM, otherwise: terms.lambda }),
        taboo: options.number('taboo', { ...TERM, otherwise: terms.taboo }),
        suppression: options.share('suppression', terms.suppression),
      },
    };
    const found = stabilityOf(question);
    return {
      costFirst: found.attacker.costFirst,
      costSecond: found.attacker.costSecond,
      threshold: found.attacker.breakEven,
      thresholdOfDefender: found.defender.breakEven,
      index: found.index,
      arriving: found.attacker.arriving,
      ...(options.has('why') ? { why: whyStabilityAnswer(question) } : {}),
    };
  },
};
