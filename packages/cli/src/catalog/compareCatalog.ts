import { isDeepStrictEqual } from 'node:util';
import type { ChangedFile } from '../git/changedFiles';
import type {
  CatalogDocument,
  CatalogFile,
  CatalogFileProblem,
} from './CatalogDocument';
import type { CatalogReader } from './CatalogReader';

/** What a change does to the catalog documents of its repository. */
export interface CatalogComparison {
  /** Added and modified documents, as they would be. */
  proposed: CatalogDocument[];
  added: number;
  /** Entities that no document of the repository describes any more. */
  removed: CatalogDocument[];
  /** Documents of changed files that say the same as before. */
  unchanged: number;
  problems: CatalogFileProblem[];
  /** Files of which the documents say all that there is to know: nothing in them could not be compared. */
  explained: Set<string>;
}

/** Compares the documents of all catalog files that changed, or that became or ceased to be part of the catalog. */
export async function compareCatalog(options: {
  before: CatalogReader;
  after: CatalogReader;
  changed: ChangedFile[];
}): Promise<CatalogComparison> {
  const { before, after, changed } = options;
  const [pathsBefore, pathsAfter] = [await before.paths(), await after.paths()];
  const old = changed.flatMap(({ change, path, previousPath }) =>
    change === 'added' ? [] : [previousPath ?? path],
  );
  const now = changed.flatMap(({ change, path }) =>
    change === 'removed' ? [] : [path],
  );
  const known = (path: string) => pathsBefore.has(path) || pathsAfter.has(path);
  const others = async (reader: CatalogReader, paths: string[]) =>
    reader.withEntities(paths.filter(path => !known(path)));

  const filesBefore = await before.files([
    ...old.filter(path => pathsBefore.has(path)),
    ...(await others(before, old)),
    ...[...pathsBefore].filter(path => !pathsAfter.has(path)),
  ]);
  const filesAfter = await after.files([
    ...now.filter(path => pathsAfter.has(path)),
    ...(await others(after, now)),
    ...[...pathsAfter].filter(path => !pathsBefore.has(path)),
  ]);
  return compareFiles(filesBefore, filesAfter, changed);
}

function compareFiles(
  filesBefore: Map<string, CatalogFile>,
  filesAfter: Map<string, CatalogFile>,
  changed: ChangedFile[],
): CatalogComparison {
  const was = byRef(filesBefore);
  const is = byRef(filesAfter);
  const documents = entitiesOf(filesAfter);
  // Without a ref there is nothing to compare it with; the server says what it lacks
  const differs = ({ entityRef, content }: CatalogDocument) =>
    entityRef === undefined ||
    !isDeepStrictEqual(was.get(entityRef)?.content, content);
  const proposed = documents.filter(differs);
  const movedTo = new Map(
    changed.map(({ path, previousPath }) => [previousPath ?? path, path]),
  );
  // What is gone from a file that can't be read in full may still be in it
  const mayStillBe = ({ path }: CatalogDocument) =>
    (filesAfter.get(movedTo.get(path) ?? path)?.problems.length ?? 0) > 0;
  return {
    proposed,
    added: proposed.filter(
      ({ entityRef }) => entityRef !== undefined && !was.has(entityRef),
    ).length,
    removed: [...was].flatMap(([entityRef, document]) =>
      is.has(entityRef) || mayStillBe(document) ? [] : [document],
    ),
    unchanged: documents.length - proposed.length,
    problems: [...filesAfter.values()].flatMap(({ problems }) => problems),
    explained: new Set(
      changed.flatMap(({ change, path }) =>
        isExplained(change, filesBefore.get(path), filesAfter.get(path), {
          was,
          is,
        })
          ? [path]
          : [],
      ),
    ),
  };
}

/** An entity that only moved may be registered by its old place, so that the files of a move are told. */
function isExplained(
  change: ChangedFile['change'],
  before: CatalogFile | undefined,
  after: CatalogFile | undefined,
  all: {
    was: Map<string, CatalogDocument>;
    is: Map<string, CatalogDocument>;
  },
): boolean {
  switch (change) {
    case 'modified':
      return (
        isRead(before) &&
        isRead(after) &&
        isDeepStrictEqual(locationsOf(before), locationsOf(after))
      );
    case 'added':
      return isRead(after) && noneIn(after, all.was);
    case 'removed':
      return isRead(before) && noneIn(before, all.is);
    default:
      return false;
  }
}

function isRead(file: CatalogFile | undefined): file is CatalogFile {
  return (
    file !== undefined &&
    file.problems.length === 0 &&
    file.templates === 0 &&
    file.documents.length > 0 &&
    file.documents.every(({ entityRef }) => entityRef !== undefined)
  );
}

function isLocation({ content }: CatalogDocument): boolean {
  return content.kind === 'Location';
}

/** What they point to outside of the repository nobody can compare. */
function locationsOf({ documents }: CatalogFile) {
  return documents.filter(isLocation).map(({ content }) => content);
}

function noneIn(
  file: CatalogFile,
  others: Map<string, CatalogDocument>,
): boolean {
  return file.documents.every(
    document =>
      !isLocation(document) && !others.has(document.entityRef as string),
  );
}

/** `Location` only says where other documents are. */
function entitiesOf(files: Map<string, CatalogFile>): CatalogDocument[] {
  return [...files.values()]
    .flatMap(({ documents }) => documents)
    .filter(document => !isLocation(document));
}

/** The first document of each entity: the catalog takes no second one. */
function byRef(files: Map<string, CatalogFile>): Map<string, CatalogDocument> {
  const found = new Map<string, CatalogDocument>();
  for (const document of entitiesOf(files)) {
    const { entityRef } = document;
    if (entityRef !== undefined && !found.has(entityRef)) {
      found.set(entityRef, document);
    }
  }
  return found;
}
