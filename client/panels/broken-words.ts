/** Which of a seat's own open pledges an order would break, each in a sentence; those that the sheet gives up openly are none. */
import type { Order } from '../../shared/orders/sheet.ts';
import { t } from '../i18n/text.ts';
import { pledgesBrokenBy, type Speaking } from '../model/composing.ts';
import type { Match } from '../model/match.ts';
import { commitmentText } from './open-commitments.tsx';

export function brokenWords(match: Match, speaking: Pick<Speaking, 'state' | 'power'>, order: Order): readonly string[] {
  const { abandon } = match.draft.sheet.value;
  return pledgesBrokenBy(speaking, order).flatMap((id) => {
    const pledge = speaking.state.commitments[id];
    return pledge === undefined || abandon.includes(id)
      ? []
      : [t('sheet.breaks-pledge', { pledge: commitmentText(match.board, pledge) })];
  });
}
