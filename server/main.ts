/** Starts the server, says where it is, and ends it cleanly. One process, one port, one log. */
import { join } from 'node:path';
import { type Config, readConfig, SERVE_HELP } from './config.ts';
import { openDemo } from './demo.ts';
import { ExerciseHall } from './exercise/exercise-hall.ts';
import { serveHttp } from './http/app.ts';
import { guardBodies } from './http/body-guard.ts';
import { lanOrigin } from './lan-address.ts';
import { logError } from './log.ts';
import { Hall } from './match/hall.ts';
import { Registry } from './match/registry.ts';
import { readShelf, SCENARIO_FOLDER } from './match/scenarios.ts';
import { Strategists } from './match/strategists.ts';
import { Metrics } from './metrics.ts';
import { connections, EXERCISE_ROOMS, type GameServer, makeGameServer, ROOMS } from './rooms/game-server.ts';
import { IDLE } from './rooms/match-room.ts';
import { ROOT } from './root.ts';
import { StartFault } from './start-fault.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

const CLIENT_FOLDER = join(ROOT, 'dist', 'client');
/** Rooms that have not closed by then are left to their log. */
const PATIENCE_MS = 5000;
const FAULT_EXIT = 2;
const DAY_MS = 86_400_000;
/** How finely an outage is measured, and how often it is looked whether a match has been kept long enough. */
const ALIVE_EVERY_MS = 5000;
const SWEEP_EVERY_MS = 3_600_000;

export interface RunningServer {
  readonly port: number;
  readonly registry: Registry;
  readonly hall: Hall;
  readonly demoCode: string | null;
  stop(): Promise<void>;
}

export async function startServer(config: Config, scenarios = SCENARIO_FOLDER, idle = IDLE): Promise<RunningServer> {
  const shelf = readShelf(scenarios, ...(config.scenarios === null ? [] : [config.scenarios]));
  const metrics = new Metrics();
  const store = await openStore(config.data, (ms) => metrics.commit(ms));
  const thinker = new Strategists();
  const registry = new Registry({ journal: store, nowMs: Date.now, noteStep: (ms) => metrics.step(ms), thinker });
  const keepMs = config.keepDays * DAY_MS;
  const hall = new Hall({ registry, store, shelf, rooms: ROOMS, keepMs });
  const exercises = new ExerciseHall({ hall, registry, store, shelf, keepMs, rooms: EXERCISE_ROOMS });
  metrics.addCensus(() => ({ stages: registry.all.map((match) => match.stage), connections: connections() }));
  const state = { at: 'starting' as 'starting' | 'ready' | 'stopping' };
  const parts = { hall, exercises, registry, store, shelf, metrics };
  const game = makeGameServer({
    registry,
    hall,
    exercises,
    metrics,
    idle,
    addHttp: (app) =>
      serveHttp(app, {
        ...parts,
        password: config.opsPassword,
        address: () => lanOrigin({ ...config, port: portOf(game) }),
        isBehindProxy: config.isBehindProxy,
        clientFolder: CLIENT_FOLDER,
        whyNotReady: () => whyNotReady(state, store),
      }),
  });
  const upkeep = keepUp({ hall, exercises, store, registry }, keepMs);
  const stop = async (): Promise<void> => {
    state.at = 'stopping';
    for (const timer of upkeep) clearInterval(timer);
    await game.server.gracefullyShutdown(false);
    game.http.closeAllConnections();
    registry.close();
    await thinker.close();
    await store.close();
  };
  try {
    await listen(game, config);
  } catch (error) {
    await store.close();
    throw error;
  }
  await hall.reopen();
  await exercises.reopen();
  await hall.sweep();
  await exercises.sweep();
  state.at = 'ready';
  const demoCode = config.demo ? await openDemo(registry, shelf, ROOMS) : null;
  return { port: portOf(game), registry, hall, demoCode, stop };
}

/** Games of before are not there yet, the log does not answer, or the server is about to stop. */
async function whyNotReady(state: { readonly at: string }, store: Store): Promise<string | null> {
  if (state.at !== 'ready') return state.at;
  return (await store.isAlive()) ? null : 'the log does not answer';
}

interface Kept {
  readonly hall: Hall;
  readonly exercises: ExerciseHall;
  readonly store: Store;
  readonly registry: Registry;
}

/** What is done now and then, whatever the matches do. A full disk is said once by whoever needs it. */
function keepUp({ hall, exercises, store, registry }: Kept, keepMs: number): readonly NodeJS.Timeout[] {
  const quietly = (work: Promise<unknown>): void => void work.catch((error: unknown) => logError('upkeep-failed', error));
  const alive = (): void => {
    if (registry.size > 0) quietly(store.markAlive(Date.now()));
  };
  const sweep = (): void => {
    quietly(exercises.sweep());
    quietly(hall.sweep());
    quietly(store.forgetPeople(Date.now() - 2 * keepMs));
  };
  return [setInterval(alive, ALIVE_EVERY_MS).unref(), setInterval(sweep, SWEEP_EVERY_MS).unref()];
}

/** Colyseus waits for ever on a port that is taken: the socket's own error is listened for beside it. */
async function listen({ server, http }: GameServer, { port, host }: Config): Promise<void> {
  const failed = new Promise<never>((_, reject) => http.once('error', reject));
  try {
    await Promise.race([server.listen(port, host), failed]);
    guardBodies(http);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'EADDRINUSE')
      throw new StartFault(`Port ${port} is in use: stop the program that has it, or choose another with --port.`);
    if (code === 'EACCES')
      throw new StartFault(`Port ${port} may not be used without special rights: choose one from 1024 on with --port.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartFault(`This machine has no address ${host}: choose another with --host.`);
    throw error;
  }
}

function portOf({ http }: GameServer): number {
  const address = http.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** The program: everything that `threshold serve` and `npm start` do. */
export async function serve(argv: readonly string[]): Promise<void> {
  if (argv.includes('--help')) return void process.stdout.write(`${SERVE_HELP}\n`);
  try {
    const config = readConfig(argv, process.env);
    const running = await startServer(config);
    endOnSignals(running);
    const address = `http://localhost:${running.port}/`;
    process.stdout.write(`Threshold is at ${address}\n`);
    const lan = lanOrigin({ ...config, port: running.port });
    if (lan !== null) process.stdout.write(`Others on this network open ${lan}/\n`);
    if (running.demoCode !== null) process.stdout.write(`Watch a game that bots play: ${address}?watch=${running.demoCode}\n`);
  } catch (error) {
    if (error instanceof StartFault) process.stderr.write(`${error.message}\n`);
    else logError('start-failed', error);
    process.exit(error instanceof StartFault ? FAULT_EXIT : 1);
  }
}

function endOnSignals(running: RunningServer): void {
  let isEnding = false;
  const end = (exitCode: number): void => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    running.stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        logError('stop-failed', error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
  // A promise that nobody waited for belongs to one room; a thrown error that nobody caught may have spoilt anything.
  process.on('unhandledRejection', (error) => logError('unhandled-rejection', error));
  process.on('uncaughtException', (error) => {
    logError('uncaught-exception', error);
    end(1);
  });
}

if (import.meta.main) await serve(process.argv.slice(2));
