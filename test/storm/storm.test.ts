import { describe, expect, test } from 'vitest';
import { storm } from './storm.ts';

const LONG_MS = 240_000;

describe('a server in a storm of kills, clock jumps, broken lines and nonsense', () => {
  test(
    'loses nothing that it said yes to, resolves nothing twice, tells nobody what was not for him, and all come back',
    async () => {
      const { faults, kills, acknowledged, resolved } = await storm({
        seed: 'fifteen kills',
        kills: 15,
        seconds: 200,
        planted: null,
      });
      expect(faults).toEqual([]);
      expect(kills).toBe(15);
      expect(acknowledged).toBeGreaterThan(50);
      expect(resolved).toBeGreaterThan(0);
    },
    LONG_MS,
  );
});

describe('the storm itself finds', () => {
  test(
    'a word that reaches somebody whom it was not for',
    async () => {
      const { faults } = await storm({ seed: 'leak', kills: 1, seconds: 10, planted: 'leak' });
      expect(faults.join('\n')).toMatch(/hears "secret from cn for cn number 0"/);
    },
    LONG_MS,
  );

  test(
    'a line that the disk lost',
    async () => {
      const { faults } = await storm({ seed: 'loss', kills: 4, seconds: 30, planted: 'loss' });
      expect(faults.join('\n')).toMatch(/is lost|has no gap/);
    },
    LONG_MS,
  );
});
