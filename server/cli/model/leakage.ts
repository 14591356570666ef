/** `threshold model leakage`: how many warheads get through an inventory, and the chance that none does (SCIENCE 1.1). */
import { apparentObjects } from '../../../shared/capability/engagement.ts';
import { type LeakageQuestion, leakageOf } from '../../../shared/capability/leakage.ts';
import { MOST_INTERCEPTORS, MOST_LOOKS, MOST_OBJECTS } from '../../../shared/capability/shoot-look-shoot.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { BadInput, COUNT, type Model, type Options, WARHEADS } from './options.ts';

export const leakage: Model = {
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
    return leakageOf(question);
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
