import { stringifyEntityRef } from '@backstage/catalog-model';
import { readCatalogDocuments } from 'backstage-plugin-continuity-common';
import type { CatalogDocument, CatalogFile } from './CatalogDocument';

/** Reads all documents of a catalog file as the catalog does: one that is no YAML is told, and the others are read. */
export function readCatalogFile(path: string, text: string): CatalogFile {
  const { documents, problems } = readCatalogDocuments(
    text.replace(/^\ufeff/, ''),
  );
  const file: CatalogFile = {
    documents: [],
    problems: problems.map(({ line, message }) => ({ path, line, message })),
    templates: 0,
  };
  const unread = new Set(problems.map(({ document }) => document));
  let number = 0;
  for (const content of documents) {
    do number += 1;
    while (unread.has(number));
    if (!isRecord(content)) {
      const message = `Document ${number} is no mapping with apiVersion, kind and metadata.`;
      file.problems.push({ path, line: null, message });
    } else if (isTemplate(content)) {
      file.templates += 1;
    } else {
      const entityRef = entityRefOf(content);
      file.documents.push({ path, number, entityRef, content });
    }
  }
  return file;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function metadataOf(content: Record<string, unknown>): Record<string, unknown> {
  return isRecord(content.metadata) ? content.metadata : {};
}

function entityRefOf(
  content: Record<string, unknown>,
): CatalogDocument['entityRef'] {
  const { kind } = content;
  const { name, namespace } = metadataOf(content);
  if (typeof kind !== 'string' || typeof name !== 'string') return undefined;
  return stringifyEntityRef({
    kind,
    namespace: typeof namespace === 'string' ? namespace : 'default',
    name,
  });
}

/** The skeleton of a software template: its name is filled in when somebody uses it. */
function isTemplate(content: Record<string, unknown>): boolean {
  const { name } = metadataOf(content);
  return isRecord(name) || (typeof name === 'string' && /\{\{|\{%/.test(name));
}
