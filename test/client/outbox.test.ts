import { describe, expect, it } from 'vitest';
import { createOutbox, type Wire } from '../../client/net/outbox.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import type { Answer } from '../../shared/protocol/messages.ts';

const YES: Answer = { ok: true, receipt: null };
const draft = (turn: number) => ({ turn, sheet: EMPTY_SHEET });

/** A wire that answers when told to, and keeps what went over it. */
function slowWire() {
  const sent: string[] = [];
  const ids: string[] = [];
  const waiting: { answer: (answer: Answer) => void; breakOff: (error: Error) => void }[] = [];
  const wire: Wire = (name, body) => {
    ids.push(body.id);
    sent.push(`${name} ${'turn' in body ? body.turn : ''}`.trim());
    return new Promise((answer, breakOff) => waiting.push({ answer, breakOff }));
  };
  return { wire, sent, ids, next: () => waiting.shift()! };
}

const settled = () => new Promise((done) => setTimeout(done));

describe('the outbox', () => {
  it('sends one request at a time, in order', async () => {
    const outbox = createOutbox();
    const { wire, sent, next } = slowWire();
    outbox.resume(wire);
    const first = outbox.request('lock', draft(1));
    const second = outbox.request('unlock', { turn: 1 });
    await settled();
    expect(sent).toEqual(['lock 1']);
    next().answer(YES);
    expect(await first).toEqual(YES);
    await settled();
    expect(sent).toEqual(['lock 1', 'unlock 1']);
    next().answer(YES);
    expect(await second).toEqual(YES);
  });

  it('sends what was not answered again once the line is back', async () => {
    const outbox = createOutbox();
    const [first, second] = [slowWire(), slowWire()];
    outbox.resume(first.wire);
    const answer = outbox.request('lock', draft(2));
    first.next().breakOff(new Error('the line broke'));
    await settled();
    outbox.resume(second.wire);
    second.next().answer(YES);
    expect(await answer).toEqual(YES);
    expect(second.sent).toEqual(['lock 2']);
    // Under the same id, by which the server counts it once.
    expect(second.ids).toEqual(first.ids);
  });

  it('holds everything while the line is gone, and only the newest draft', async () => {
    const outbox = createOutbox();
    const overtaken = outbox.request('draft', draft(1));
    const kept = outbox.request('draft', draft(2));
    expect(await overtaken).toEqual(YES);
    const { wire, sent, next } = slowWire();
    outbox.resume(wire);
    next().answer(YES);
    await kept;
    expect(sent).toEqual(['draft 2']);
  });

  it('tells whoever still waits that the line is closed for good', async () => {
    const outbox = createOutbox();
    const answer = outbox.request('lock', draft(1));
    outbox.close();
    expect(await answer).toMatchObject({ ok: false, refusal: { key: 'refusal.no-connection' } });
  });
});
