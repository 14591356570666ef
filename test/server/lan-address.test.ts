import { mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { type Interfaces, lanOrigin } from '../../server/lan-address.ts';
import { startServer } from '../../server/main.ts';
import { startProgram } from './program.ts';

const at = { host: '0.0.0.0', port: 2567, isBehindProxy: false };
const card = (address: string, internal = false) => [{ address, family: 'IPv4' as const, internal }];
const LO = { lo: card('127.0.0.1', true) };

describe('the address for the other devices of the network', () => {
  test.each<[string, Interfaces, string | null]>([
    ['nothing but this machine', LO, null],
    ['one network', { ...LO, eth0: card('10.3.4.5') }, 'http://10.3.4.5:2567'],
    [
      'a public network beside the room’s',
      { eth0: card('198.51.100.7'), wlan0: card('192.168.7.20') },
      'http://192.168.7.20:2567',
    ],
    ['containers beside a school’s network', { docker0: card('172.17.0.1'), eth0: card('172.20.1.9') }, 'http://172.20.1.9:2567'],
    ['a tunnel beside a public address', { wg0: card('10.8.0.2'), eth0: card('198.51.100.7') }, 'http://198.51.100.7:2567'],
    ['an address that nobody gave', { eth0: card('169.254.9.9') }, null],
    ['only the newer protocol', { eth0: [{ address: 'fd00::2', family: 'IPv6', internal: false }] }, null],
  ])('is found where there is %s', (_what, interfaces, origin) => expect(lanOrigin(at, interfaces)).toBe(origin));

  test('is none where the server hears this machine alone, or stands behind a proxy; a given address is it', () => {
    const interfaces = { ...LO, eth0: card('10.3.4.5'), wlan0: card('192.168.7.20') };
    expect(lanOrigin({ ...at, host: '127.0.0.1' }, interfaces)).toBeNull();
    expect(lanOrigin({ ...at, host: 'localhost' }, interfaces)).toBeNull();
    expect(lanOrigin({ ...at, isBehindProxy: true }, interfaces)).toBeNull();
    expect(lanOrigin({ ...at, host: '10.3.4.5' }, interfaces)).toBe('http://10.3.4.5:2567');
  });
});

const hasNetwork = lanOrigin(at, networkInterfaces()) !== null;

describe('the server on a network', () => {
  test.runIf(hasNetwork)('tells a page on its own machine an address that answers, and no other page', async () => {
    const data = mkdtempSync(join(tmpdir(), 'threshold-'));
    const server = await startServer(readConfig(['--port', '0', '--data', data], {}));
    try {
      const told = async (origin: string) => ((await (await fetch(`${origin}/api/address`)).json()) as { origin: string }).origin;
      const origin = await told(`http://127.0.0.1:${server.port}`);
      expect(new URL(origin).hostname).not.toMatch(/^127\.|^localhost$/);
      expect((await fetch(`${origin}/healthz`)).status).toBe(200);
      expect(await told(origin)).toBeNull();
    } finally {
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    }
  });

  test.runIf(hasNetwork)(
    'says at its start where the others find it',
    async () => {
      const data = mkdtempSync(join(tmpdir(), 'threshold-'));
      const program = startProgram(data, '--port', '0', '--host', '0.0.0.0');
      try {
        await expect.poll(program.out, { timeout: 20_000 }).toMatch(/Others on this network open http:\/\/\d+(\.\d+){3}:\d+\/\n/);
      } finally {
        program.child.kill('SIGKILL');
        rmSync(data, { recursive: true, force: true });
      }
    },
    30_000,
  );
});
