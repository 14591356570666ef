/** What a command did, or why it did nothing, as one sentence. */

import { POWERS_ALONE, powerName } from '../i18n/names.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { type Args, t } from '../i18n/text.ts';
import type { Command } from '../model/console-undo.ts';
import type { Receipt } from '../model/exercise-desk.ts';
import { personOf, worldName } from './world-name.ts';

export function receiptText({ command, view, refusal }: Receipt): string {
  const done = commandText(command, view);
  if (refusal === null) return done;
  return t('receipt.refused', { command: done, reason: refusalSentence(POWERS_ALONE, refusal) });
}

export function commandText({ name, body }: Command, view: Receipt['view']): string {
  const { world, power, participant, to } = body as { readonly [key: string]: unknown };
  const args = {
    world: worldName(view, typeof world === 'string' ? world : 'all'),
    power:
      typeof power === 'string'
        ? powerName(power)
        : typeof to === 'string' && to !== 'all'
          ? powerName(to)
          : t('world.everybody'),
    person: typeof participant === 'string' ? personOf(view, participant) : '',
  };
  return t(`receipt.${keyOf({ name, body } as Command)}`, { ...args, ...figuresOf(body) });
}

/** Commands that switch something say which way. */
function keyOf({ name, body }: Command): string {
  if (name === 'freeze') return body.isFrozen ? 'freeze' : 'thaw';
  if (name === 'mute') return body.isMuted ? 'mute' : 'unmute';
  if (name === 'numbers') return body.isShown ? 'numbers' : 'bands';
  if (name === 'paper-seat') return body.isOnPaper ? 'paper-seat' : 'paper-device';
  if (name === 'approve') return body.isApproved ? 'approve' : 'hold-back';
  if (name === 'hot-wash') return body.question === null ? 'hot-wash-closed' : 'hot-wash';
  if (name === 'place') return body.power === null ? 'place-observer' : 'place';
  return name;
}

function figuresOf(body: Command['body']): Args {
  const said = body as Readonly<Record<string, unknown>>;
  const numbers = ['seconds', 'toTurn', 'factor'].flatMap((key) => (key in said ? [[key, Number(said[key])] as const] : []));
  return { ...Object.fromEntries(numbers), ...('bot' in said ? { bot: t(`bot.${String(said['bot'])}`) } : {}) };
}
