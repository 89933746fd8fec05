import {
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from 'yaml';
import { configPathText } from './config/configPathText';
import { readContinuityConfig } from './config/parseContinuityConfig';
import type { ContinuityPolicy } from './policy';
import { policyConfigSchema } from './config/policyConfigSchema';

/** The longest text that is read as a policy. @public */
export const mostPolicyText = 200_000;

/** One mistake in the text of a policy. @public */
export interface PolicyTextProblem {
  /** The keys that lead to it, `continuity.tiers[0].targets.rto`. */
  path: string;
  /** From 1; null where it is about the text as a whole. */
  line: number | null;
  /** What was found, and what is accepted. */
  message: string;
}

/** @public */
export type PolicyTextReading =
  | { ok: true; policy: ContinuityPolicy }
  | { ok: false; problems: PolicyTextProblem[] };

const known = Object.keys(policyConfigSchema.shape);

/** What Backstage fills in when it reads its configuration, before anybody else does. */
const includes = ['$env', '$file', '$include'];
const ENVIRONMENT = /(^|[^$])\$\{[^}]*\}/;

const FILLED_IN =
  'It is filled in from the environment or another file when the portal starts, which is not known here. Write the value itself.';

/**
 * Reads the text of a section `continuity:`, with or without that key, or of a whole app-config that has it; YAML or JSON. What is wrong is said as at
 * start-up, with its line.
 *
 * @public
 */
export function readPolicyText(text: string): PolicyTextReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    return refuse(
      document.errors.map(({ pos, message }) => ({
        path: 'continuity',
        line: lineAt(pos[0]),
        message: `This is neither YAML nor JSON: ${message.split('\n')[0]}`,
      })),
    );
  }
  let root: unknown;
  try {
    root = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return refuse([
      { path: 'continuity', line: null, message: (error as Error).message },
    ]);
  }
  const place = sectionOf(root);
  if (!place.ok) {
    return refuse([{ path: 'continuity', line: null, message: place.message }]);
  }
  const lineOf = (path: readonly PropertyKey[]) =>
    lineOfNode(document, [...place.prefix, ...path], lineAt);
  const filledIn = findFilledIn(document, place.prefix);
  const read = readContinuityConfig(place.section);
  const wrong = read.ok ? [] : read.problems;
  const problems = [
    ...filledIn.map(path => ({ path, message: FILLED_IN })),
    // what else is said of such a place is about something that nobody wrote
    ...wrong.filter(
      ({ path }) => !filledIn.some(each => startsWith(path, each)),
    ),
  ];
  if (read.ok && problems.length === 0) {
    return { ok: true, policy: read.policy };
  }
  return refuse(
    problems.map(({ path, message }) => ({
      path: configPathText(path),
      line: lineOf(path),
      message,
    })),
  );
}

function refuse(problems: PolicyTextProblem[]): PolicyTextReading {
  return { ok: false, problems };
}

function isSection(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sectionOf(
  root: unknown,
):
  | { ok: true; prefix: string[]; section: unknown }
  | { ok: false; message: string } {
  if (!isSection(root)) {
    return {
      ok: false,
      message:
        'There is no policy in it. Write the section continuity: of app-config.',
    };
  }
  if (Object.hasOwn(root, 'continuity')) {
    return { ok: true, prefix: ['continuity'], section: root.continuity };
  }
  const keys = Object.keys(root);
  if (keys.some(key => known.includes(key))) {
    return { ok: true, prefix: [], section: root };
  }
  return {
    ok: false,
    message: `There is no section continuity: in it, and none of its keys is known there: ${keys.join(
      ', ',
    )}. Accepted are ${known.join(', ')}.`,
  };
}

/** The places of the policy whose value Backstage would fill in; how others ask about changes is no part of it. */
function findFilledIn(document: Document, prefix: string[]): PropertyKey[][] {
  const found: PropertyKey[][] = [];
  visit(document, {
    Pair(_key, pair, above) {
      const path = [...keysOf(above), String(pair.key)];
      const isInclude = includes.includes(String(pair.key));
      const isText =
        isScalar(pair.value) &&
        typeof pair.value.value === 'string' &&
        ENVIRONMENT.test(pair.value.value);
      if (!isInclude && !isText) return;
      const at = isInclude ? path.slice(0, -1) : path;
      const below = at.slice(prefix.length);
      if (!startsWith(at, prefix) || below.length === 0) return;
      if (
        below[0] === 'changes' &&
        /^(machines|webhooks)$/.test(String(below[1]))
      ) {
        return;
      }
      found.push(below);
    },
  });
  return found;
}

/** The keys on the way to a node of the document. */
function keysOf(above: readonly unknown[]): PropertyKey[] {
  return above.flatMap((node, at): PropertyKey[] => {
    const pair = node as { key?: unknown; items?: unknown[] };
    if (pair.key !== undefined) return [String(pair.key)];
    const next = above[at + 1];
    const index =
      pair.items && next && !(next as { key?: unknown }).key
        ? pair.items.indexOf(next)
        : -1;
    return index === -1 ? [] : [index];
  });
}

function startsWith(
  path: readonly PropertyKey[],
  beginning: readonly PropertyKey[],
): boolean {
  return beginning.every((key, at) => String(path[at]) === String(key));
}

/** The line of what a path names, or of the nearest thing above it that is there. */
function lineOfNode(
  document: Document,
  path: readonly PropertyKey[],
  lineAt: (offset: number) => number,
): number | null {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] | null }
      | undefined;
    if (node?.range) return lineAt(node.range[0]);
  }
  return null;
}
