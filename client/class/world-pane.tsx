/** One world: what it needs, its seats with who sits there and what may be done about it, a look inside, and the way back in time. */
import { useSignal } from '@preact/signals';
import { Fragment, type JSX } from 'preact';
import { TIME_FACTORS } from '../../shared/protocol/clocks.ts';
import type { WorldCard, WorldSeat } from '../../shared/protocol/exercise-view.ts';
import { BOT_NAMES, POWERS } from '../../shared/scenario/names.ts';
import { num } from '../i18n/format.ts';
import { isPower, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { aim } from '../model/console-keys.ts';
import { looking } from '../model/looking.ts';
import { fetchExport } from '../net/download.ts';
import { ExportList } from '../panels/export-list.tsx';
import { SeatMark } from '../panels/seat-mark.tsx';
import { useConsole, useDesk } from './at-desk.tsx';
import { portfolioNames } from './portfolio-names.ts';
import { needText, seatState } from './world-cards.tsx';
import { personName } from './world-name.ts';

export function WorldPane(): JSX.Element {
  const { desk } = useDesk();
  const world = desk.world.value;
  return world === null ? <AllWorlds /> : <OneWorld key={world.code} world={world} />;
}

function AllWorlds(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const needing = view.worlds.filter(({ needs }) => needs.length > 0);
  const over = view.worlds.filter(({ stage }) => stage === 'over');
  return (
    <div class="pane-part">
      <p class="dim">{t('console.all-say')}</p>
      {over.length === 0 ? null : <h3>{t('console.debrief')}</h3>}
      <ul class="need-list">
        {over.map((world) => (
          <li key={world.code}>
            <ReportButton world={world} text={t('world.report-of', { number: world.number })} />
          </li>
        ))}
      </ul>
      {needing.length === 0 ? null : <h3>{t('console.help-first')}</h3>}
      <ul class="need-list">
        {needing.map((world) => (
          <li key={world.code}>
            <button type="button" class="quiet" onClick={() => aim(desk, world.code)}>
              {t('world.name', { number: world.number })}
            </button>
            <span>{world.needs.map((need) => needText(need, desk.skewMs.value)).join('; ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function OneWorld({ world }: { readonly world: WorldCard }): JSX.Element {
  const { desk } = useDesk();
  return (
    <>
      {world.needs.length === 0 ? null : (
        <ul class="needs-here">
          {world.needs.map((need) => (
            <li key={`${need.why} ${need.power}`} class="reason">
              {needText(need, desk.skewMs.value)}
            </li>
          ))}
        </ul>
      )}
      <p class="small dim">{t('world.theory', { theory: t(`theory.${world.theory}.short`) })}</p>
      {world.stage === 'over' ? <ReportButton world={world} text={t('world.report')} /> : null}
      <ul class="seat-rows">
        {world.seats.map((seat) => (
          <SeatRow key={seat.power} world={world} seat={seat} />
        ))}
      </ul>
      {world.stage === 'lobby' ? null : (
        <>
          <LookRow world={world} />
          <Undone world={world} />
          {world.stage === 'over' ? <TakeAway world={world} /> : <Rewind world={world} />}
        </>
      )}
    </>
  );
}

/** Where the game is over, whoever looks inside comes to its report. */
function ReportButton({ world, text }: { readonly world: WorldCard; readonly text: string }): JSX.Element {
  return (
    <button type="button" class="primary" onClick={() => (looking.value = { world: world.code, as: 'all', isPaper: false })}>
      {text}
    </button>
  );
}

function SeatRow({ world, seat }: { readonly world: WorldCard; readonly seat: WorldSeat }): JSX.Element {
  const view = useConsole();
  const people = view.people.filter(({ id }) => seat.people.includes(id));
  const { power } = seat;
  const name = powerName(power);
  const isOver = world.stage === 'over';
  return (
    <li class={`seat-row ${power}`}>
      <div class="seat-row-head">
        <SeatMark power={power} filled={seat.committed} />
        <strong>{name}</strong>
        <span class="small dim">{t(seatState(seat))}</span>
      </div>
      {people.length === 0 ? null : (
        <p class="small">
          {people
            .map((one) => `${personName(one)} (${one.place.role === 'delegate' ? portfolioNames(one.place.portfolios) : ''})`)
            .join(', ')}
        </p>
      )}
      {isOver && people.length === 0 ? <p class="small">{botName(seat.bot)}</p> : null}
      {isOver ? null : <SeatWays world={world} seat={seat} />}
    </li>
  );
}

/** What may be done to a seat while its game goes on. */
function SeatWays({ world, seat }: { readonly world: WorldCard; readonly seat: WorldSeat }): JSX.Element {
  const { desk } = useDesk();
  const { power, people } = seat;
  const name = powerName(power);
  return (
    <>
      <div class="seat-row-ways">
        <select
          aria-label={t('lobby.bot-of', { power: name })}
          onChange={(event) => {
            const bot = BOT_NAMES[event.currentTarget.selectedIndex - 1];
            if (bot !== undefined) void desk.give({ name: 'seat-bot', body: { world: world.code, power, bot } });
          }}
        >
          <option value="">{t(people.length === 0 ? 'world.bot-now' : 'world.bot-over', { bot: botName(seat.bot) })}</option>
          {BOT_NAMES.map((bot) => (
            <option key={bot} value={bot}>
              {t(`bot.${bot}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('world.time-of', { power: name })}
          value={seat.factor}
          onChange={(event) => {
            const factor = TIME_FACTORS[event.currentTarget.selectedIndex];
            if (factor !== undefined) void desk.give({ name: 'time', body: { world: world.code, power, factor } });
          }}
        >
          {TIME_FACTORS.map((factor) => (
            <option key={factor} value={factor}>
              {t('world.time', { factor: num(factor) })}
            </option>
          ))}
        </select>
      </div>
      <Paper world={world} seat={seat} />
    </>
  );
}

/** No device: the seat is played on paper, and its sheet is filled in here with the forms that players have. */
function Paper({ world, seat }: { readonly world: WorldCard; readonly seat: WorldSeat }): JSX.Element {
  const { desk } = useDesk();
  const { power, isOnPaper } = seat;
  return (
    <div class="look-ways">
      <button
        type="button"
        class="quiet"
        aria-pressed={isOnPaper}
        onClick={() => void desk.give({ name: 'paper-seat', body: { world: world.code, power, isOnPaper: !isOnPaper } })}
      >
        {t('paper.mark')}
        <span class="sr-only">: {powerName(power)}</span>
      </button>
      {isOnPaper && world.stage === 'playing' ? (
        <button type="button" class="quiet" onClick={() => (looking.value = { world: world.code, as: power, isPaper: true })}>
          {t('look.paper', { power: powerName(power) })}
        </button>
      ) : null}
    </div>
  );
}

const botName = (bot: string): string => (bot === '' ? t('value.none') : t(`bot.${bot}`));

/** Any world as any seat; and, for a seat on paper, with its sheet to fill in. */
function LookRow({ world }: { readonly world: WorldCard }): JSX.Element {
  return (
    <div class="pane-part">
      <h3>{t('look.title')}</h3>
      <div class="look-ways">
        {([...POWERS, 'public', 'all'] as const).map((as) => (
          <button
            type="button"
            class="quiet"
            key={as}
            onClick={() => (looking.value = { world: world.code, as, isPaper: false })}
          >
            {isPower(as) ? powerName(as) : t(`look.${as}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Turns that were played and count no more. */
function Undone({ world }: { readonly world: WorldCard }): JSX.Element | null {
  if (world.undone.length === 0) return null;
  return (
    <p class="small undone">
      {t('world.undone')}{' '}
      {world.undone.map(({ turn, playedMs }) => (
        <Fragment key={playedMs}>
          <del>{t('turn.short', { turn })}</del>{' '}
        </Fragment>
      ))}
    </p>
  );
}

/** A world that is over, as files. */
function TakeAway({ world }: { readonly world: WorldCard }): JSX.Element {
  return (
    <div class="pane-part">
      <h3>{t('report.exports')}</h3>
      <ExportList prefix={world.code} fetch={(name, isAnonymous) => fetchExport(world.code, name, isAnonymous)} />
    </div>
  );
}

function Rewind({ world }: { readonly world: WorldCard }): JSX.Element {
  const { desk } = useDesk();
  const toTurn = useSignal(Math.max(0, world.turn - 1));
  const luck = useSignal<'same' | 'new'>('same');
  return (
    <form class="pane-part rewind" onSubmit={(event) => ask(event)}>
      <h3>{t('rewind.title')}</h3>
      <p class="small dim">{t('rewind.says')}</p>
      <div class="fields">
        <label class="choice">
          <span>{t('rewind.turn')}</span>
          <select id="rewind-turn" onChange={(event) => (toTurn.value = event.currentTarget.selectedIndex)}>
            {Array.from({ length: world.turn }, (_, turn) => (
              <option key={turn} value={turn} selected={turn === toTurn.value}>
                {turn === 0 ? t('rewind.start') : t('rewind.after', { turn })}
              </option>
            ))}
          </select>
        </label>
        <label class="choice">
          <span>{t('rewind.luck')}</span>
          <select onChange={(event) => (luck.value = event.currentTarget.selectedIndex === 0 ? 'same' : 'new')}>
            <option value="same">{t('rewind.luck.same')}</option>
            <option value="new">{t('rewind.luck.new')}</option>
          </select>
        </label>
      </div>
      <button type="submit" class="quiet">
        {t('command.rewind')}
      </button>
    </form>
  );

  function ask(event: Event): void {
    event.preventDefault();
    void desk.give({ name: 'rewind', body: { world: world.code, toTurn: toTurn.value, luck: luck.value } });
  }
}
