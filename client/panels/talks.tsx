/** Talks: what the seat says to each of the others and to all, the offers made there, and how everybody stands to everybody. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { halfOf } from '../../shared/orders/half.ts';
import { refusalOf } from '../../shared/orders/registry.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import { mayNegotiate } from '../../shared/protocol/portfolio.ts';
import { JOINT_KINDS, type JointKind, othersOf, type Power } from '../../shared/scenario/names.ts';
import { powerName } from '../i18n/names.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { isOpenOffer, linesWith, offersFrom } from '../model/talks.ts';
import { LackNotice } from './lack-notice.tsx';
import { Offer } from './offer.tsx';
import { PartnerChoice } from './partner-choice.tsx';
import { Refused } from './refused.tsx';
import { Relations } from './relations.tsx';
import { useRoom } from './room-context.tsx';
import { SayForm } from './say-form.tsx';
import { SeatMark } from './seat-mark.tsx';
import { NO_PROPOSAL, type Proposal, TreatyForm } from './treaty-form.tsx';

type Partner = Power | 'all';

export function Talks({ power }: { readonly power: Power }): JSX.Element {
  const { match, desk } = useRoom();
  const lines = match.lines.value;
  const state = match.view.value?.state;
  const offers = (from: Partner): number => offersFrom(lines, { power, from, turn: state?.world.turn ?? 0 }).length;
  // Who comes to talk begins with whoever waits for his answer.
  const partner = useSignal<Partner>(othersOf(power).find((each) => offers(each) > 0) ?? 'all');
  // Who looks has read.
  useEffect(() => {
    desk.readLines.value = lines.length;
  }, [desk, lines]);
  const isShared = match.delegation.value.delegates.length > 1;
  const partners: readonly Partner[] = ['all', ...othersOf(power), ...(isShared ? [power] : [])];
  const rival = partner.value === 'all' || partner.value === power ? null : partner.value;
  const proposal = useSignal<Proposal>(NO_PROPOSAL);
  const isTreatyInPlay = state?.world.phase === 'orders' && match.board.scenario.orderKinds.includes('treaty');
  const counter = (line: ChannelLine): void => {
    proposal.value = {
      clauses: line.offer?.terms?.clauses ?? [],
      isForThree: (line.offer?.terms?.partners.length ?? 1) > 1,
      counters: line.id,
    };
  };
  return (
    <div class="talks">
      <h2 class="sr-only">{t('tab.talks')}</h2>
      <PartnerChoice
        label={t('talks.with')}
        ids={partners}
        chosen={partner.value}
        name={(each) =>
          withCount(each === 'all' ? t('talks.all') : each === power ? t('talks.own') : powerName(each), offers(each))
        }
        choose={(each) => (partner.value = each)}
      />
      <p class="small dim">{hearersText(power, partner.value)}</p>
      <Lines power={power} partner={partner.value} counter={counter} />
      {rival === null ? null : <LackNotice part="treaty" />}
      {rival === null ? null : <OfferButtons power={power} partner={rival} />}
      {rival === null || !state || !isTreatyInPlay ? null : (
        <TreatyForm key={rival} power={power} partner={rival} state={state} proposal={proposal} />
      )}
      <Refused />
      <SayForm key={partner.value} partner={partner.value} />
      {state ? <Relations state={state} power={power} /> : null}
    </div>
  );
}

const withCount = (name: string, count: number): string => (count === 0 ? name : t('talks.waiting', { name, count }));

function hearersText(power: Power, partner: Partner): string {
  if (partner === 'all') return t('talks.all-hear');
  return partner === power ? t('talks.own-hear') : t('talks.two-hear', { power: powerName(partner) });
}

interface LinesProps {
  readonly power: Power;
  readonly partner: Partner;
  /** Puts an answer to this offer on the desk. */
  readonly counter: (line: ChannelLine) => void;
}

function Lines({ power, partner, counter }: LinesProps): JSX.Element {
  const { match } = useRoom();
  const lines = linesWith(match.lines.value, power, partner);
  return (
    <ol class="talk-lines" aria-live="polite" aria-label={t('talks.lines')}>
      {lines.length === 0 ? <li class="dim">{t('talks.none')}</li> : null}
      {lines.map((line) => (
        <li key={line.id} class={line.from === power ? 'own' : ''}>
          <span class="small dim">
            <SeatMark power={line.from} filled /> {line.to === line.from ? null : `${powerName(line.from)} · `}
            {line.by === undefined ? null : <span class="talk-by">{line.by} · </span>}
            {t('turn.short', { turn: line.turn })}
          </span>
          <LineBody line={line} power={power} counter={counter} />
        </li>
      ))}
    </ol>
  );
}

interface LineProps {
  readonly line: ChannelLine;
  readonly power: Power;
  readonly counter: (line: ChannelLine) => void;
}

function LineBody({ line, power, counter }: LineProps): JSX.Element {
  if (line.phrase !== null) return <p>{t(`phrase.${line.phrase}`)}</p>;
  if (line.words !== null) return <p lang={line.language}>{line.words}</p>;
  if (line.signs !== null) return <p class="good">{t('talks.signed')}</p>;
  return <Offer line={line} power={power} counter={counter} />;
}

/** One button for each joint order that the scenario plays; those that the power could not carry out itself stand apart, with the reason. */
function OfferButtons({ power, partner }: { readonly power: Power; readonly partner: Power }): JSX.Element | null {
  const { match } = useRoom();
  const state = match.view.value?.state;
  if (state?.world.phase !== 'orders') return null;
  // A treaty is offered with its clauses, by a form of its own.
  const kinds = JOINT_KINDS.filter((kind) => kind !== 'treaty' && match.board.scenario.orderKinds.includes(kind));
  const ways = kinds.map((kind) => {
    const half = halfOf({ from: power, to: partner, offer: { what: kind } }, power);
    return { kind, refusal: half && refusalOf({ board: match.board, state, power }, half) };
  });
  const shut = ways.filter(({ refusal }) => refusal !== null);
  return (
    <>
      <div class="offer-buttons">
        {ways.map(({ kind, refusal }) =>
          refusal === null ? <OfferButton key={kind} kind={kind} power={power} partner={partner} /> : null,
        )}
      </div>
      {shut.length === 0 ? null : (
        <details class="refused-options">
          <summary>{t('orders.not-now', { count: shut.length })}</summary>
          <ul>
            {shut.map(({ kind, refusal }) => (
              <li key={kind}>
                {t(`talks.offer.${kind}`)}
                {refusal && <p class="reason">{refusalSentence(match.board, refusal)}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface OfferButtonProps {
  readonly kind: JointKind;
  readonly power: Power;
  readonly partner: Power;
}

function OfferButton({ kind, power, partner }: OfferButtonProps): JSX.Element {
  const { match } = useRoom();
  const { turn } = match.view.value?.state.world ?? { turn: 0 };
  const lines = match.lines.value;
  const isOffered = lines.some(
    (line) => line.from === power && line.to === partner && line.offer?.what === kind && isOpenOffer(lines, line, turn),
  );
  return (
    <button
      type="button"
      class="quiet"
      disabled={isOffered || match.dealings.isBusy.value || !mayNegotiate(match.rights.value)}
      onClick={() => void match.dealings.ask('offer', { to: partner, what: kind })}
    >
      {t(isOffered ? `talks.offered.${kind}` : `talks.offer.${kind}`)}
    </button>
  );
}
