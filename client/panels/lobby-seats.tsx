/** The three seats of a lobby, each with who holds it and what the reader may do about that. */
import type { JSX } from 'preact';
import type { SeatFigures } from '../../shared/protocol/messages.ts';
import { BOT_NAMES, type BotName, botNamed } from '../../shared/scenario/names.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import type { Table } from '../model/table.ts';
import { BotNote } from './bot-note.tsx';
import { SeatMark } from './seat-mark.tsx';

export function LobbySeats({ table }: { readonly table: Table }): JSX.Element {
  return (
    <ul class="lobby-seats" aria-label={t('lobby.seats')}>
      {table.figures.value.seats.map((seat) => (
        <LobbySeat key={seat.power} table={table} seat={seat} />
      ))}
    </ul>
  );
}

function LobbySeat({ table, seat }: { readonly table: Table; readonly seat: SeatFigures }): JSX.Element {
  const isOwn = seat.power === table.place.value;
  return (
    <li class={`lobby-seat ${seat.power} ${isOwn ? 'own' : ''}`}>
      <SeatMark power={seat.power} filled={seat.held === 'person'} />
      <div>
        <strong>{powerName(seat.power)}</strong>
        <p class="small dim">{t(`home.brief.${seat.power}`)}</p>
      </div>
      <div class="lobby-holder">
        {seat.held === 'person' ? <Person seat={seat} isOwn={isOwn} /> : <Bot table={table} seat={seat} />}
      </div>
    </li>
  );
}

function Person({ seat, isOwn }: { readonly seat: SeatFigures; readonly isOwn: boolean }): JSX.Element {
  const state = !seat.isHere ? 'lobby.away' : seat.isReady ? 'lobby.is-ready' : 'lobby.is-not-ready';
  return (
    <>
      <span class="nickname">
        {seat.nickname}
        {isOwn ? <span class="tag">{t('report.you')}</span> : null}
      </span>
      <span class={`small ${seat.isReady && seat.isHere ? 'good' : 'dim'}`}>{t(state)}</span>
    </>
  );
}

function Bot({ table, seat }: { readonly table: Table; readonly seat: SeatFigures }): JSX.Element {
  const { dealings, isHost, figures } = table;
  const busy = dealings.isBusy.value;
  return (
    <>
      {isHost.value ? (
        <select
          aria-label={t('lobby.bot-of', { power: powerName(seat.power) })}
          value={seat.bot}
          disabled={busy}
          onChange={(event) => choose(botNamed(event.currentTarget.value))}
        >
          {BOT_NAMES.map((bot) => (
            <option key={bot} value={bot} selected={seat.bot === bot}>
              {t(`bot.${bot}`)}
            </option>
          ))}
        </select>
      ) : (
        <span class="dim">{t(`bot.${seat.bot}`)}</span>
      )}
      <BotNote bot={seat.bot} />
      {figures.value.isOpen || isHost.value ? (
        <button type="button" class="quiet" disabled={busy} onClick={() => void sitHere(table, seat)}>
          {t('lobby.sit-here')}
          <span class="sr-only">: {powerName(seat.power)}</span>
        </button>
      ) : null}
    </>
  );

  function choose(bot: BotName): void {
    void dealings.ask('seat-bot', { seat: seat.power, bot });
  }
}

/** Who sits elsewhere stands up first: nobody holds two seats. */
async function sitHere({ dealings, place }: Table, seat: SeatFigures): Promise<void> {
  if (place.value !== null) {
    const stood = await dealings.ask('hand-back', { bot: 'dove' });
    if (!stood.ok) return;
  }
  await dealings.ask('take', { seat: seat.power });
}
