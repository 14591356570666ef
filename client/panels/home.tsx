/** The front door: what this is, a seat to choose, or a world to watch. */

import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { CLOCK_NAMES, CLOCKS, SPEECH_RULES } from '../../shared/protocol/lobby.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { powerName, say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { type Choices, type Door, enter, joinCode, type Page, play, watch } from '../model/page.ts';
import { recent } from '../net/seat-memory.ts';
import { ScreenHeading } from './heading.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { SeatMark } from './seat-mark.tsx';

const FIRST_CHOICES: Choices = {
  scenario: 'quick',
  seat: 'us',
  bots: { us: 'dove', ru: 'hawk', cn: 'dove' },
  friends: false,
  clock: 'friends',
  speech: 'free',
};
const choices = signal<Choices>(FIRST_CHOICES);

export function Home({ page, door }: { readonly page: Page; readonly door: Door }): JSX.Element {
  useEffect(() => void door.load(), [door]);
  return (
    <div class="home">
      <header class="home-bar">
        <span class="wordmark">{t('app.title')}</span>
        <LanguageMenu />
      </header>
      <main>
        <section class="home-intro">
          <ScreenHeading>{t('app.title')}</ScreenHeading>
          <p class="lead-text">{t('home.what')}</p>
          <WatchButton page={page} />
          <JoinForm page={page} />
          <Recent page={page} />
        </section>
        <PlayForm page={page} door={door} />
      </main>
      <footer class="home-foot small dim">{t('home.foot')}</footer>
    </div>
  );
}

function WatchButton({ page }: { readonly page: Page }): JSX.Element {
  return (
    <div class="watch-now">
      <button type="button" class="quiet" disabled={page.at === 'opening'} onClick={() => void watch(choices.value)}>
        {t('home.watch')}
      </button>
      <p class="small dim">{t('home.watch-means')}</p>
    </div>
  );
}

const CODE_LENGTH = 6;

/** For those whom a friend told a code; a link with the code in it needs no typing. */
function JoinForm({ page }: { readonly page: Page }): JSX.Element {
  const code = useSignal('');
  return (
    <form class="join-form" aria-label={t('home.join')} onSubmit={(event) => come(event)}>
      <label class="choice">
        <span>{t('home.join-code')}</span>
        <input
          type="text"
          maxLength={CODE_LENGTH}
          autoCapitalize="characters"
          autoComplete="off"
          spellcheck={false}
          value={code.value}
          onInput={(event) => (code.value = event.currentTarget.value.toUpperCase())}
        />
      </label>
      <button type="submit" class="quiet" disabled={page.at === 'opening' || code.value.trim().length !== CODE_LENGTH}>
        {t('home.join-go')}
      </button>
    </form>
  );

  function come(event: Event): void {
    event.preventDefault();
    void joinCode(code.value);
  }
}

/** Games in which this browser's person sat: one tap leads back. */
function Recent({ page }: { readonly page: Page }): JSX.Element | null {
  const matches = recent();
  if (matches.length === 0) return null;
  return (
    <nav class="recent" aria-label={t('home.recent')}>
      <p class="small dim">{t('home.recent')}</p>
      <ul>
        {matches.slice(0, 4).map(({ code }) => (
          <li key={code}>
            <button type="button" class="quiet figure" disabled={page.at === 'opening'} onClick={() => void enter(code, null)}>
              {code}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function FriendsChoice(): JSX.Element {
  const { friends, clock } = choices.value;
  return (
    <>
      <label class="friends-choice">
        <input
          type="checkbox"
          checked={friends}
          onChange={(event) => (choices.value = { ...choices.value, friends: event.currentTarget.checked })}
        />
        <span>
          <strong>{t('home.friends')}</strong>
          <span class="small dim">{t('home.friends-means')}</span>
        </span>
      </label>
      {friends ? (
        <div class="fields one-by-one">
          <label class="choice">
            <span>{t('lobby.clock')}</span>
            <select value={clock} onChange={(event) => choose('clock', CLOCK_NAMES, event.currentTarget.value)}>
              {CLOCK_NAMES.map((name) => (
                <option key={name} value={name} selected={name === clock}>
                  {t(`clock-preset.${name}`)}
                </option>
              ))}
            </select>
          </label>
          <label class="choice">
            <span>{t('lobby.speech')}</span>
            <select value={choices.value.speech} onChange={(event) => choose('speech', SPEECH_RULES, event.currentTarget.value)}>
              {SPEECH_RULES.map((rule) => (
                <option key={rule} value={rule} selected={rule === choices.value.speech}>
                  {t(`speech.${rule}`)}
                </option>
              ))}
            </select>
          </label>
          {CLOCKS[clock].pausesEach > 0 ? <p class="small dim">{t('home.pauses', { count: CLOCKS[clock].pausesEach })}</p> : null}
        </div>
      ) : null}
    </>
  );

  function choose<T extends string>(what: 'clock' | 'speech', names: readonly T[], value: string): void {
    const chosen = names.find((name) => name === value);
    if (chosen !== undefined) choices.value = { ...choices.value, [what]: chosen };
  }
}

function PlayForm({ page, door }: { readonly page: Page; readonly door: Door }): JSX.Element {
  const opening = page.at === 'opening';
  return (
    <form class="play-form" aria-label={t('home.play')} onSubmit={(event) => begin(event)}>
      <fieldset class="seat-choice">
        <legend>{t('home.seat')}</legend>
        {POWERS.map((power) => (
          <SeatCard key={power} power={power} />
        ))}
      </fieldset>
      <ScenarioChoice door={door} />
      <FriendsChoice />
      {choices.value.friends ? null : <Opponents />}
      <p class="small dim">{t('home.theory')}</p>
      {page.at === 'home' && page.fault !== null ? (
        <p class="notice" role="alert">
          {t(`fault.${page.fault}`)}
        </p>
      ) : null}
      <button type="submit" class="primary big" disabled={opening || door.cards.value.at !== 'ready'}>
        {t(opening ? 'home.opening' : choices.value.friends ? 'home.open-lobby' : 'home.play-as', {
          power: powerName(choices.value.seat),
        })}
      </button>
    </form>
  );

  function begin(event: Event): void {
    event.preventDefault();
    void play(choices.value);
  }
}

function SeatCard({ power }: { readonly power: Power }): JSX.Element {
  const chosen = choices.value.seat === power;
  return (
    <label class={`seat-card ${power} ${chosen ? 'chosen' : ''}`}>
      <input
        type="radio"
        name="seat"
        value={power}
        checked={chosen}
        onChange={() => (choices.value = { ...choices.value, seat: power })}
      />
      <SeatMark power={power} filled={chosen} />
      <span>
        <strong>{powerName(power)}</strong>
        <span class="small">{t(`home.brief.${power}`)}</span>
      </span>
    </label>
  );
}

function ScenarioChoice({ door }: { readonly door: Door }): JSX.Element {
  const cards = door.cards.value;
  if (cards.at === 'loading') return <p class="notice">{t('home.loading')}</p>;
  if (cards.at === 'failed') return <Failed door={door} fault={cards.fault} />;
  if (cards.list.length === 0) return <p class="notice">{t('home.no-scenarios')}</p>;
  return (
    <fieldset class="scenario-choice">
      <legend>{t('home.scenario')}</legend>
      {cards.list.map((card) => (
        <label key={card.id} class={card.id === choices.value.scenario ? 'chosen' : ''}>
          <input
            type="radio"
            name="scenario"
            value={card.id}
            checked={card.id === choices.value.scenario}
            onChange={() => (choices.value = { ...choices.value, scenario: card.id })}
          />
          <span>
            <strong>{say(card.title)}</strong>
            <span class="small dim">{t('home.turns', { count: card.turns })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Failed({ door, fault }: { readonly door: Door; readonly fault: string }): JSX.Element {
  const busy = useSignal(false);
  return (
    <div class="notice" role="alert">
      <p>{t(`fault.${fault}`)}</p>
      <button type="button" class="quiet" disabled={busy.value} onClick={() => void again()}>
        {t('action.again')}
      </button>
    </div>
  );

  async function again(): Promise<void> {
    busy.value = true;
    await door.load();
    busy.value = false;
  }
}

function Opponents(): JSX.Element {
  const others = POWERS.filter((power) => power !== choices.value.seat);
  return (
    <fieldset class="opponents">
      <legend>{t('home.opponents')}</legend>
      {others.map((power) => (
        <label key={power} class="choice">
          <span>
            <SeatMark power={power} /> {powerName(power)}
          </span>
          <select
            value={choices.value.bots[power]}
            onChange={(event) => choose(power, event.currentTarget.value === 'hawk' ? 'hawk' : 'dove')}
          >
            {(['hawk', 'dove'] as const).map((bot) => (
              <option key={bot} value={bot} selected={choices.value.bots[power] === bot}>
                {t(`bot.${bot}`)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );

  function choose(power: Power, bot: 'hawk' | 'dove'): void {
    choices.value = { ...choices.value, bots: { ...choices.value.bots, [power]: bot } };
  }
}
