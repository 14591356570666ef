/** What a strategist thinks of doing and saying: single orders and single statements, and whole sheets made of them. */
import type { Board } from '../../capability/board.ts';
import { judgeOf, mayAbandon } from '../../game/check.ts';
import { optionsFor } from '../../game/options.ts';
import { EMPTY_SHEET, type Order, type Sheet, type Statement } from '../../orders/sheet.ts';
import { purseAfterIncome } from '../../politics/standing.ts';
import { JOINT_KINDS, othersOf, PERSONALITIES } from '../../scenario/names.ts';
import { isRefusal } from '../../state/refusal.ts';
import { pageOf, worth } from '../bot.ts';
import { blame, denial, feared, pledge, redLine, speech, threat } from '../speech.ts';
import { orderOf } from '../talks.ts';
import { distrusted, type Thinking } from '../thinking.ts';

/** One thing that may go onto a sheet. */
export type Part = { readonly order: Order } | { readonly words: Statement } | { readonly abandon: string };

/** Everything that it may do by itself or has signed, the best of each kind first; then what it may say or give up. */
export function partsOf(thinking: Thinking): readonly Part[] {
  const { board, view, power, agreed } = thinking;
  const options = optionsFor(board, view.state, power)
    .filter(({ order, refusal }) => refusal === null && !JOINT_KINDS.some((kind) => kind === order.kind))
    .map(({ order }) => ({ order, wish: Math.max(...PERSONALITIES.map((name) => worth(pageOf(name), thinking, order))) }))
    .sort((a, b) => b.wish - a.wish)
    .map(({ order }) => order);
  const signed = agreed.flatMap((joint) => orderOf(joint) ?? []);
  const bonds = [...Object.keys(view.state.commitments), ...Object.keys(view.state.treaties)].sort();
  return [
    ...signed.map((order) => ({ order })),
    ...interleaved(
      kindByKind(options, ({ kind }) => kind).map((order) => ({ order })),
      wordsOf(thinking).map((words) => ({ words })),
    ),
    ...bonds.filter((id) => mayAbandon(view.state, power, id)).map((abandon) => ({ abandon })),
  ];
}

/**
 * What comes first of each kind, then what comes second, and so on, no more than `most` of a kind: a short search hears of
 * as many kinds as it has trials for, not of one at every site.
 */
export function kindByKind<T>(things: readonly T[], kindOf: (thing: T) => string, most = Number.POSITIVE_INFINITY): readonly T[] {
  const met = new Map<string, number>();
  const placed = things.map((thing) => {
    const kind = kindOf(thing);
    const place = met.get(kind) ?? 0;
    met.set(kind, place + 1);
    return { thing, place };
  });
  return placed
    .filter(({ place }) => place < most)
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}

/** Three of the first to one of the second, so that a short search hears of both. */
function interleaved(orders: readonly Part[], words: readonly Part[]): readonly Part[] {
  const said = words.flatMap((one, i) => [...orders.slice(3 * i, 3 * i + 3), one]);
  return [...said, ...orders.slice(3 * words.length)];
}

/** What it might say: each kind of words to those whom they would move most. */
function wordsOf(thinking: Thinking): readonly Statement[] {
  const { power } = thinking;
  const all = [
    denial(thinking, 'strategist.deny'),
    pledge(thinking, 'strategist.pledge'),
    blame(thinking, 'strategist.blame'),
    ...(['united-nations', 'forum'] as const).map((venue) =>
      speech(thinking, {
        speaker: 'head-of-state',
        kind: 'offer-talks',
        target: feared(thinking),
        subject: 'arms',
        venue,
        words: 'strategist.talks',
      }),
    ),
    ...othersOf(power).map((target) =>
      speech(thinking, {
        speaker: 'head-of-state',
        kind: 'reassure',
        target,
        subject: 'arms',
        venue: 'forum',
        words: 'strategist.reassure',
      }),
    ),
    redLine(thinking, 'strategist.red-line'),
    threat(thinking, 'strategist.warn'),
    ...(['united-nations', 'home'] as const).map((venue) =>
      speech(thinking, {
        speaker: 'minister',
        kind: 'condemn',
        target: distrusted(thinking),
        subject: 'arms',
        venue,
        words: 'strategist.condemn',
      }),
    ),
  ];
  return all.filter((words) => words !== null);
}

/** The sheet of what of these parts is legal together, in their order. */
export function sheetOf({ board, view, power }: Thinking, parts: readonly Part[]): Sheet {
  return legal(
    board,
    { view, power },
    {
      orders: parts.flatMap((part) => ('order' in part ? [part.order] : [])),
      statements: parts.flatMap((part) => ('words' in part ? [part.words] : [])),
      abandon: parts.flatMap((part) => ('abandon' in part ? [part.abandon] : [])),
    },
  );
}

function legal(board: Board, { view, power }: Pick<Thinking, 'view' | 'power'>, { orders, statements, abandon }: Sheet): Sheet {
  const judge = judgeOf(board, view.state, { power, abandoned: abandon, money: purseAfterIncome(board, view.state, power) });
  return {
    ...EMPTY_SHEET,
    orders: orders.filter((order) => !isRefusal(judge.order(order))),
    statements: statements.filter((words) => !isRefusal(judge.statement(words))),
    abandon,
  };
}

export const partsIn = ({ orders, statements, abandon }: Sheet): readonly Part[] => [
  ...orders.map((order) => ({ order })),
  ...statements.map((words) => ({ words })),
  ...abandon.map((id) => ({ abandon: id })),
];
