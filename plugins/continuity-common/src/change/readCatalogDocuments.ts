import { parseAllDocuments, LineCounter } from 'yaml';

/** Documents of a catalog-info file as they were read. @public */
export interface CatalogDocuments {
  /** What could be read, in order; empty documents are left out. Nothing is said about whether they are entities. */
  documents: unknown[];
  /** Documents that are no YAML. */
  problems: Array<{
    /** Position in the text, from 1; empty documents are not counted. */
    document: number;
    /** From 1. */
    line: number;
    message: string;
  }>;
}

/**
 * Reads the YAML documents of a catalog-info file, one by one: what is wrong with one is told, and the others are read.
 *
 * @public
 */
export function readCatalogDocuments(text: string): CatalogDocuments {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
  });
  const read: CatalogDocuments = { documents: [], problems: [] };
  if (!Array.isArray(parsed)) return read;
  let position = 0;
  for (const document of parsed) {
    const error = document.errors[0];
    if (!error && document.contents === null) continue;
    position += 1;
    if (error) {
      read.problems.push({
        document: position,
        line: lines.linePos(error.pos[0]).line,
        message: error.message,
      });
      continue;
    }
    try {
      const value = document.toJS({ maxAliasCount: 100 });
      if (value === null || value === undefined) position -= 1;
      else read.documents.push(value);
    } catch (error_) {
      read.problems.push({
        document: position,
        line: lines.linePos(document.range[0]).line,
        message: error_ instanceof Error ? error_.message : String(error_),
      });
    }
  }
  return read;
}
