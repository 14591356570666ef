/** `threshold model leakage`: how many warheads get through an inventory, and the chance that none does (SCIENCE 1.1). */
import { apparentObjects } from '../../../shared/capability/engagement.ts';
import { whyLeakers, whyOfRow } from '../../../shared/capability/explain-leakers.ts';
import { mixtureOf } from '../../../shared/capability/explain-mixture.ts';
import { whyLeakage } from '../../../shared/capability/explain-raid.ts';
import { type LeakageQuestion, leakageOf } from '../../../shared/capability/leakage.ts';
import { mixedLeakers } from '../../../shared/capability/mixed-raid.ts';
import { MOST_INTERCEPTORS, MOST_LOOKS, MOST_OBJECTS, survivorChances } from '../../../shared/capability/shoot-look-shoot.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { BadInput, COUNT, type Model, type Options, WARHEADS } from './options.ts';

export const leakage: Model = {
  needs: ['warheads', 'interceptors', 'single-shot'],
  options: ['tracking', 'common-mode', 'decoys', 'warheads-seen', 'decoys-taken', 'assignment', 'looks'],
  flags: ['distribution', 'why'],
  answer(options: Options) {
    const question: LeakageQuestion = {
      warheads: options.whole('warheads', WARHEADS),
      interceptors: options.whole('interceptors', COUNT),
      singleShot: options.share('single-shot'),
      tracking: options.share('tracking', 1),
      commonMode: options.share('common-mode', 1),
      decoys: options.whole('decoys', { least: 0, most: 10 * LIMITS.inventory, otherwise: 0 }),
      warheadsSeen: options.share('warheads-seen', 1),
      decoysTaken: options.share('decoys-taken', 1),
      assignment: options.oneOf('assignment', ['uniform', 'random'], 'uniform'),
      looks: options.whole('looks', { least: 1, most: MOST_LOOKS, otherwise: 1 }),
    };
    if (question.looks > 1) checkLooks(question);
    const answer = { ...leakageOf(question), ...(options.has('why') ? { why: whyLeakage(question) } : {}) };
    return options.has('distribution') ? { ...answer, ...distributionOf(question, answer.why) } : answer;
  },
};

function checkLooks(question: LeakageQuestion): void {
  if (question.assignment === 'random')
    throw new BadInput('Several looks have no random assignment: leave out --looks or --assignment.');
  if (Math.ceil(apparentObjects(question)) > MOST_OBJECTS || question.interceptors > MOST_INTERCEPTORS)
    throw new BadInput(
      `Several looks are worked out for at most ${MOST_OBJECTS} apparent objects and ${MOST_INTERCEPTORS} interceptors.`,
    );
}

/** So many warheads and decoys are worked through in about a second. */
const MOST_SPREAD = 300;

/**
 * The chance of each number of leakers, for one uniform salvo at warheads that are all seen. Where decoys are partly taken
 * the figures above it are the distribution's own, not F13's at the mean number of objects, which would contradict it.
 */
function distributionOf(question: LeakageQuestion, why: ReturnType<typeof whyLeakage> | undefined): object {
  const { warheads, decoys, warheadsSeen, assignment, looks, commonMode, decoysTaken } = question;
  if (assignment !== 'uniform' || looks > 1 || warheadsSeen < 1 || warheads + decoys > MOST_SPREAD)
    throw new BadInput(
      `--distribution is for one uniform salvo, --warheads-seen 1 and at most ${MOST_SPREAD} warheads and decoys together.`,
    );
  const isMixed = decoys > 0 && decoysTaken > 0;
  const works = isMixed
    ? mixedLeakers(warheads, decoys, question)
    : survivorChances(warheads, question.interceptors, question.singleShot, question.tracking);
  const chances = works.map((chance, n) => commonMode * chance + (n === warheads ? 1 - commonMode : 0));
  const mixture = why && isMixed ? mixtureOf(question) : undefined;
  const whys = why ? whyLeakers(question, { works, chances }, mixture) : [];
  const leakers = chances.map((chance, n) => ({ leakers: n, chance, ...(why ? { why: { chance: whys[n] } } : {}) }));
  if (!isMixed) return { method: 'convolution', leakers };
  const expectedLeakers = chances.reduce((sum, chance, n) => sum + n * chance, 0);
  return {
    expectedLeakers,
    noLeakProbability: chances[0],
    method: 'mixed',
    leakers,
    ...mixture,
    ...(why ? { why: { ...why, ...whyOfRow(chances, expectedLeakers) } } : {}),
  };
}
