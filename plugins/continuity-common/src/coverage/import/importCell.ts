import type { z } from 'zod';
import { normaliseRef } from '../../terms/normaliseRef';
import { refused, type Refusal } from '../../terms/refusal';
import type { ImportCellError } from './readImportTable';

/** What a row says, or what is wrong with its cells. @public */
export type ReadRow<T> =
  | { ok: true; row: T }
  | { ok: false; errors: ImportCellError[] };

/** Reads single cells, and gathers what is wrong with them. */
export class RowCells {
  readonly errors: ImportCellError[] = [];

  constructor(private readonly cells: Record<string, string>) {}

  text(column: string): string | undefined {
    return this.cells[column];
  }

  required(column: string, about: string): string {
    const text = this.text(column);
    if (text !== undefined) return text;
    this.refuse(column, refused('value-needed', { about }));
    return '';
  }

  /** A full ref; in short forms the namespace is the default one. */
  entityRef(column: string): string {
    const text = this.required(
      column,
      'Write an entity ref such as "component:default/checkout".',
    );
    const ref = text && normaliseRef(text, { defaultNamespace: 'default' });
    if (text && !ref) {
      this.refuse(column, refused('value-not-a-ref', { text: shown(text) }));
    }
    return ref || '';
  }

  yesOrNo(column: string): boolean | undefined {
    const text = this.text(column)?.trim().toLowerCase();
    if (text === undefined) return undefined;
    if (['yes', 'true', '1', 'ja'].includes(text)) return true;
    if (['no', 'false', '0', 'nein'].includes(text)) return false;
    this.refuse(column, refused('value-not-yes-or-no'));
    return undefined;
  }

  list(column: string, separator: RegExp = /[,;\n]/): string[] {
    return (this.text(column) ?? '')
      .split(separator)
      .map(item => item.trim())
      .filter(item => item !== '');
  }

  refuse(column: string, refusal: Refusal): void {
    // one sentence for a cell is enough
    if (this.errors.some(error => error.column === column)) return;
    this.errors.push({ column, ...refusal });
  }

  /** For what a parser says against the text of a cell. */
  refuseValue(column: string, reason: string): void {
    this.refuse(column, refused('value-refused', { reason }));
  }

  /** What a schema makes of it; wrong fields are named by their columns. */
  parse<T extends z.ZodType>(
    schema: T,
    value: unknown,
    columnOf: (path: string) => string,
  ): z.output<T> | undefined {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const column = columnOf(issue.path.join('.'));
      if (issue.code === 'too_big' && issue.origin === 'string') {
        const most = Number(issue.maximum);
        this.refuse(column, refused('value-too-long', { most }));
      } else this.refuseValue(column, issue.message);
    }
    return undefined;
  }

  answer<T>(row: T | undefined): ReadRow<T> {
    return this.errors.length > 0 || row === undefined
      ? { ok: false, errors: this.errors }
      : { ok: true, row };
  }
}

/** A text as it stands in a sentence about it. */
export function shown(text: string): string {
  return text.slice(0, 60);
}
