/** A fault at the start that the operator can mend: the program ends with this one sentence and no stack. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}

/** What a command is told, as `read` takes it; what `read` throws becomes one sentence and how the command is written. */
export function orUsage<T>(usage: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\.?\n/);
    throw new StartFault(`${sentence}.\n${usage}`);
  }
}
