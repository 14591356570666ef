/**
 * A server whose quick game always comes to the worst: a crisis after the first turn, and in it a launch that nobody chose.
 * The screens that a peaceful game never shows are reached so in a minute, by the rules alone.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/main.ts';
import { SCENARIO_FOLDER } from '../../server/match/scenarios.ts';

/** Above one whatever tension and margins are; and any alarm at all is enough for an accident. */
const TENSE = { midpoint: -100, least: 2, greatest: 2, most: 1, hazard: 1e9, perGame: 4 };

const folder = mkdtempSync(join(tmpdir(), 'threshold-tense-'));
cpSync(SCENARIO_FOLDER, folder, { recursive: true });
const quick = join(folder, 'quick.json');
const scenario = JSON.parse(readFileSync(quick, 'utf8')) as Record<string, unknown>;
writeFileSync(quick, JSON.stringify({ ...scenario, parameters: { crisis: TENSE } }));

const running = await startServer(readConfig(process.argv.slice(2), process.env), folder);
rmSync(folder, { recursive: true });
process.stdout.write(`http://localhost:${running.port}/\n`);
