/** The words for what a ledger line is about: its subject, its variable, its values, its rule. */
import type { Board } from '../../shared/capability/board.ts';
import type { Effect } from '../../shared/state/ledger.ts';
import type { Commitment, Deed, Json, Spoken, Work } from '../../shared/state/state.ts';
import { listed, num } from '../i18n/format.ts';
import { nameOf, powerName, rungText } from '../i18n/names.ts';
import { hasText, t } from '../i18n/text.ts';
import { bandOf, CONSENT_LIMITS, STAGE_LIMITS } from '../model/standing.ts';
import { type Gauges, movedInWords } from './gauge-words.ts';
import { wordsHeadlineText } from './headline-text.tsx';
import { commitmentText } from './open-commitments.tsx';

/** `pairs/us>ru` is "United States towards Russia"; `world` is the world. */
export function subjectText(board: Board, subject: string): string {
  const [collection = '', id = ''] = subject.split('/');
  if (id === '') return t(`subject.${collection}`);
  const [from = '', to = ''] = id.split('>');
  if (collection === 'pairs') return t('subject.pair', { from: powerName(from), to: powerName(to) });
  if (collection === 'leverage') return t('subject.leverage', { from: powerName(from), to: nameOf(board, to) });
  const name = nameOf(board, id);
  return name === id ? t(`subject.${collection}`) : name;
}

export function variableName(variable: string): string {
  return hasText(`variable.${variable}`) ? t(`variable.${variable}`) : variable;
}

export function ruleName(rule: string): string {
  return hasText(`rule.${rule}`) ? t(`rule.${rule}`) : rule;
}

/** What a line is about, and what it did to it: a thing that came or went has no figures. */
export function lineText(
  board: Board,
  effect: Pick<Effect, 'subject' | 'variable' | 'before' | 'after'>,
  gauges: Gauges,
): { readonly what: string; readonly change: string } {
  const { subject, variable, before, after } = effect;
  if (variable === 'self')
    return { what: thingText(board, subject, after ?? before), change: t(after === null ? 'ledger.gone' : 'ledger.new') };
  const what = t('ledger.of', { subject: subjectText(board, subject), variable: variableName(variable) });
  const told = (value: Json): string =>
    variable === 'rung' && typeof value === 'number' ? rungText(ladderOf(subject), value) : valueText(board, variable, value);
  return { what, change: movedInWords(gauges, effect) ?? t('ledger.change', { before: told(before), after: told(after) }) };
}

const ladderOf = (subject: string): 'ladders' | 'alliances' => (subject.startsWith('alliances/') ? 'alliances' : 'ladders');

/** What was done and in which turn, for whoever reads it beside words. */
export function deedText(board: Board, { turn, kind, target }: Pick<Deed, 'turn' | 'kind' | 'target'>): string {
  const deed = t(`order.${kind}`);
  return t('said.deed', { turn, deed: target === '' ? deed : t('said.deed-at', { deed, target: nameOf(board, target) }) });
}

function thingText(board: Board, subject: string, thing: Json): string {
  const [collection] = subject.split('/');
  if (collection === 'deeds') {
    const deed = thing as unknown as Deed;
    return t('ledger.deed', {
      power: powerName(deed.power),
      order: t(`order.${deed.kind}`),
      target: deed.target === '' ? '' : nameOf(board, deed.target),
    }).trim();
  }
  if (collection === 'spoken') return wordsHeadlineText(board, thing as unknown as Spoken);
  if (collection === 'commitments') return commitmentText(board, thing as unknown as Commitment);
  if (collection === 'works') return workText(board, thing as unknown as Work);
  return subjectText(board, subject);
}

export function workText(board: Board, work: Work): string {
  const what = work.what === 'battery' ? nameOf(board, work.battery) : t(`order.${work.what}`);
  return t('ledger.work', { what, add: work.add });
}

/** Variables between 0 and 1 need two decimals to show a change. */
const FINE = new Set(['killA', 'killB', 'decoyA', 'decoyB', 'tradeLost', 'provocation']);

export function valueText(board: Board, variable: string, value: Json): string {
  if (value === null) return t('value.none');
  if (typeof value === 'number' && variable === 'consent') return t(`band.${bandOf(value, CONSENT_LIMITS)}`);
  if (typeof value === 'number' && variable === 'stage') return t(`band.${bandOf(value, STAGE_LIMITS)}`);
  if (typeof value === 'number') return num(value, FINE.has(variable) ? '2' : '1');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'string') return wordOf(board, value);
  if (Array.isArray(value)) return listed(value.map((each) => valueText(board, variable, each)));
  return t('value.there');
}

/** By how much a number moved; nothing where that rounds to nothing, or is told as a band. */
export function movedText(variable: string, by: number): string {
  const isFine = FINE.has(variable);
  if (Math.abs(by) < (isFine ? 0.005 : 0.05) || variable === 'consent' || variable === 'stage') return '';
  return num(by, isFine ? '+2' : '+');
}

function wordOf(board: Board, value: string): string {
  const name = nameOf(board, value);
  if (name !== value) return name;
  const family = ['status', 'posture', 'phase', 'ending', 'kind', 'order'].find((each) => hasText(`${each}.${value}`));
  return family ? t(`${family}.${value}`) : value;
}
