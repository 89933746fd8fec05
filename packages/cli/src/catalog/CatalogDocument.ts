/** One YAML document of a catalog file. */
export interface CatalogDocument {
  path: string;
  /** Among the documents of its file, from 1. */
  number: number;
  /** Undefined where it does not say kind and name. */
  entityRef: string | undefined;
  content: Record<string, unknown>;
}

/** What of a catalog file could not be read. */
export interface CatalogFileProblem {
  path: string;
  line: number | null;
  message: string;
}

/** A catalog file, read. */
export interface CatalogFile {
  documents: CatalogDocument[];
  problems: CatalogFileProblem[];
  /** Documents with placeholders of a software template instead of a name: no entities. */
  templates: number;
}
