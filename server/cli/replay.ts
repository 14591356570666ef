/** `threshold replay`: a record played again and proved, to any turn, and what would have been without one order. */
import { parseArgs } from 'node:util';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import { type RecordRead, readRecord } from '../../shared/export/record-file.ts';
import { type Flip, orderAt, whatIf } from '../../shared/game/flip.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { type Parting, replay } from '../../shared/game/record.ts';
import { scoreOf } from '../../shared/game/score.ts';
import { hashOf } from '../../shared/hash.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { readShelf, SCENARIO_FOLDER } from '../match/scenarios.ts';
import { textOf } from '../named-file.ts';
import { orUsage, StartFault } from '../start-fault.ts';
import type { Answer } from './scenario.ts';

export const REPLAY_USAGE = 'threshold replay FILE [--to-turn N] [--flip TURN:SEAT:INDEX] [--json]';

/** 1: a hash is not as recorded. What cannot be read, or asks for what is not there, is a fault of the input. */
export function replayCommand(args: readonly string[]): Answer {
  const { file, toTurn, flip, json } = read(args);
  const record = recordIn(file);
  const { game: whole, parting } = replay(boardFor(record), record);
  if (parting !== null) return { out: '', complaint: sentence(file, parting, record), code: 1 };
  const game = upTo(whole, toTurn);
  const found = { ...findingsOf(game), ...(flip === null ? {} : { flip: flippedIn(whole, flip) }) };
  return { out: json ? JSON.stringify(found) : linesOf(file, found).join('\n'), complaint: '', code: 0 };
}

interface Wanted {
  readonly file: string;
  readonly toTurn: number | null;
  readonly flip: Flip | null;
  readonly json: boolean;
}

function read(args: readonly string[]): Wanted {
  return orUsage(REPLAY_USAGE, () => {
    const text = { type: 'string' } as const;
    const options = { 'to-turn': text, flip: text, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new Error('Name one file');
    return {
      file,
      toTurn: values['to-turn'] === undefined ? null : wholeNumber('--to-turn', values['to-turn']),
      flip: values.flip === undefined ? null : flipFrom(values.flip),
      json: values.json ?? false,
    };
  });
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new Error(`${option} must be a whole number, not "${text}"`);
  return Number(text);
}

function flipFrom(text: string): Flip {
  const [turn = '', seat = '', index = ''] = text.split(':');
  const power = POWERS.find((one) => one === seat);
  if (!power || !/^\d+$/.test(turn) || !/^\d+$/.test(index) || text.split(':').length !== 3)
    throw new Error(`--flip must name a turn, a seat and an order's place from 0, as in 3:ru:0, not "${text}"`);
  return { turn: Number(turn), seat: power, index: Number(index) };
}

function recordIn(file: string): RecordRead {
  const record = readRecord(textOf(file));
  if (!isRefusal(record)) return record;
  const problem = String(record.args['problem']);
  throw new StartFault(
    `${file} is no record of a game: ${PROBLEMS.find(([begins]) => problem.startsWith(begins))?.[1] ?? problem}.`,
  );
}

/** The faults that most files have that are no record of this program's, in words. */
const PROBLEMS: readonly (readonly [begins: string, words: string])[] = [
  ['kind', 'it does not say that it is one'],
  ['format:', 'it is of a format that a newer version of this program writes'],
];

/** From the record itself, else the scenario of that name that came with the program. */
function boardFor({ scenario, content }: RecordRead): Board {
  if (content === undefined) {
    const shelved = readShelf(SCENARIO_FOLDER).get(scenario);
    if (!shelved) throw new StartFault(`The record does not hold its scenario, and there is no "${scenario}" here.`);
    return shelved.board();
  }
  const loaded = loadScenario(content);
  if (isRefusal(loaded))
    throw new StartFault(`The scenario in the record cannot be used: ${loaded.args['path']}: ${loaded.args['problem']}`);
  return makeBoard(loaded);
}

function sentence(file: string, parting: Parting, record: RecordRead): string {
  if (parting.at === 'scenario')
    return `${file} is not verified: its scenario "${record.scenario}" is not the one it was played on (${record.scenarioHash.slice(0, 12)}…).`;
  return `${file} is not verified: step ${parting.step + 1} of ${record.steps.length} does not come out as recorded.`;
}

function upTo(game: Game, turn: number | null): Game {
  if (turn === null) return game;
  const last = game.played.at(-1)?.turn ?? 0;
  if (turn > last) throw new StartFault(`The game has ${last} turns: --to-turn ${turn} is not among them.`);
  return { ...game, played: game.played.filter((step) => step.turn <= turn) };
}

function flippedIn(game: Game, flip: Flip) {
  if (orderAt(game, flip) === null)
    throw new StartFault(`There is no order at ${flip.turn}:${flip.seat}:${flip.index}: turns are from 1, places from 0.`);
  return { ...whatIf(game, flip), unchanged: "others' orders unchanged" };
}

function findingsOf(game: Game) {
  const { scenario } = game.board;
  const { world } = stateOf(game);
  return {
    verified: true,
    scenario: scenario.id,
    scenarioHash: hashOf(scenario),
    theory: game.setup.theory,
    turn: game.played.at(-1)?.turn ?? 0,
    steps: game.played.length,
    ending: world.ending,
    tension: world.tension,
    hash: hashOf(stateOf(game)),
    timeline: [game.opening, ...game.played.map(({ moment }) => moment)],
    scores: Object.fromEntries(POWERS.map((power) => [power, scoreOf(game, power).normalised])),
  };
}

type Found = ReturnType<typeof findingsOf> & { readonly flip?: ReturnType<typeof flippedIn> };

function linesOf(file: string, { scenario, steps, turn, ending, tension, hash, flip }: Found): readonly string[] {
  const course = ending === 'none' ? 'not ended there' : `ending "${ending}"`;
  const told = [
    `${file} is verified: ${scenario}, ${steps} steps to turn ${turn}, ${course}, tension ${tension.toFixed(1)}, hash ${hash.slice(0, 12)}…`,
  ];
  if (flip === undefined) return told;
  const { turn: of, seat, index } = flip.flip;
  return [
    ...told,
    `Without ${of}:${seat}:${index} (${flip.order.kind}), ${flip.unchanged}:`,
    ...flip.turns.map(
      ({ turn: at, gauge, score }) =>
        `  turn ${at}: smallest margin ${gauge.was.toFixed(3)} -> ${gauge.becomes.toFixed(3)}, score of ${seat} ${score.was.toFixed(3)} -> ${score.becomes.toFixed(3)}`,
    ),
    ...flip.orders.map(
      (one) => `  turn ${one.turn}: ${one.seat} ${one.order.kind} ${one.comesBack ? 'comes back' : 'is now carried out'}`,
    ),
    ...flip.commitments.map(({ id, was, becomes }) => `  commitment ${id}: ${was ?? 'not made'} -> ${becomes ?? 'not made'}`),
  ];
}
