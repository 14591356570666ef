/** A finished game as tables, one row a turn, an order, a statement, a line of the ledger, a seat's turn (docs/record.md). */
import { isTextKey } from '../bots/text-key.ts';
import type { Game, Played, Returned } from '../game/game.ts';
import type { Report } from '../game/report.ts';
import { closingSteps } from '../game/score.ts';
import { canonical } from '../hash.ts';
import type { Order } from '../orders/sheet.ts';
import { DYADS, PAIRS, POWERS, type Power, pairId } from '../scenario/names.ts';
import type { State } from '../state/state.ts';
import { type Cell, csvOf } from './csv.ts';
import type { TableName } from './names.ts';
import type { Around } from './record-file.ts';

/** What the tables are made from: the game played again, its report, and what was taken down around it. */
export interface Finished {
  readonly game: Game;
  readonly report: Report;
  readonly around: Around;
}

export function tableOf(name: TableName, finished: Finished): string {
  const { head, rows } = TABLE[name](finished);
  return csvOf(head, rows);
}

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const TABLE: Readonly<Record<TableName, (finished: Finished) => Table>> = {
  turns: turnsTable,
  orders: ordersTable,
  statements: statementsTable,
  ledger: ledgerTable,
  participation: participationTable,
};

const OWN = ['money', 'approval', 'credibility', 'influence', 'posture'] as const;

function turnsTable({ game, report }: Finished): Table {
  const head = [
    'turn',
    'tension',
    'gauge_low',
    'gauge_high',
    ...DYADS.map(([id]) => `margin_${id}`),
    ...PAIRS.flatMap(([a, b]) => [`fear_${a}_${b}`, `margin_believed_${a}_${b}`, `margin_true_${a}_${b}`]),
    ...POWERS.flatMap((power) => OWN.map((variable) => `${variable}_${power}`)),
    'crises',
    'ending',
  ];
  const states: readonly State[] = [game.start, ...closingSteps(game).map(({ state }) => state)];
  const rows = report.turns.map((line, i): readonly Cell[] => {
    const { powers, world } = states[i] ?? game.start;
    const pairs = PAIRS.map((pair) => pairId(...pair));
    return [
      line.turn,
      line.tension,
      line.band.low,
      line.band.high,
      ...DYADS.map(([id]) => line.margins[id]),
      ...pairs.flatMap((id) => [line.fears[id], line.judged[id]?.believed, line.judged[id]?.truth]),
      ...POWERS.flatMap((power) => OWN.map((variable) => powers[power][variable])),
      world.crises,
      world.ending,
    ];
  });
  return { head, rows };
}

function ordersTable({ game }: Finished): Table {
  const rows = sheetRows(game, ({ turn, returned }, seat, sheet) =>
    sheet.orders.map((order, index) => {
      const why = backBecause(returned, seat, 'order', index);
      return [turn, seat, index, order.kind, detailsOf(order), why === null, why];
    }),
  );
  return { head: ['turn', 'seat', 'index', 'kind', 'details', 'carried_out', 'returned_because'], rows };
}

/** `battery=deveselu`; of a treaty its clauses as JSON. */
function detailsOf({ kind: _kind, ...rest }: Order): string {
  return Object.entries(rest)
    .map(([field, value]) => `${field}=${typeof value === 'object' ? canonical(value) : String(value)}`)
    .join('; ');
}

function statementsTable({ game }: Finished): Table {
  const { commitments } = game.played.at(-1)?.state ?? game.start;
  const head = ['turn', 'seat', 'index', 'speaker', 'kind', 'target', 'subject', 'venue', 'condition', 'response', 'until'];
  const rows = sheetRows(game, ({ turn, returned }, seat, sheet) =>
    sheet.statements.map((said, index) => {
      const bound = said.commitment;
      return [
        turn,
        seat,
        index,
        said.speaker,
        said.kind,
        said.target,
        said.subject,
        said.venue,
        bound === null ? null : canonical(bound.condition),
        bound?.response,
        bound?.until,
        commitments[`c${turn}-${seat}-${index}`]?.status,
        isTextKey(said.words) ? '' : said.words,
        said.language,
        backBecause(returned, seat, 'statement', index),
      ];
    }),
  );
  return { head: [...head, 'became', 'words', 'language', 'returned_because'], rows };
}

type Sheet = NonNullable<Extract<Played['step'], { type: 'turn' }>['sheets'][Power]>;

function sheetRows(game: Game, rowsOf: (played: Played, seat: Power, sheet: Sheet) => Table['rows']): Table['rows'] {
  return game.played.flatMap((played) => {
    const { step } = played;
    if (step.type !== 'turn') return [];
    return POWERS.flatMap((seat) => {
      const sheet = step.sheets[seat];
      return sheet === undefined ? [] : rowsOf(played, seat, sheet);
    });
  });
}

const backBecause = (returned: readonly Returned[], seat: Power, what: Returned['what'], index: number): string | null =>
  returned.find((back) => back.power === seat && back.what === what && back.index === index)?.refusal.key ?? null;

function ledgerTable({ game }: Finished): Table {
  const head = ['turn', 'round', 'n', 'rule', 'subject', 'variable', 'before', 'after', 'because', 'with', 'known_to'];
  const rows = game.played.flatMap(({ effects }) =>
    effects.map(({ turn, round, n, rule, subject, variable, before, after, because }): readonly Cell[] => [
      turn,
      round,
      n,
      rule,
      subject,
      variable,
      asCell(before),
      asCell(after),
      because.key,
      canonical(because.args),
      because.knownTo === null ? 'all' : because.knownTo.join(' '),
    ]),
  );
  return { head, rows };
}

const asCell = (value: unknown): Cell =>
  typeof value === 'object' && value !== null ? canonical(value) : (value as string | number | boolean | null);

function participationTable({ game, around }: Finished): Table {
  const head = ['turn', 'seat', 'held', 'name', 'drafts', 'locked', 'covered', 'orders', 'statements', 'lines', 'readings'];
  const rows = game.played.flatMap(({ step, turn }) => {
    if (step.type !== 'turn') return [];
    return POWERS.map((seat): readonly Cell[] => {
      const there = around.attendance.find((one) => one.turn === turn && one.seat === seat);
      const sheet = step.sheets[seat];
      return [
        turn,
        seat,
        there?.held ?? around.seats[seat].held,
        there?.name ?? around.seats[seat].name,
        there?.drafts ?? 0,
        there?.locked ?? false,
        there?.covered ?? false,
        sheet?.orders.length ?? 0,
        sheet?.statements.length ?? 0,
        around.lines.filter((line) => line.turn === turn && line.from === seat).length,
        around.perceptions.filter((tap) => tap.turn === turn && tap.by === seat).length,
      ];
    });
  });
  return { head, rows };
}
