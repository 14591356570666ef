import { describe, expect, it } from 'vitest';
import { type LocalMatch, openWorld } from '../../client/local/line.ts';
import type { WorldPlan } from '../../client/local/world.ts';
import { stateOf } from '../../shared/game/game.ts';
import { replay } from '../../shared/game/record.ts';
import { viewOf } from '../../shared/game/view.ts';
import { hashOf } from '../../shared/hash.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { boardOf, botGame } from '../game/play.ts';
import { portInPage } from './local-port.ts';

const BOTS = { us: 'hawk', ru: 'hawk', cn: 'dove' } as const;
const plan = (seed: string, seat: WorldPlan['seat']): WorldPlan => ({ seed, seat, bots: BOTS });
const open = (seed: string, seat: WorldPlan['seat']): Promise<LocalMatch> => openWorld('quick', plan(seed, seat), portInPage());
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

/** Plays as a person would, by the match alone: one order a turn if there is one, the calmest choice in a crisis. */
async function playToTheEnd({ match }: LocalMatch): Promise<void> {
  for (let step = 0; step < 60 && match.record.value === null; step++) {
    const { world, crisis } = match.view.value!.state;
    if (match.scene.value === 'reveal') match.acknowledge();
    else if (world.phase === 'crisis') {
      const isParty = crisis.first === 'us' || crisis.second === 'us';
      const body = { turn: world.turn, round: crisis.round, choice: isParty ? 'stand-down' : 'watch' } as const;
      expect(await match.connection.outbox.request('choose', body)).toMatchObject({ ok: true });
    } else {
      const option = match.options.value.find((each) => each.refusal === null);
      if (option) match.draft.addOrder(option.order);
      await match.draft.lock();
    }
    await settled();
  }
}

describe('a match over the local line', () => {
  it('plays a whole quick game whose record, replayed, gives the same state after every step and the view that was seen', async () => {
    const local = await open('a whole game', 'us');
    await settled();
    await playToTheEnd(local);
    const record = local.match.record.value!;
    const board = boardOf('quick');
    const { game, verified } = replay(board, record);
    expect(verified).toBe(true);
    expect(record.hashes).toEqual(game.played.map(({ state }) => hashOf(state)));
    expect(stateOf(game).world.phase).toBe('ended');
    expect(local.match.view.value).toEqual(viewOf(game, 'us'));
    expect(game.played.some(({ step }) => step.type === 'turn' && (step.sheets.us?.orders.length ?? 0) > 0)).toBe(true);
  });

  it('plays a world of bots move for move as the bots play it on the server', async () => {
    const local = await open('a world of bots', null);
    await settled();
    for (let step = 0; step < 60 && local.match.record.value === null; step++) {
      local.step();
      await settled();
    }
    const expected = botGame(boardOf('quick'), 'a world of bots', BOTS);
    expect(local.match.record.value?.hashes).toEqual(expected.played.map(({ state }) => hashOf(state)));
    expect(local.match.seat.value).toBeNull();
  });

  it('answers a saved sheet with a receipt, and refuses what the server would refuse', async () => {
    const { match } = await open('receipts', 'us');
    await settled();
    const { outbox } = match.connection;
    const saved = await outbox.request('draft', { turn: 1, sheet: { ...EMPTY_SHEET, orders: [{ kind: 'press', third: 'nk' }] } });
    expect(saved).toMatchObject({ ok: true, receipt: { turn: 1, locked: false, orders: 1, returned: [] } });
    expect(await outbox.request('draft', { turn: 2, sheet: EMPTY_SHEET })).toMatchObject({
      refusal: { key: 'refusal.stale-turn' },
    });
    expect(await outbox.request('unlock', { turn: 1 })).toMatchObject({ refusal: { key: 'refusal.not-locked' } });
    expect(await outbox.request('choose', { turn: 1, round: 1, choice: 'hold' })).toMatchObject({
      refusal: { key: 'refusal.no-crisis' },
    });
    expect(await outbox.request('pause', {})).toMatchObject({ refusal: { key: 'refusal.only-on-server' } });
  });

  it('shows a seat nothing of what its rivals hide', async () => {
    const { match } = await open('veil', 'us');
    await settled();
    const { state } = match.view.value!;
    expect(state.powers.us.secretAim).not.toBe('');
    expect([state.powers.ru.secretAim, state.powers.cn.secretAim]).toEqual(['', '']);
  });

  it('begins another game on the same board, and forgets the last one', async () => {
    const local = await open('first', null);
    await settled();
    local.step();
    await settled();
    expect(local.match.steps.value).toHaveLength(1);
    local.again(plan('second', null));
    await settled();
    expect(local.match.steps.value).toHaveLength(0);
    expect(local.match.view.value?.state.world.turn).toBe(1);
  });

  it('says nothing more once it is left', async () => {
    const local = await open('left', null);
    await settled();
    local.match.connection.leave();
    local.step();
    await settled();
    expect(local.match.view.value?.state.world.turn).toBe(1);
    expect(local.match.connection.state.value).toEqual({ at: 'closed', why: 'left' });
  });
});
