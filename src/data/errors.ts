/** An exception that Python would raise: the program's own, the SDK's (`ValueError`), or one of the language. */
export class PythonError extends Error {
  readonly type: string;

  /**
   * @param type name of the exception's class: `ValueError`
   * @param message what it says, in our words where it is the SDK's
   */
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
    this.name = 'PythonError';
  }
}
