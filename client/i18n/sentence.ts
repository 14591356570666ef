/** Reasons and refusals of the core as sentences: their ids become names, their kinds become words. */
import type { Because } from '../../shared/state/ledger.ts';
import type { Refusal } from '../../shared/state/refusal.ts';
import { listed } from './format.ts';
import { type Named, nameOf, powerName, rungText, say } from './names.ts';
import { type Args, hasText, t } from './text.ts';

/** Arguments that are words of the rules, not ids of a scenario: the family of texts that each is found in. */
const WORDS: Readonly<Record<string, string>> = {
  order: 'order',
  kind: 'kind',
  speaker: 'speaker',
  venue: 'venue',
  posture: 'posture',
  choice: 'choice',
  firstChoice: 'choice',
  secondChoice: 'choice',
  programme: 'order',
  response: 'order',
  status: 'status',
  target: 'target',
  mind: 'mind',
  otherMind: 'mind',
  portfolio: 'portfolio',
};

/** Where a word is looked for whose argument says nothing of its kind. */
const FALLBACKS: readonly string[] = ['order', 'kind', 'posture', 'status', 'target'];

/** Why something changed. */
export function whySentence(board: Named, reason: Because): string {
  return t(reason.key, named(board, reason.args));
}

/** Why something may not be done. */
export function refusalSentence(board: Named, refusal: Refusal): string {
  return t(refusal.key, named(board, refusal.args));
}

function named(board: Named, args: Args): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (typeof value !== 'number') return [name, wordFor(board, name, value)];
      return [name, name === 'rung' ? rungText('alliance' in args ? 'alliances' : 'ladders', value) : value];
    }),
  );
}

function wordFor(board: Named, name: string, value: string): string {
  const family = WORDS[name];
  if (name === 'parties' || name === 'powers') return listed(value.split('+').map(powerName));
  if (family !== undefined && hasText(`${family}.${value}`)) return t(`${family}.${value}`);
  const asName = nameOf(board, value);
  if (asName !== value) return asName;
  if (name === 'event') return eventHeadline(board, value);
  const found = FALLBACKS.find((candidate) => hasText(`${candidate}.${value}`));
  return found === undefined ? value : t(`${found}.${value}`);
}

function eventHeadline(board: Named, id: string): string {
  const event = board.scenario.events.find((candidate) => candidate.id === id);
  return event ? say(event.headline) : id;
}
