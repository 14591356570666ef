import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openWorld } from '../../client/local/line.ts';
import { beginShow, endShow, handOver, isHeld, type Opener, show } from '../../client/model/show.ts';
import { portInPage } from './local-port.ts';

const open: Opener = (plan) => openWorld('quick', plan, portInPage());
const played = (): number => show.value?.view.value?.timeline.length ?? 0;
const pass = (seconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(seconds * 1000);

describe('the world behind the front door', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    endShow();
    vi.useRealTimers();
  });

  it('plays a step about every eight seconds, the first one soon', async () => {
    await beginShow(open);
    await pass(0);
    expect(played()).toBe(1);
    await pass(4);
    expect(played()).toBe(2);
    await pass(8);
    expect(played()).toBe(3);
  });

  it('stands still for as long as it is held, and goes on afterwards', async () => {
    await beginShow(open);
    await pass(4);
    isHeld.value = true;
    await pass(60);
    expect(played()).toBe(2);
    isHeld.value = false;
    await pass(5);
    expect(played()).toBe(3);
  });

  it('begins another world when one has ended', async () => {
    await beginShow(open);
    const turns: number[] = [];
    for (let second = 0; second < 240; second++) {
      await pass(1);
      turns.push(played());
    }
    const most = Math.max(...turns);
    expect(most).toBeGreaterThanOrEqual(5);
    expect(turns.slice(turns.indexOf(most))).toContain(1);
  });

  it('goes on under the eyes of whoever takes it over, and is no longer behind the door', async () => {
    await beginShow(open);
    await pass(4);
    const shown = show.value;
    const match = await handOver();
    expect(match).toBe(shown);
    expect(show.value).toBeNull();
    await pass(12);
    expect(match.view.value?.timeline.length).toBeGreaterThanOrEqual(3);
    match.connection.leave();
  });

  it('plays nothing more once it is ended', async () => {
    await beginShow(open);
    await pass(4);
    const match = show.value;
    endShow();
    await pass(30);
    expect(match?.view.value?.timeline.length).toBe(2);
    expect(match?.connection.state.value.at).toBe('closed');
  });
});
