import { LineCounter, parseAllDocuments, type Document } from 'yaml';

/** Finds the lines of a catalog file that a problem is about. */
export class DocumentLines {
  readonly #counter = new LineCounter();
  readonly #documents: Document.Parsed[];

  constructor(text: string) {
    const parsed = parseAllDocuments(text, { lineCounter: this.#counter });
    // Counted as they are when they are read: without empty ones
    this.#documents = Array.isArray(parsed)
      ? parsed.filter(
          ({ errors, contents }) =>
            errors.length > 0 ||
            (contents !== null && contents.toJSON() !== null),
        )
      : [];
  }

  /**
   * The line of an annotation, a label, or a field such as `spec.owner`; where the document has none of these, that of its beginning.
   *
   * @param number - of the document, from 1
   */
  lineOf(number: number, key: string | null): number | null {
    const document = this.#documents[number - 1];
    if (!document) return null;
    const paths =
      key === null
        ? []
        : [
            ['metadata', 'annotations', key],
            ['metadata', 'labels', key],
            key.split('.'),
          ];
    const ranges = [
      ...paths.map(path => rangeOf(document.getIn(path, true))),
      document.contents?.range,
    ];
    const [start] = ranges.find(Boolean) ?? [];
    return start === undefined ? null : this.#counter.linePos(start).line;
  }
}

function rangeOf(node: unknown) {
  return (node as { range?: [number, number, number] } | undefined)?.range;
}
