/** A crisis: who against whom, how far it has gone, why; and the choice. A strike is offered only where fear rules. */

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CrisisChoice } from '../../shared/game/game.ts';
import { type Delegation, maySign } from '../../shared/protocol/portfolio.ts';
import { powerName } from '../i18n/names.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { choicesFor } from '../model/crisis.ts';
import { signerOf } from '../model/delegation.ts';
import { Beliefs } from './beliefs.tsx';
import { GAUGE_CARD } from './gauge.tsx';
import { useGauges } from './gauge-words.ts';
import { ScreenHeading } from './heading.tsx';
import { MatchClock } from './match-clock.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { Term } from './term.tsx';
import { Why } from './why.tsx';

export function Crisis(): JSX.Element | null {
  const { match } = useRoom();
  const state = match.view.value?.state;
  if (!state) return null;
  const { first, second, round } = state.crisis;
  const most = match.board.scenario.parameters.crisis.rounds;
  return (
    <section class="crisis-panel" aria-label={t('crisis.label')}>
      <div class="crisis-scroll" tabIndex={0} role="region" aria-label={t('crisis.label')}>
        <p class="dim">{t('crisis.round', { round, most })}</p>
        <ScreenHeading at={String(round)}>
          {t('crisis.title', { first: powerName(first), second: powerName(second) })}
        </ScreenHeading>
        <p class="versus" aria-hidden="true">
          <SeatMark power={first} filled /> <span class="versus-line" /> <SeatMark power={second} filled />
        </p>
        <Reasons />
        <LastRound />
        <MatchClock />
      </div>
      <Choices />
    </section>
  );
}

function Reasons(): JSX.Element | null {
  const { match } = useRoom();
  const gauges = useGauges();
  const [view, gauge] = [match.view.value, match.gauge.value];
  if (view === null || gauge === null) return null;
  const { first, second } = view.state.crisis;
  const dyad = gauge.dyads.find((each) => each.id.includes(first) && each.id.includes(second));
  const seat = match.seat.value;
  const rival = seat === first ? second : seat === second ? first : null;
  const own = match.briefing.value?.toward.find((toward) => toward.rival === rival);
  return (
    <div class="crisis-reasons">
      <p>{t('crisis.why')}</p>
      <dl class="beliefs">
        <div>
          <dt>
            <Term id="tension" />
          </dt>
          <dd>
            <Why subject="world" variable="tension">
              <span class="figure">{gauges.tension(view.state.world.tension)}</span>
            </Why>
          </dd>
        </div>
        <div>
          <dt>
            <Term id="margin">{t('crisis.public-margin')}</Term>
          </dt>
          <dd>
            <button type="button" class="why" popovertarget={GAUGE_CARD}>
              <span class="figure">{gauges.margin(dyad?.margin ?? 0)}</span>
              <span class="sr-only">{t('action.why')}</span>
            </button>
          </dd>
        </div>
      </dl>
      {own && seat !== null ? (
        <>
          <p>{t('crisis.own')}</p>
          <Beliefs state={view.state} toward={own} seat={seat} />
        </>
      ) : null}
    </div>
  );
}

/** What each did in the round before, once there was one. */
function LastRound(): JSX.Element | null {
  const { match } = useRoom();
  const view = match.view.value;
  if (!view?.choices || view.state.crisis.round < 2) return null;
  return (
    <ul class="last-round">
      {Object.entries(view.choices).map(([power, choice]) => (
        <li key={power}>{t('crisis.did', { power: powerName(power), choice: t(`choice.${choice}`) })}</li>
      ))}
    </ul>
  );
}

/** What the clock chooses for a party that does not. */
function Unchosen(): JSX.Element | null {
  const { match } = useRoom();
  const { crisis } = match.view.value?.state ?? {};
  const isParty = crisis !== undefined && [crisis.first, crisis.second].some((one) => one === match.seat.value);
  if (match.deadlineMs.value === null || !isParty) return null;
  return <p class="small">{t('crisis.unchosen', { choice: t(`choice.${match.draft.sheet.value.standing ?? 'hold'}`) })}</p>;
}

function Choices(): JSX.Element {
  const { match } = useRoom();
  const [state, seat] = [match.view.value?.state, match.seat.value];
  const refusal = useSignal<string | null>(null);
  const confirming = useSignal(false);
  if (!state || seat === null) return <p class="dim">{t('crisis.watching')}</p>;
  const margin = match.briefing.value?.toward.find((toward) => toward.rival === otherOf(state.crisis, seat))?.margin ?? 1;
  const chosen = match.choice.value;
  const delegation = match.delegation.value;
  const isSigning = maySign(match.rights.value);
  return (
    <div class="choices" role="group" aria-label={t('crisis.choose')}>
      {choicesFor(state.crisis, seat, margin).map((choice) => (
        <button
          type="button"
          key={choice}
          class={`choice-button ${choice}`}
          aria-pressed={chosen === choice}
          disabled={!isSigning}
          onClick={() => pick(choice)}
        >
          <strong>{t(`choice.${choice}`)}</strong>
          <span class="small">{t(`choice.${choice}.means`)}</span>
        </button>
      ))}
      {confirming.value ? <ConfirmStrike yes={() => send('strike')} no={() => (confirming.value = false)} /> : null}
      <AskedStrike delegation={delegation} confirm={() => void send('strike')} />
      {isSigning ? null : <p class="small">{t('delegation.chooses', { name: signerOf(delegation)?.nickname ?? '' })}</p>}
      {refusal.value === null ? null : <p class="reason">{refusal.value}</p>}
      {chosen === null ? <Unchosen /> : <p class="small">{t('crisis.chosen', { choice: t(`choice.${chosen}`) })}</p>}
    </div>
  );

  function pick(choice: CrisisChoice): void {
    if (choice === 'strike') confirming.value = true;
    else void send(choice);
  }

  async function send(choice: CrisisChoice): Promise<void> {
    confirming.value = false;
    if (!state) return;
    const answer = await match.connection.outbox.request('choose', { turn: state.world.turn, round: state.crisis.round, choice });
    refusal.value = answer.ok ? null : refusalSentence(match.board, answer.refusal);
    // Of a delegation the server says what is chosen: a strike is not yet, with one alone.
    if (answer.ok && delegation.delegates.length === 0) match.choice.value = choice;
  }
}

interface AskedProps {
  readonly delegation: Delegation;
  readonly confirm: () => void;
}

/** A strike that one of the delegation wants: it takes a second. */
function AskedStrike({ delegation: { delegates, own, strikeBy }, confirm }: AskedProps): JSX.Element | null {
  if (strikeBy === null) return null;
  if (strikeBy === own) return <p role="status">{t('strike.waits')}</p>;
  return (
    <div class="confirm" role="group" aria-label={t('strike.second')}>
      <p role="status">{t('strike.asked-by', { name: delegates[strikeBy]?.nickname ?? '' })}</p>
      <p class="small">{t('strike.means')}</p>
      <button type="button" class="strike" onClick={confirm}>
        {t('strike.second')}
      </button>
    </div>
  );
}

const otherOf = (crisis: { first: string; second: string }, seat: string): string =>
  crisis.first === seat ? crisis.second : crisis.first;

function ConfirmStrike({ yes, no }: { readonly yes: () => void; readonly no: () => void }): JSX.Element {
  return (
    <div class="confirm" role="alertdialog" aria-label={t('strike.confirm')} aria-describedby="strike-means">
      <p id="strike-means">{t('strike.means')}</p>
      <button type="button" class="primary" onClick={no}>
        {t('strike.no')}
      </button>
      <button type="button" class="strike" onClick={yes}>
        {t('strike.yes')}
      </button>
    </div>
  );
}
