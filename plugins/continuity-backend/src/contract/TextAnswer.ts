/** An answer that is no JSON: what the route's `alsoAs` allows. */
export class TextAnswer {
  readonly contentType: string;
  readonly text: string;
  /** The name under which a browser saves it. */
  readonly fileName: string;

  constructor(options: {
    contentType: string;
    text: string;
    fileName: string;
  }) {
    this.contentType = options.contentType;
    this.text = options.text;
    this.fileName = options.fileName;
  }
}
