import { describe, expect, it } from 'vitest';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { EMPTY_SHEET, type Sheet } from '../../shared/orders/sheet.ts';
import { boardOf, botStep, type Seats } from '../game/play.ts';
import { lineTo } from './line.ts';

const DOVES: Seats = { us: 'dove', ru: 'dove', cn: 'dove' };
const board = boardOf('quick');
/** A first turn that ends in the phase asked for, whatever the rules' parameters are tuned to. */
function firstTurnInto(phase: 'orders' | 'crisis'): readonly [Game, Game] {
  for (let i = 0; i < 200; i++) {
    const start = newGame(board, { seed: `turn ${i}`, luck: 0, theory: 'contested' });
    const later = botStep(start, DOVES);
    if (stateOf(later).world.phase === phase) return [start, later];
  }
  throw new Error(`no first turn ends in ${phase}`);
}
const [start, later] = firstTurnInto('orders');
const reinforce: Sheet = { ...EMPTY_SHEET, orders: [{ kind: 'reinforce', battery: 'deveselu' }] };

describe('a match as the page knows it', () => {
  it('waits for its first view, then is the room', () => {
    const { match, say } = lineTo(board);
    expect(match.scene.value).toBe('waiting');
    say(start, 'us');
    expect(match.scene.value).toBe('room');
    expect(match.seat.value).toBe('us');
    expect(match.options.value.length).toBeGreaterThan(0);
  });

  it('tells a step once it has been played, and goes on when it has been read', () => {
    const { match, say } = lineTo(board);
    say(start, 'us');
    say(later, 'us');
    expect(match.scene.value).toBe('reveal');
    expect(match.steps.value).toHaveLength(1);
    match.acknowledge();
    expect(match.scene.value).toBe('room');
  });

  it('tells the turn that led to a crisis before the crisis asks for a choice', () => {
    const [calm, crisis] = firstTurnInto('crisis');
    const { match, say } = lineTo(board);
    say(calm, 'us');
    say(crisis, 'us');
    expect(match.scene.value).toBe('reveal');
    match.acknowledge();
    expect(match.scene.value).toBe('crisis');
  });

  it('tells nothing twice: the same view again is no news', () => {
    const { match, say } = lineTo(board);
    say(start, 'us');
    say(start, 'us');
    expect(match.scene.value).toBe('room');
    expect(match.steps.value).toHaveLength(0);
  });

  it('brings a reader who comes in the middle straight to the room, with the last step in the ledger', () => {
    const { match, say } = lineTo(board);
    say(later, 'us');
    expect(match.scene.value).toBe('room');
    expect(match.steps.value).toHaveLength(1);
  });

  it('holds no spectator up with a reveal, and offers him nothing to order', () => {
    const { match, say } = lineTo(board);
    say(start, 'public');
    say(later, 'public');
    expect(match.scene.value).toBe('room');
    expect(match.options.value).toEqual([]);
    expect(match.speaking.value).toBeNull();
  });

  it('forgets the old game when another begins in the same room', () => {
    const { match, say } = lineTo(board);
    say(later, 'us');
    say(start, 'us');
    expect(match.steps.value).toHaveLength(0);
    expect(match.scene.value).toBe('room');
  });
});

describe('the sheet being written', () => {
  it('takes up the draft that the server kept, and starts afresh with a new turn', () => {
    const { match, say } = lineTo(board);
    say(start, 'us', { draft: reinforce });
    expect(match.draft.sheet.value).toEqual(reinforce);
    say(later, 'us');
    expect(match.draft.sheet.value).toEqual(EMPTY_SHEET);
  });

  it('knows what it costs and what would come back before the server says so', () => {
    const { match, say } = lineTo(board);
    say(start, 'us');
    const before = match.draft.checked.value.money;
    match.draft.addOrder({ kind: 'reinforce', battery: 'deveselu' });
    expect(match.draft.checked.value.money).toBeLessThan(before);
    match.draft.addOrder({ kind: 'reinforce', battery: 'deveselu' });
    expect(match.draft.checked.value.returned.map((one) => one.refusal.key)).toEqual(['refusal.twice']);
    match.draft.removeOrder(1);
    expect(match.draft.checked.value.returned).toEqual([]);
  });

  it('is locked by the player alone, and while it is locked nothing changes it', async () => {
    const { match, say, asked } = lineTo(board);
    say(start, 'us');
    await match.draft.lock();
    expect(asked).toContain('lock');
    expect(match.draft.locked.value).toBe(true);
    match.draft.addOrder({ kind: 'reinforce', battery: 'deveselu' });
    expect(match.draft.sheet.value).toEqual(EMPTY_SHEET);
  });
});
