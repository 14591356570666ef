/**
 * Takes the pictures of docs/screens. Run by hand after a build: `node scripts/screens.ts` for all of them, or with words that
 * a picture's name must contain: `node scripts/screens.ts room phone`. Starts servers of its own, so that the same games come.
 * The smallest phone is only looked at, not kept: `node scripts/screens.ts small`, into test-results/; `look` does so with any.
 */
import { startProgram } from '../test/e2e/program.ts';
import { delegation, exercise } from './screens/class.ts';
import { peacefulGame, practiceTurn, worstGame } from './screens/game.ts';
import { beginAlone, close, isAnyWanted, launch, open, shoot, sizesToTake } from './screens/shoot.ts';

const server = await startProgram();
const tense = await startProgram('test/e2e/tense-server.ts');
const shared = await startProgram('test/e2e/delegation-server.ts');
const browser = await launch();

try {
  for (const language of ['en', 'ru', 'zh']) {
    for (const size of sizesToTake) {
      const at = { size, language, port: server.port };
      await peacefulGame(browser, at);
      await practiceTurn(browser, at);
      await exercise(browser, at);
      await delegation(browser, { ...at, port: shared.port });
      await worstGame(browser, { ...at, port: tense.port });
    }
  }
  const wide = { size: 'wide', language: 'en', port: server.port } as const;
  if (isAnyWanted(wide, 'home', 'room')) {
    const front = await open(browser, wide);
    await shoot(front, 'home');
    await beginAlone(front.page);
    await shoot(front, 'room');
    await close(front);
  }
  await exercise(browser, wide);
  const inWebgl = { ...wide, size: 'desktop', renderer: 'webgl' } as const;
  if (isAnyWanted(inWebgl, 'webgl')) {
    const drawn = await open(browser, inWebgl);
    await beginAlone(drawn.page);
    await shoot(drawn, 'webgl');
  }
} finally {
  await browser.close();
  for (const each of [server, tense, shared]) await each.close();
}
