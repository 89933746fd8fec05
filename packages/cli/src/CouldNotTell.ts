/**
 * Why there is no verdict, and how that is mended. It is neither a pass nor a block: the pipeline says what becomes of it (`--on-error`).
 */
export class CouldNotTell extends Error {
  /** What whoever reads the log should do. */
  readonly mend: string;

  constructor(options: { message: string; mend: string; cause?: unknown }) {
    super(options.message, { cause: options.cause });
    this.name = 'CouldNotTell';
    this.mend = options.mend;
  }
}
