/** What the bots were thinking, turn by turn: secret while the game lasted, worked out again from its record. */
import type { JSX } from 'preact';
import type { Thoughts as BotThoughts } from '../../shared/bots/thoughts.ts';
import type { Board } from '../../shared/capability/board.ts';
import { powerName } from '../i18n/names.ts';
import { whySentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { previewText } from './headline-text.tsx';
import { orderName } from './order-name.ts';
import { SeatMark } from './seat-mark.tsx';

interface Props {
  readonly board: Board;
  readonly thoughts: readonly BotThoughts[];
}

export function Thoughts({ board, thoughts }: Props): JSX.Element {
  const turns = [...new Set(thoughts.map(({ turn }) => turn))];
  return (
    <section>
      <h2>{t('report.thoughts')}</h2>
      <p class="small dim">{t(thoughts.length === 0 ? 'report.thoughts.none' : 'report.thoughts.note')}</p>
      {turns.map((turn) => (
        <details key={turn} class="turn-deeds">
          <summary>{t('ledger.turn', { turn })}</summary>
          <div class="score-cards">
            {thoughts
              .filter((each) => each.turn === turn)
              .map((each) => (
                <OneBot key={each.power} board={board} thoughts={each} />
              ))}
          </div>
        </details>
      ))}
    </section>
  );
}

function OneBot({ board, thoughts }: { readonly board: Board; readonly thoughts: BotThoughts }): JSX.Element {
  const { power, bot, reasons, order, words } = thoughts;
  return (
    <article class={`score-card ${power}`}>
      <h3>
        <SeatMark power={power} /> {powerName(power)} <span class="small dim">{t(`bot.${bot}`)}</span>
      </h3>
      <ul>
        {reasons.map((reason, i) => (
          <li key={i}>{whySentence(board, reason)}</li>
        ))}
        {order === null ? null : (
          <li>
            {t('bot.thought.ordered', { what: orderName(board, order.what) })} {whySentence(board, order.why)}
          </li>
        )}
        {words === null ? null : (
          <li>
            {t('bot.thought.said', { what: previewText(board, power, words.what) })} {whySentence(board, words.why)}
          </li>
        )}
      </ul>
    </article>
  );
}
