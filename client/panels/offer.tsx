/** An offer in a channel: what it is, what it takes of each side, its signature, and the own half once it is signed. */
import type { JSX } from 'preact';
import { halfOf } from '../../shared/orders/half.ts';
import { refusalOf } from '../../shared/orders/registry.ts';
import type { Terms } from '../../shared/orders/sheet.ts';
import { partiesOf } from '../../shared/politics/treaty.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import { mayNegotiate } from '../../shared/protocol/portfolio.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Refusal } from '../../shared/state/refusal.ts';
import { listed } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { sameOrder } from '../model/same-order.ts';
import { isOpenOffer, pricesOf, refusalOfHalf } from '../model/talks.ts';
import { useRoom } from './room-context.tsx';
import { clauseText, partiesText } from './treaty-text.ts';

interface Props {
  readonly line: ChannelLine;
  readonly power: Power;
  /** Puts an answer to this offer on the desk. */
  readonly counter: (line: ChannelLine) => void;
}

export function Offer({ line, power, counter }: Props): JSX.Element {
  const { match } = useRoom();
  const { world } = match.view.value?.state ?? {};
  const isAnothers = !mayNegotiate(match.rights.value);
  const isOpen = world !== undefined && isOpenOffer(match.lines.value, line, world.turn);
  const until = line.offer?.until ?? 0;
  return (
    <div class="offer">
      <p>
        <strong>{t(`offer.${line.offer?.what ?? ''}`)}</strong>{' '}
        <span class="tag">{t(isOpen ? 'talks.open-until' : 'talks.closed', { turn: until })}</span>
      </p>
      {line.offer?.terms ? <TermsText line={line} terms={line.offer.terms} /> : null}
      {isOpen && line.offer && !line.offer.terms ? <p class="small">{t(`order.${line.offer.what}.does`)}</p> : null}
      <PriceText line={line} />
      {isOpen ? <p class="small dim">{t('talks.offer-means')}</p> : null}
      {isOpen && line.to === power ? <Signature line={line} power={power} /> : null}
      {isOpen && line.to === power && line.offer?.what === 'treaty' ? (
        <button type="button" class="quiet" disabled={isAnothers} onClick={() => counter(line)}>
          {t('talks.treaty.counter')}
        </button>
      ) : null}
      <OwnHalf line={line} power={power} />
    </div>
  );
}

/** Nobody signs what he may not order now: he would leave his partner waiting. */
function Signature({ line, power }: { readonly line: ChannelLine; readonly power: Power }): JSX.Element | null {
  const { match } = useRoom();
  const state = match.view.value?.state;
  const half = halfOf(line, power);
  if (state === undefined || half === null) return null;
  const refusal = refusalOf({ board: match.board, state, power }, half);
  const isHindered = match.dealings.isBusy.value || state.world.phase !== 'orders' || !mayNegotiate(match.rights.value);
  return (
    <>
      <button
        type="button"
        class="quiet"
        disabled={isHindered || refusal !== null}
        onClick={() => void match.dealings.ask('sign', { offer: line.id })}
      >
        {t('talks.sign')}
      </button>
      {refusal === null ? null : <p class="reason">{refusalSentence(match.board, refusal)}</p>}
    </>
  );
}

function TermsText({ line, terms }: { readonly line: ChannelLine; readonly terms: Terms }): JSX.Element {
  const { match } = useRoom();
  return (
    <>
      <p class="small">{t('talks.treaty.parties', { parties: partiesText(partiesOf(line.from, terms.partners)) })}</p>
      <ul class="clauses">
        {terms.clauses.map((clause) => (
          <li key={JSON.stringify(clause)}>
            {clauseText(match.board, clause)} <span class="small dim">{t(`clause.${clause.type}.means`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One order of each, and the money: said once where it is the same for all. */
function PriceText({ line }: { readonly line: ChannelLine }): JSX.Element | null {
  const { match } = useRoom();
  const state = match.view.value?.state;
  if (state === undefined) return null;
  const prices = pricesOf(match.board, state, line);
  const [first] = prices;
  if (first === undefined) return null;
  const money = (count: number): string => (count === 0 ? t('price.free') : t('price.money', { count }));
  const isSame = prices.every((price) => price.money === first.money);
  const each = prices.map((price) => t('talks.price.of', { power: powerName(price.power), price: money(price.money) }));
  return (
    <p class="small">
      {isSame ? t('talks.price.same', { price: money(first.money) }) : t('talks.price', { list: listed(each) })}
    </p>
  );
}

/** Signed this turn, each half is an order: it went onto the sheet by itself if it could, and may be struck from it and put back. */
function OwnHalf({ line, power }: { readonly line: ChannelLine; readonly power: Power }): JSX.Element | null {
  const { match } = useRoom();
  const { draft } = match;
  const turn = match.view.value?.state.world.turn;
  const half = halfOf(line, power);
  const isSigned = match.lines.value.some((other) => other.signs === line.id && other.turn === turn);
  if (half === null || !isSigned) return null;
  const place = draft.sheet.value.orders.findIndex((order) => sameOrder(order, half));
  const isLocked = draft.locked.value;
  if (place >= 0)
    return (
      <>
        <p class="small">{t('talks.half.on-sheet')}</p>
        <button
          type="button"
          class="quiet"
          disabled={isLocked || draft.lack(half.kind) !== null}
          onClick={() => draft.removeOrder(place)}
        >
          {t('talks.half.strike')}
        </button>
      </>
    );
  const refusal = refusalOfHalf(draft, half);
  return (
    <>
      <p class="reason">{isLocked ? t('talks.half.locked') : t('talks.half.missing')}</p>
      <button type="button" disabled={refusal !== null || isLocked} onClick={() => draft.addOrder(half)}>
        {t('talks.order-it')}
      </button>
      {refusal === null ? null : <p class="reason">{refusedText(refusal)}</p>}
    </>
  );

  function refusedText(why: Refusal): string {
    const reason = refusalSentence(match.board, why);
    return ['refusal.order-slots', 'refusal.money'].includes(why.key) ? t('talks.half.make-room', { reason }) : reason;
  }
}
