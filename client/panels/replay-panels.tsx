/** What only a replay shows: the sheets that were handed in, and the channels. */
import type { JSX } from 'preact';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import type { Replay } from '../model/replay.ts';
import { NoteList } from './note-list.tsx';
import { PowerDeeds } from './report-deeds.tsx';
import { SeatMark } from './seat-mark.tsx';

interface Props {
  readonly replay: Replay;
}

/** The sheets of the turn that has just been played: a seat's own, or all. */
export function ReplaySheets({ replay }: Props): JSX.Element {
  const { game, position, viewer, match } = replay;
  const turn = game.played[position.value - 1]?.turn ?? 0;
  const played = game.played.find((one) => one.turn === turn && one.step.type === 'turn');
  const eyes = viewer.value;
  const seats: readonly Power[] = eyes === 'all' ? POWERS : eyes === 'public' ? [] : [eyes];
  return (
    <section class="replay-sheets">
      <h2>{t('replay.sheets')}</h2>
      {played?.step.type !== 'turn' ? <p class="dim">{t('replay.sheets-start')}</p> : null}
      {played?.step.type === 'turn' && seats.length === 0 ? <p class="dim">{t('replay.public-sheets')}</p> : null}
      {played?.step.type === 'turn'
        ? seats.map((power) => (
            <PowerDeeds
              key={power}
              board={match.board}
              power={power}
              each={{ turn, sheets: played.step.type === 'turn' ? played.step.sheets : {}, returned: played.returned }}
            />
          ))
        : null}
      <NoteList notes={replay.file.notes.filter((note) => note.turn === turn)} />
    </section>
  );
}

export function ReplayLines({ replay }: Props): JSX.Element {
  // Read so that the list is another one when the reader moves or changes his eyes.
  void replay.position.value;
  void replay.viewer.value;
  const lines = replay.lines();
  return (
    <section class="talks">
      <h2>{t('tab.talks')}</h2>
      {lines.length === 0 ? <p class="dim">{t('replay.lines-none')}</p> : null}
      <ol class="talk-lines">
        {lines.map((line) => (
          <li key={line.id}>
            <span class="small dim">
              <SeatMark power={line.from} filled /> {powerName(line.from)} →{' '}
              {line.to === 'all' ? t('talks.all') : powerName(line.to)} · {t('turn.short', { turn: line.turn })}
            </span>
            <LineText line={line} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function LineText({ line }: { readonly line: ChannelLine }): JSX.Element {
  if (line.phrase !== null) return <p>{t(`phrase.${line.phrase}`)}</p>;
  if (line.words !== null) return <p lang={line.language}>{line.words}</p>;
  if (line.signs !== null) return <p class="good">{t('talks.signed')}</p>;
  return <p>{line.offer === null ? '–' : t('replay.offer', { what: t(`order.${line.offer.what}`) })}</p>;
}
