import { describe, expect, it } from 'vitest';
import { botSheet } from '../../shared/bots/bot.ts';
import { occasionOf } from '../../shared/bots/moves.ts';
import type { Agreed, Game, Sheets } from '../../shared/game/game.ts';
import { advance } from '../../shared/game/turn.ts';
import { veil } from '../../shared/game/veil.ts';
import { viewOf } from '../../shared/game/view.ts';
import { canonical } from '../../shared/hash.ts';
import type { Order, Sheet } from '../../shared/orders/sheet.ts';
import { PAIRS, PERSONALITIES, POWERS, type Power, pairId, type Viewer } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { now, orders, quietTurns, say, standingAt, start, still, turn, withPair, words } from '../belief/table.ts';

const friendly: State = PAIRS.reduce((state, [from, to]) => withPair(state, pairId(from, to), { trust: 90 }), start);
const US_RU: Agreed = [['us', 'ru', 'treaty']];
const treaty = (partner: Power): Order => ({ kind: 'treaty', partners: [partner], clauses: [{ type: 'inspection' }] });
const penaids: Order = { kind: 'penaids' };

/** The US and Russia have signed inspection, which comes into force in the second turn. */
const signed = (): Game => {
  const sheets: Sheets = { us: orders(treaty('ru')), ru: orders(treaty('us')) };
  return advance(standingAt(still, friendly), { type: 'turn', sheets, agreed: US_RU });
};
const AGAINST_MOSCOW = { condition: { type: 'battery-active', battery: 's500-moscow' }, response: 'build', until: 6 } as const;
/** The same, where Moscow's battery takes so long that satellites see nothing of it in its first turns. */
const slow = (): Game => {
  const plan = still.plans['s500-moscow']!;
  const longer = { ...still, plans: { ...still.plans, 's500-moscow': { ...plan, build: { ...plan.build!, turns: 8 } } } };
  return { ...signed(), board: longer };
};
const worksKnown = (game: Game, viewer: Viewer): readonly string[] => Object.keys(viewOf(game, viewer).state.works);
/** Lines of the last turn about what inspectors found, as a viewer may read them. */
const found = (game: Game, viewer: Viewer) => viewOf(game, viewer).effects.filter(({ rule }) => rule === 'inspection');

describe('inspection (RULES 2 and 7)', () => {
  const before = worksKnown(standingAt(still, friendly), 'us');

  it('finds a programme in the turn in which it begins', () => {
    const game = turn(signed(), { ru: orders(penaids) });
    const [id] = Object.keys(now(game).works).filter((each) => !before.includes(each));
    expect(now(game).works[id!]).toMatchObject({ owner: 'ru', what: 'penaids', seenBy: ['us'] });
    expect(worksKnown(game, 'us')).toContain(id);
    expect(viewOf(game, 'us').state.deeds[`d${id!.slice(1)}`]).toMatchObject({ kind: 'penaids', power: 'ru' });
    expect(found(game, 'us')).toMatchObject([
      { subject: `works/${id}`, after: ['us'], because: { key: 'why.treaty.inspected' } },
    ]);
    expect(found(game, 'ru')).toHaveLength(1);
  });

  it('tells nobody else, and nobody anything without the clause', () => {
    const game = turn(signed(), { ru: orders(penaids), cn: orders(penaids) });
    for (const viewer of ['cn', 'public'] as const) {
      expect(found(game, viewer)).toEqual([]);
      expect(worksKnown(game, viewer).filter((id) => id.includes('-ru-'))).toEqual([]);
    }
    expect(worksKnown(game, 'us').filter((id) => id.includes('-cn-'))).toEqual([]);
    const unsigned = turn(quietTurns(standingAt(still, friendly), 1), { ru: orders(penaids) });
    expect(worksKnown(unsigned, 'us').filter((id) => id.includes('-ru-'))).toEqual([]);
  });

  it('tells nobody else who found a work that all see later, nor when it ends', () => {
    let game = turn(signed(), { ru: orders({ kind: 'build', battery: 's500-moscow' }) });
    const [id] = Object.keys(now(game).works).filter((each) => each.includes('-ru-'));
    while (now(game).works[id!] !== undefined) {
      for (const viewer of ['cn', 'public'] as const) expect(canonical(viewOf(game, viewer))).not.toContain('seenBy');
      for (const viewer of ['us', 'ru'] as const) expect(viewOf(game, viewer).state.works[id!]).toMatchObject({ seenBy: ['us'] });
      game = turn(game);
    }
    for (const viewer of ['cn', 'public'] as const) {
      expect(viewOf(game, viewer).effects.map(({ subject }) => subject)).toContain(`works/${id}`);
      expect(canonical(viewOf(game, viewer))).not.toContain('seenBy');
    }
  });

  it('lets no red line cross before those who heard it see the work too', () => {
    const line = (venue: 'forum' | 'private', target: Power) =>
      words(say({ kind: 'red-line', venue, target, subject: 's500-moscow', commitment: AGAINST_MOSCOW }));
    const crossed = (us: Sheet): string | undefined => {
      const game = turn(slow(), { us });
      expect(worksKnown(game, 'us').some((id) => id.includes('-ru-'))).toBe(false);
      const found = turn(turn(game, { ru: orders({ kind: 'build', battery: 's500-moscow' }) }));
      expect(worksKnown(found, 'us').some((id) => id.includes('-ru-'))).toBe(true);
      expect(worksKnown(found, 'cn').some((id) => id.includes('-ru-'))).toBe(false);
      return Object.values(now(found).commitments)[0]?.status;
    };
    expect(crossed(line('forum', 'ru'))).toBe('open');
    expect(crossed(line('private', 'cn'))).toBe('open');
    expect(crossed(line('private', 'ru'))).toBe('met');
  });

  it('ends with the treaty: broken on the sheet on which the work begins, or run out after notice, it finds nothing more', () => {
    const game = signed();
    const id = Object.keys(now(game).treaties)[0]!;
    const found = (after: Game) => worksKnown(after, 'us').filter((each) => each.includes('-ru-'));
    const inForce = turn(game);
    expect(found(turn(inForce, { ru: { ...orders(penaids), abandon: [id] } }))).toEqual([]);
    // In force until the end of the turn after notice: what begins in that turn is found, what begins later is not.
    const left = turn(inForce, { us: orders({ kind: 'leave-treaty', treaty: id }) });
    const lastTurn = turn(left, { ru: orders(penaids) });
    expect(found(lastTurn)).toHaveLength(1);
    expect(now(lastTurn).treaties[id]!.status).toBe('ended');
    expect(found(turn(lastTurn, { ru: orders({ kind: 'dispersal' }) }))).toEqual(found(lastTurn));
  });

  it('leaves the public picture as it was, also as the finder works it out from what it knows', () => {
    const game = turn(signed(), { ru: orders({ kind: 'build', battery: 's500-moscow' }, penaids) });
    for (const power of POWERS)
      expect(canonical(veil(still, viewOf(game, power).state, 'public'))).toBe(canonical(veil(still, now(game), 'public')));
  });

  it('is not told by bots: none of them accuses in public of what it alone has found', () => {
    const game = turn(signed(), { ru: orders({ kind: 'build', battery: 's500-moscow' }) });
    const said = (played: Game) =>
      PERSONALITIES.flatMap((name) =>
        botSheet(name, still, occasionOf(played, 'us', [])).statements.map(({ subject }) => subject),
      );
    expect(worksKnown(game, 'us').some((id) => id.includes('-ru-'))).toBe(true);
    expect(said(game)).not.toContain('s500-moscow');
    // Once all see it, they do.
    expect(said(turn(game))).toContain('s500-moscow');
  });

  it('finds what was begun before the treaty, once', () => {
    const sheets: Sheets = { us: orders(treaty('ru')), ru: orders(treaty('us'), penaids) };
    const begun = advance(standingAt(still, friendly), { type: 'turn', sheets, agreed: US_RU });
    expect(found(begun, 'us')).toEqual([]);
    const inForce = quietTurns(begun, 1);
    expect(found(inForce, 'us')).toHaveLength(1);
    expect(found(quietTurns(inForce, 1), 'us')).toEqual([]);
  });

  it('what was found stays known when the treaty is left', () => {
    const game = turn(signed(), { ru: orders(penaids) });
    const id = Object.keys(now(game).treaties)[0]!;
    const state = now(game);
    const ended: State = { ...state, treaties: { ...state.treaties, [id]: { ...state.treaties[id]!, status: 'ended' } } };
    expect(worksKnown(standingAt(still, ended), 'us')).toEqual(worksKnown(game, 'us'));
    const later = turn(standingAt(still, ended), { ru: orders({ kind: 'dispersal' }) });
    expect(worksKnown(later, 'us').filter((each) => each.includes('-ru-'))).toEqual(
      worksKnown(game, 'us').filter((each) => each.includes('-ru-')),
    );
  });

  it('sees work on home soil before satellites do, with the battery that is not there yet', () => {
    const build = { ru: orders({ kind: 'build', battery: 's500-moscow' }) };
    const seen = (game: Game, viewer: Viewer) => viewOf(game, viewer).state.batteries['s500-moscow']?.status;
    expect(seen(turn(signed(), build), 'us')).toBe('building');
    expect(seen(turn(signed(), build), 'cn')).not.toBe('building');
    expect(seen(turn(quietTurns(standingAt(still, friendly), 1), build), 'us')).not.toBe('building');
  });
});
