/**
 * `threshold model coverage`: which battery can meet which corridor of a scenario, how often and from when, and how long
 * each discriminating radar has which track in view at each of the ranges that are claimed for it (RULES 3). With --partners
 * those who share their warning data with every owner: a power, or both others.
 */

import { coverOf, viewsOf } from '../../../shared/capability/coverage.ts';
import { whyCoverage } from '../../../shared/capability/explain-coverage.ts';
import { whySeconds, whyWindow } from '../../../shared/capability/explain-window.ts';
import { POWERS } from '../../../shared/scenario/names.ts';
import { boardAsked } from './board.ts';
import { BadInput, type Model, type Options } from './options.ts';

export const coverage: Model = {
  needs: ['scenario'],
  options: ['corridor', 'partners'],
  flags: ['why'],
  answer(options: Options) {
    const board = boardAsked(options);
    const corridors = board.coverage.corridors.map((corridor) => corridor.id);
    const only = options.has('corridor') ? options.text('corridor') : null;
    if (only !== null && !corridors.includes(only))
      throw new BadInput(`--corridor must be one of the scenario's, such as ${corridors[0]}, not "${only}".`);
    const isAsked = ({ corridor }: { readonly corridor: string }): boolean => only === null || corridor === only;
    const partners = options.has('partners') ? options.oneOf('partners', [...POWERS, 'both']) : null;
    const batteries = board.scenario.batteries.map(({ id }) => ({ battery: id, partners }));
    // Step by step a whole table would fill a book.
    const isTold = options.has('why') && only !== null;
    const groups = new Map(board.coverage.corridors.map((corridor) => [corridor.id, corridor.group]));
    const windows = batteries.flatMap((aided) =>
      coverOf(board.coverage, aided)
        .windows.filter(isAsked)
        .map(({ corridor, looks, firstS, lastS, detectedS, by }) => ({
          battery: aided.battery,
          corridor,
          group: groups.get(corridor) ?? '',
          looks,
          firstWindowS: firstS,
          lastWindowS: lastS,
          detectedS,
          detectedBy: by,
          ...(isTold ? { why: whyWindow(board, aided, corridor) } : {}),
        })),
    );
    const shares = batteries.flatMap((aided) =>
      Object.entries(coverOf(board.coverage, aided).shares).map(([group, share]) => ({
        battery: aided.battery,
        group,
        share,
        ...(options.has('why') ? { why: { share: whyCoverage(board, aided, group) } } : {}),
      })),
    );
    const inView = viewsOf(board.scenario)
      .filter(isAsked)
      .map((view) => (isTold ? { ...view, why: { seconds: whySeconds(board, view) } } : view));
    return { scenario: board.scenario.id, windows, shares, inView };
  },
};
