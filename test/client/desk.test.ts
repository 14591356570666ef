import { describe, expect, it } from 'vitest';
import { createDesk } from '../../client/model/desk.ts';

describe('the desk', () => {
  it('opens a turn in the paper, and in the ledger for who is reading that', () => {
    const desk = createDesk();
    desk.read(2);
    expect([desk.tab.value, desk.readTurn.value]).toEqual(['press', 2]);
    desk.open('ledger');
    desk.read(3);
    expect([desk.tab.value, desk.readTurn.value]).toEqual(['ledger', 3]);
  });

  it('answers "why?" about the last turn, whichever was being read', () => {
    const desk = createDesk();
    desk.read(2);
    desk.ask('world', 'tension');
    expect([desk.tab.value, desk.readTurn.value]).toEqual(['ledger', null]);
    expect(desk.question.value).toEqual({ subject: 'world', variable: 'tension' });
  });

  it('rises from the foot of a narrow page when a tab is opened, and never falls by itself', () => {
    const desk = createDesk();
    desk.open('press');
    expect(desk.height.value).toBe('half');
    desk.height.value = 'full';
    desk.open('orders');
    expect(desk.height.value).toBe('full');
  });
});
