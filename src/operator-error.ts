/** A mistake that the operator can mend. The message says what is wrong and the way out; no stack is shown. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError'
}
