/** Two of the three ways in: alone against bots, and with friends; each begins in one tap, and its rules may be opened. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { CLOCK_NAMES, CLOCKS, SPEECH_RULES } from '../../shared/protocol/clocks.ts';
import { BOT_NAMES, botNamed, POWERS, type Power } from '../../shared/scenario/names.ts';
import { powerName, say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { choices, choose } from '../model/choices.ts';
import { type Door, playAlone, playWithFriends } from '../model/page.ts';
import { BotNote } from './bot-note.tsx';
import { Choice } from './choice.tsx';
import { usePressed } from './pressed.ts';
import { SeatMark } from './seat-mark.tsx';

interface DoorProps {
  readonly door: Door;
  readonly isOpening: boolean;
}

export function AloneDoor({ door, isOpening }: DoorProps): JSX.Element {
  const { seat } = choices.value;
  const isPressed = usePressed(isOpening);
  return (
    <form class="door" aria-labelledby="door-alone" onSubmit={(event) => begin(event)}>
      <h2 id="door-alone">{t('home.alone')}</h2>
      <fieldset class="seat-choice">
        <legend class="sr-only">{t('home.seat')}</legend>
        {POWERS.map((power) => (
          <SeatCard key={power} power={power} />
        ))}
      </fieldset>
      <p class="small dim seat-brief">{t(`home.brief.${seat}`)}</p>
      <Failed door={door} />
      <button type="submit" class="primary big" disabled={isOpening || door.cards.value.at !== 'ready'}>
        {t(isOpening && isPressed.value ? 'home.opening' : 'home.play-as', { power: powerName(seat) })}
      </button>
      <details>
        <summary class="small">{t('home.alone-rules')}</summary>
        <ScenarioChoice door={door} name="scenario" />
        <Opponents />
        <RuleSwitches door={door} />
        <p class="small dim">{t('home.theory')}</p>
      </details>
    </form>
  );

  function begin(event: Event): void {
    event.preventDefault();
    isPressed.value = true;
    void playAlone();
  }
}

/** `children`: the code to type, and the way back to games that are going on. */
export function FriendsDoor({ door, isOpening, children }: DoorProps & { readonly children: ComponentChildren }): JSX.Element {
  const { clock, speech } = choices.value;
  const { pausesEach } = CLOCKS[clock];
  return (
    <section class="door" aria-labelledby="door-friends">
      <h2 id="door-friends">{t('home.friends')}</h2>
      <p class="small dim">{t('home.friends-means')}</p>
      <div class="friends-ways">
        <button
          type="button"
          class="quiet"
          disabled={isOpening || door.cards.value.at !== 'ready'}
          onClick={() => void playWithFriends()}
        >
          {t('home.open-lobby')}
        </button>
        {children}
      </div>
      <details>
        <summary class="small">{t('home.friends-rules')}</summary>
        <ScenarioChoice door={door} name="friends-scenario" />
        <div class="fields">
          <Choice
            label={t('lobby.clock')}
            value={clock}
            ids={CLOCK_NAMES}
            name={(id) => t(`clock-preset.${id}`)}
            choose={(next) => choose({ clock: next })}
          />
          <Choice
            label={t('lobby.speech')}
            value={speech}
            ids={SPEECH_RULES}
            name={(id) => t(`speech.${id}`)}
            choose={(next) => choose({ speech: next })}
          />
        </div>
        <RuleSwitches door={door} />
        {pausesEach > 0 ? <p class="small dim">{t('home.pauses', { count: pausesEach })}</p> : null}
      </details>
    </section>
  );
}

function SeatCard({ power }: { readonly power: Power }): JSX.Element {
  const chosen = choices.value.seat === power;
  return (
    <label class={`seat-card ${power} ${chosen ? 'chosen' : ''}`}>
      <input
        type="radio"
        name="seat"
        value={power}
        aria-label={powerName(power)}
        checked={chosen}
        onChange={() => choose({ seat: power })}
      />
      <SeatMark power={power} filled={chosen} />
      <span>{powerName(power)}</span>
    </label>
  );
}

function ScenarioChoice({ door, name }: { readonly door: Door; readonly name: string }): JSX.Element | null {
  const cards = door.cards.value;
  if (cards.at === 'loading') return <p class="notice">{t('home.loading')}</p>;
  if (cards.at === 'failed') return null;
  if (cards.list.length === 0) return <p class="notice">{t('home.no-scenarios')}</p>;
  const chosen = cards.list.find((card) => card.id === choices.value.scenario);
  return (
    <fieldset class="scenario-choice">
      <legend>{t('home.scenario')}</legend>
      {cards.list.map((card) => (
        <label key={card.id} class={card.id === choices.value.scenario ? 'chosen' : ''}>
          <input
            type="radio"
            name={name}
            value={card.id}
            checked={card.id === choices.value.scenario}
            onChange={() => choose({ scenario: card.id })}
          />
          <span>
            <strong>{say(card.title)}</strong>
            <span class="small dim">{t('home.turns', { count: card.turns })}</span>
          </span>
        </label>
      ))}
      {chosen ? <p class="small dim">{say(chosen.summary)}</p> : null}
    </fieldset>
  );
}

/** Rules that a game may be made with or without. */
function RuleSwitches({ door }: { readonly door: Door }): JSX.Element {
  const { scenario, endDrawn, emboldenment } = choices.value;
  const cards = door.cards.value;
  const card = cards.at === 'ready' ? cards.list.find(({ id }) => id === scenario) : undefined;
  const isEmboldened = emboldenment ?? card?.emboldenment ?? true;
  return (
    <fieldset class="rule-switches">
      <legend>{t('home.rule-switches')}</legend>
      <label class="check">
        <input type="checkbox" checked={isEmboldened} onChange={() => choose({ emboldenment: !isEmboldened })} />
        <span>
          {t('home.emboldenment')} <span class="small dim">{t('home.emboldenment-means')}</span>
        </span>
      </label>
      {card?.mayDrawEnd ? (
        <label class="check">
          <input type="checkbox" checked={endDrawn} onChange={() => choose({ endDrawn: !endDrawn })} />
          <span>
            {t('home.end-drawn')} <span class="small dim">{t('home.end-drawn-means')}</span>
          </span>
        </label>
      ) : null}
    </fieldset>
  );
}

/** The server is away: games wait for it; the practice turn and the world that plays itself do not. */
function Failed({ door }: { readonly door: Door }): JSX.Element | null {
  const isBusy = useSignal(false);
  const cards = door.cards.value;
  if (cards.at !== 'failed') return null;
  return (
    <div class="notice" role="alert">
      <p>
        {t(`fault.${cards.fault}`)} {t('home.without-server')}
      </p>
      <button type="button" class="quiet" disabled={isBusy.value} onClick={() => void again()}>
        {t('action.again')}
      </button>
    </div>
  );

  async function again(): Promise<void> {
    isBusy.value = true;
    await door.load();
    isBusy.value = false;
  }
}

function Opponents(): JSX.Element {
  const { seat, bots } = choices.value;
  return (
    <fieldset class="opponents">
      <legend>{t('home.opponents')}</legend>
      {POWERS.filter((power) => power !== seat).map((power) => (
        <label key={power} class="choice">
          <span>
            <SeatMark power={power} /> {powerName(power)}
          </span>
          <select
            value={bots[power]}
            onChange={(event) => choose({ bots: { ...bots, [power]: botNamed(event.currentTarget.value) } })}
          >
            {BOT_NAMES.map((bot) => (
              <option key={bot} value={bot} selected={bots[power] === bot}>
                {t(`bot.${bot}`)}
              </option>
            ))}
          </select>
          <BotNote bot={bots[power]} />
        </label>
      ))}
    </fieldset>
  );
}
