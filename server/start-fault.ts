/** A fault at the start that the operator can mend: the program ends with this one sentence and no stack. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}
