/** An answer that is sent piece by piece as it is made: what the route's `streams` promises. */
export class StreamAnswer {
  readonly contentType: string;
  readonly chunks: AsyncIterable<string>;
  /** The name under which a browser saves it. */
  readonly fileName: string;

  constructor(options: {
    contentType: string;
    chunks: AsyncIterable<string>;
    fileName: string;
  }) {
    this.contentType = options.contentType;
    this.chunks = options.chunks;
    this.fileName = options.fileName;
  }
}
