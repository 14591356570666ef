import { describe, expect, it } from 'vitest';
import { saidAgainstDid } from '../../client/model/promises.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { EMPTY_SHEET, type Order, type Statement } from '../../shared/orders/sheet.ts';
import { POWERS, type Power, type Viewer } from '../../shared/scenario/names.ts';
import type { Effect } from '../../shared/state/ledger.ts';
import type { Spoken } from '../../shared/state/state.ts';
import { ALL_HAWKS, boardOf, botStep } from '../game/play.ts';

const board = boardOf('best-offense-2016');
const start = newGame(board, { seed: 'said', luck: 0, theory: 'contested' });
const SAID: Statement = {
  speaker: 'minister',
  kind: 'reassure',
  target: 'ru',
  subject: 'arms',
  venue: 'united-nations',
  commitment: null,
  words: '',
  language: 'en',
};
const PLEDGE: Statement = {
  ...SAID,
  kind: 'pledge',
  subject: 'redzikowo',
  commitment: { condition: { type: 'battery-active', battery: 'redzikowo' }, response: null, until: 6 },
};
const BUILD: Order = { kind: 'build', battery: 'redzikowo' };

const played = (power: Power, statements: Statement[], orders: Order[]): Game =>
  advance(start, { type: 'turn', sheets: { [power]: { ...EMPTY_SHEET, statements, orders } } });
const kindsBelied = (game: Game, viewer: Viewer, power: Power): string[] => {
  const record = saidAgainstDid(viewOf(game, viewer)).find((one) => one.power === power);
  return record?.belied.map((said) => said.kind) ?? [];
};

/** Words in public that the core turned in a step, by its own ledger: who, by whom, to whom, about what. */
const turned = (effects: readonly Effect[], spoken: readonly Spoken[]): string[] =>
  effects
    .filter(({ because }) => because.key === 'why.statement.contradicted')
    .map(({ because: { args } }) => [args['power'], args['speaker'], args['target'], args['subject']].join())
    .filter((key) => spoken.some((said) => said.venue !== 'private' && keyOf(said) === key));
const keyOf = ({ power, speaker, target, subject }: Spoken): string => [power, speaker, target, subject].join();

describe('words that deeds belie', () => {
  const cases: readonly (readonly [Statement, Order])[] = [
    [SAID, { kind: 'posture', posture: 'generated' }],
    [{ ...SAID, kind: 'offer-talks' }, BUILD],
    [
      { ...SAID, kind: 'deny', subject: 'deveselu' },
      { kind: 'reinforce', battery: 'deveselu' },
    ],
    [PLEDGE, BUILD],
  ];
  it.each(cases)('are told of every kind that the core turns, to every seat and to whoever watches: %o', (said, order) => {
    for (const viewer of [...POWERS, 'public'] as const) {
      expect(kindsBelied(played('us', [said], [order]), viewer, 'us')).toEqual([said.kind]);
      expect(kindsBelied(played('us', [said], []), viewer, 'us')).toEqual([]);
    }
  });

  it('are none that went through a private channel, and none for deeds that nobody else has seen', () => {
    const alert: Order = { kind: 'posture', posture: 'generated' };
    expect(kindsBelied(played('us', [{ ...SAID, venue: 'private' }], [alert]), 'ru', 'us')).toEqual([]);
    const hidden = played('ru', [{ ...SAID, target: 'us' }], [{ kind: 'reinforce', battery: 'moscow-a135' }]);
    for (const viewer of ['us', 'ru'] as const) expect(kindsBelied(hidden, viewer, 'ru')).toEqual([]);
  });

  it('are, through a whole game, those that the ledger of the core says were turned, whoever reads', () => {
    for (const viewer of [...POWERS, 'public'] as const) {
      let game = newGame(board, { seed: 'ledger2', luck: 0, theory: 'contested' });
      const lied: string[] = [];
      const say = (power: Power): Statement[] => [{ ...SAID, target: power === 'us' ? 'ru' : 'us', speaker: 'spokesperson' }];
      for (let step = 0; step < 40 && stateOf(game).world.phase !== 'ended'; step++) {
        const next = botStep(game, ALL_HAWKS);
        const last = next.played.at(-1)!.step;
        game = last.type === 'turn' ? advance(game, withWords(last, say)) : next;
        const { effects, state, turn } = game.played.at(-1)!;
        for (const key of turned(
          effects,
          Object.values(state.spoken).filter((said) => said.turn === turn),
        ))
          lied.push(`${turn} ${key}`);
      }
      const view = viewOf(game, viewer);
      const told = saidAgainstDid(view).flatMap(({ belied }) => belied);
      expect(lied.length).toBeGreaterThan(5);
      // Whoever comes back late has them all, also those that the state has let go of.
      expect(told.some(({ turn }) => !Object.values(view.state.spoken).some((said) => said.turn === turn))).toBe(true);
      expect(new Set(told.map((said) => `${said.turn} ${keyOf(said)}`))).toEqual(new Set(lied));
    }
  });
});

/** The same turn, each seat saying one thing more. */
function withWords(step: Extract<Game['played'][number]['step'], { type: 'turn' }>, say: (power: Power) => Statement[]) {
  const sheets = POWERS.map((power) => {
    const sheet = step.sheets[power] ?? EMPTY_SHEET;
    return [power, { ...sheet, statements: [...say(power), ...sheet.statements].slice(0, 2) }] as const;
  });
  return { ...step, sheets: Object.fromEntries(sheets) };
}

describe('the record of a power', () => {
  it('holds its own commitments and no other’s, counted as they stand', () => {
    const records = saidAgainstDid(viewOf(played('us', [PLEDGE], []), 'public'));
    expect(records.map(({ power, counts }) => [power, counts])).toEqual([
      ['us', [['open', 1]]],
      ['ru', []],
      ['cn', []],
    ]);
  });
});
