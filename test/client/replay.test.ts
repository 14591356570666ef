import { beforeAll, describe, expect, test } from 'vitest';
import { type FromWork, work } from '../../client/debrief/work.ts';
import { createReplay, type Replay } from '../../client/model/replay.ts';
import { readReplayAddress, replayAddress, VIEWERS } from '../../client/model/replay-address.ts';
import { type RecordFile, recordText } from '../../shared/export/record-file.ts';
import { pivotalOf } from '../../shared/game/flip.ts';
import type { Game } from '../../shared/game/game.ts';
import { recordOf } from '../../shared/game/record.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { finishedGame } from '../export/finished.ts';

let file: RecordFile;
let game: Game;
let replay: Replay;
beforeAll(() => {
  const made = finishedGame();
  ({ file } = made);
  ({ game } = made.finished);
  replay = createReplay(file, game, { source: 'ABCDEF', turn: 3, viewer: 'ru' });
});

/** As it goes over the line to a worker and back. */
const asked = (message: Parameters<typeof work>[0]): readonly FromWork[] => {
  const said: FromWork[] = [];
  work(structuredClone(message), (word) => said.push(structuredClone(word)));
  return said;
};

describe('a link to a turn', () => {
  test('leads back to where it was made', () => {
    for (const viewer of VIEWERS)
      for (const source of ['ABCDEF', 'file']) {
        const place = { source, turn: 12, viewer };
        expect(readReplayAddress(replayAddress(place))).toEqual(place);
      }
  });

  test('shows the end and everything where it does not say more', () => {
    expect(readReplayAddress('#/replay/ABCDEF')).toEqual({ source: 'ABCDEF', turn: Number.POSITIVE_INFINITY, viewer: 'all' });
    expect(readReplayAddress('#/replay/file?turn=x&as=nk')).toEqual({
      source: 'file',
      turn: Number.POSITIVE_INFINITY,
      viewer: 'all',
    });
  });

  test.each(['', '#', '#/replay/', '#/replay/abc', '#rule'])('is nothing else: %j', (hash) => {
    expect(readReplayAddress(hash)).toBeNull();
  });
});

describe('a replay', () => {
  test('opens where the link says', () => {
    expect(replay.address()).toBe('#/replay/ABCDEF?turn=3&as=ru');
    expect(replay.position.value).toBe(game.played.filter(({ turn }) => turn <= 3).length);
  });

  test('shows each step to each viewer as the one door of knowledge would have', () => {
    for (const viewer of VIEWERS) {
      replay.look(viewer);
      for (const at of [0, 2, 1, game.played.length]) {
        replay.go(at);
        expect(replay.match.view.value).toEqual(viewOf({ ...game, played: game.played.slice(0, at) }, viewer));
        expect(replay.match.steps.value.map(({ turn, round }) => [turn, round])).toEqual(
          game.played.slice(0, at).map(({ turn, round }) => [turn, round]),
        );
      }
    }
  });

  test('lets nobody hear a channel that was not his, nor a line before it was said', () => {
    const heard = (viewer: (typeof VIEWERS)[number], at: number): number => {
      replay.look(viewer);
      replay.go(at);
      return replay.lines().length;
    };
    expect(VIEWERS.map((viewer) => [viewer, heard(viewer, 1)])).toEqual([
      ['all', 1],
      ['public', 0],
      ['us', 1],
      ['ru', 1],
      ['cn', 0],
    ]);
    expect(heard('all', 0)).toBe(0);
  });

  test('takes no orders', () => {
    replay.look('us');
    replay.go(1);
    expect(replay.match.options.value).toEqual([]);
    replay.match.draft.addOrder({ kind: 'penaids' });
    expect(replay.match.draft.sheet.value.orders).toEqual([]);
  });
});

describe('what is reckoned beside the page', () => {
  test('opens a record and proves it, or says at which step it cannot', () => {
    const [sound] = asked({ what: 'open', text: recordText(file), scenario: null });
    expect(sound).toMatchObject({ what: 'opened', opened: { parting: null } });
    if (sound?.what !== 'opened') return;
    const far = createReplay(sound.opened.file, sound.opened.game, { source: 'file', turn: 2, viewer: 'cn' });
    expect(far.match.view.value).toEqual(viewOf({ ...game, played: game.played.filter(({ turn }) => turn <= 2) }, 'cn'));
    const hashes = file.hashes.map((hash, i) => (i === 2 ? 'b'.repeat(64) : hash));
    const [altered] = asked({ what: 'open', text: recordText({ ...file, hashes }), scenario: null });
    expect(altered).toMatchObject({ what: 'opened', opened: { parting: { at: 'step', step: 2 } } });
  }, 20_000);

  test('asks for the scenario that a record does not hold, and takes it', () => {
    const { content, ...bare } = file;
    const text = recordText(bare as RecordFile);
    expect(asked({ what: 'open', text, scenario: null })).toEqual([{ what: 'lacks', scenario: 'quick' }]);
    expect(asked({ what: 'open', text, scenario: content })[0]).toMatchObject({ what: 'opened', opened: { parting: null } });
    expect(asked({ what: 'open', text: '{}', scenario: null })[0]).toMatchObject({ what: 'refused' });
  }, 20_000);

  test('finds the pivotal orders of the core, and plays all theories', () => {
    const said = asked({ what: 'weigh', board: game.board, record: file });
    const last = said.at(-1);
    expect(last?.what === 'weighed' && last.pivotal.map(({ flip }) => flip)).toEqual(pivotalOf(game).map(({ flip }) => flip));
    const [first] = pivotalOf(game);
    const [answer] = asked({ what: 'explain', board: game.board, record: file, flip: first!.flip });
    expect(answer?.what === 'explained' && answer.why.value).toBe(first!.weight);
    const worlds = said.flatMap((word) => (word.what === 'theories' ? word.worlds : []));
    expect(worlds.map(({ theory, isPlayed }) => [theory, isPlayed])).toEqual([
      ['stabilise', false],
      ['contested', true],
      ['destabilise', false],
    ]);
  }, 30_000);

  test('says that all is weighed once, with what came of it: whoever listens stops there', () => {
    const [step] = file.steps;
    const orders = step?.type === 'turn' ? (step.sheets.us?.orders ?? []) : [];
    expect(orders).toHaveLength(4);
    for (const count of [1, 2, 3, 4]) {
      const sheets = { us: { orders: orders.slice(0, count), statements: [], abandon: [] } };
      const first = advance(newGame(game.board, game.setup), { type: 'turn', sheets });
      const said = asked({ what: 'weigh', board: game.board, record: recordOf(first) });
      const done = said.filter((word) => word.what === 'weighed' && word.done === word.of);
      expect(done.map((word) => word.what === 'weighed' && word.pivotal.length)).toEqual([Math.min(3, count)]);
    }
  }, 30_000);
});
