/** What may be said in the channels, and the offers of joint orders that are made and signed there. */
import { must } from '../../shared/assert.ts';
import type { Deal } from '../../shared/game/joint.ts';
import { LIMITS } from '../../shared/limits.ts';
import { halfOf } from '../../shared/orders/half.ts';
import type { Scene } from '../../shared/orders/order.ts';
import { refusalOf } from '../../shared/orders/registry.ts';
import { refuseTerms } from '../../shared/orders/treaty.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import type { RequestBody } from '../../shared/protocol/requests.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Case } from './case.ts';
import type { Entry } from './entry.ts';
import { refuseUnnegotiated } from './judge-portfolio.ts';
import { nicknameIn } from './seats.ts';
import type { Table } from './table.ts';

export type TalkName = 'say' | 'offer' | 'sign';
type Talk = { readonly [N in TalkName]: { readonly name: N; readonly body: RequestBody<N> } }[TalkName];

export function judgeTalk(at: Case, power: Power, action: Talk): Entry | Refusal {
  const refusal = fullRefusal(at, power, action) ?? (action.name === 'say' ? null : refuseUnnegotiated(at, power));
  if (refusal) return refusal;
  switch (action.name) {
    case 'say':
      return judgeWords(at, power, action.body);
    case 'offer':
      return judgeOffer(at, power, action.body);
    case 'sign':
      return judgeSignature(at, power, action.body.offer);
  }
}

/** Who may read a line: the two it is between, or all three; what a delegation says to its own power, that one alone. */
export function mayRead(line: ChannelLine, power: Power): boolean {
  return line.to === 'all' || line.to === power || line.from === power;
}

/** The offers that were signed in this turn. */
export function dealsIn({ lines }: Table, turn: number): readonly Deal[] {
  return lines.flatMap((line): readonly Deal[] => {
    if (line.turn !== turn || line.signs === null) return [];
    const signed = lines.find(({ id }) => id === line.signs);
    if (!signed?.offer || signed.to === 'all') return [];
    const { what, terms } = signed.offer;
    return [{ from: signed.from, to: signed.to, what, ...(terms ? { terms } : {}) }];
  });
}

/** A line that holds nothing yet but who says it to whom, and when. */
export function blankLine({ newId, nowMs, state, table, person }: Case, from: Power, to: Power | 'all'): ChannelLine {
  const { turn } = state.world;
  const by = nicknameIn(table.seats[from], person);
  const line = { id: newId, from, to, turn, atMs: nowMs, words: null, phrase: null, language: '', offer: null, signs: null };
  return by === null ? line : { ...line, by };
}

/** What a delegation says among itself takes nothing of what it may say to the others. */
function fullRefusal({ table, state }: Case, power: Power, { name, body }: Talk): Refusal | null {
  if (table.lines.length >= LIMITS.channelLines) return refuse('refusal.channel-full');
  const { turn } = state.world;
  const isInternal = name === 'say' && body.to === power;
  const own = table.lines.filter((line) => line.from === power && line.turn === turn && (line.to === power) === isInternal);
  const most = isInternal ? LIMITS.internalLinesPerTurn : LIMITS.channelLinesPerTurn;
  return own.length >= most ? refuse('refusal.too-many-lines', { most }) : null;
}

function judgeWords(at: Case, power: Power, { to, words, phrase, language }: RequestBody<'say'>): Entry | Refusal {
  if (to === power && at.table.seats[power].held !== 'delegation') return refuse('refusal.to-yourself');
  if ((words === null) === (phrase === null)) return refuse('refusal.words-or-phrase');
  if (words !== null && at.plan.speech === 'phrases') return refuse('refusal.phrases-only');
  if (words !== null && at.table.muted.includes(at.person)) return refuse('refusal.muted');
  const line = { ...blankLine(at, power, to), words, phrase, language };
  return { kind: words !== null && at.plan.speech === 'approved' ? 'awaiting' : 'said', line };
}

function judgeOffer(at: Case, power: Power, { to, what, terms, counters }: RequestBody<'offer'>): Entry | Refusal {
  const { plan, table, state } = at;
  const { board } = plan;
  if (!board.scenario.orderKinds.includes(what)) return refuse('refusal.not-in-play', { kind: what });
  if (to === power) return refuse('refusal.to-yourself');
  if (state.world.phase !== 'orders') return refuse('refusal.not-orders');
  const isOffered = (line: ChannelLine): boolean =>
    line.from === power && line.to === to && line.offer?.what === what && isOpen(table, line, state.world.turn);
  if (what !== 'treaty' && table.lines.some(isOffered)) return refuse('refusal.offered-already');
  const answered =
    counters === undefined
      ? undefined
      : table.lines.find((line) => line.id === counters && line.from === to && line.to === power);
  if (counters !== undefined && (!answered || !isOpen(table, answered, state.world.turn))) return refuse('refusal.offer-closed');
  const refusal = refuseOffered({ board, state, power }, { to, what, terms });
  if (refusal) return refusal;
  const offer = { what, until: state.world.turn + 1, ...(terms ? { terms } : {}), ...(counters ? { counters } : {}) };
  return { kind: 'said', line: { ...blankLine(at, power, to), offer } };
}

function judgeSignature(at: Case, power: Power, id: string): Entry | Refusal {
  const { table, state } = at;
  const offer = table.lines.find((line) => line.id === id && line.offer !== null && line.to === power);
  if (!offer) return refuse('refusal.no-such-offer');
  if (state.world.phase !== 'orders') return refuse('refusal.not-orders');
  if (!isOpen(table, offer, state.world.turn)) return refuse('refusal.offer-closed');
  const half = must(halfOf(offer, power), 'an offer to this power');
  const refusal = refusalOf({ board: at.plan.board, state, power }, half);
  if (refusal) return refusal;
  return { kind: 'said', line: { ...blankLine(at, power, offer.from), signs: id } };
}

/** Offered is what its author could order himself: a treaty with its terms, all else without. */
function refuseOffered(scene: Scene, { to, what, terms }: Pick<RequestBody<'offer'>, 'to' | 'what' | 'terms'>): Refusal | null {
  if (what !== 'treaty')
    return terms === undefined ? refusalOf(scene, { kind: what, partner: to }) : refuse('refusal.terms-unwanted');
  if (terms === undefined || !terms.partners.includes(to)) return refuse('refusal.terms-missing');
  return refuseTerms(scene, terms.partners, terms.clauses);
}

/** An offer stands until the end of the turn after it was made, or until it is signed or countered. */
function isOpen({ lines }: Table, line: ChannelLine, turn: number): boolean {
  return (
    line.offer !== null &&
    turn <= line.offer.until &&
    !lines.some((other) => other.signs === line.id || other.offer?.counters === line.id)
  );
}
