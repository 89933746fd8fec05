import { LineCounter, parseDocument, isMap, type Document } from 'yaml';
import { z } from 'zod';
import {
  planContentKeySchema,
  planContentsSchema,
  recoveryStrategies,
  type PlanContents,
} from './planContents';
import { tidyMarkdown } from '../terms/tidyMarkdown';
import { planKindSchema, type PlanKind } from './planKind';
import {
  planSections,
  sectionOf,
  stepOf,
  stepsHeading,
  unescapeLine,
} from './planSections';

/** Largest file that is read as a plan, in bytes. @public */
export const mostPlanBytes = 1_000_000;

/** What is wrong with a file, and in which line (from 1); null where it is about the file as a whole. @public */
export interface PlanFileIssue {
  line: number | null;
  message: string;
}

/** @public */
export type ParsedPlanMarkdown =
  | { ok: true; kind: PlanKind; contents: PlanContents }
  | { ok: false; issues: PlanFileIssue[] };

const covered = z.union([
  z.string(),
  z.object({ entity: z.string(), parts: z.boolean().optional() }).strict(),
]);

/** What the front matter may hold. Unknown keys are refused: a misspelt one would be lost without a word. */
const frontMatterSchema = z
  .object({
    title: z.string(),
    kind: planKindSchema,
    scope: z.array(covered).default([]),
    strategy: z.enum(recoveryStrategies).optional(),
    contacts: z
      .array(
        z
          .object({
            id: z.string(),
            role: z.string(),
            ref: z.string().optional(),
            name: z.string().optional(),
            organisation: z.string().optional(),
            alternateOf: z.string().optional(),
          })
          .strict(),
      )
      .default([]),
    invokers: z.array(z.string()).default([]),
    steps: z
      .array(
        z
          .object({
            id: z.string(),
            who: z.array(z.string()).default([]),
            duration: z.string().optional(),
            entities: z.array(covered).default([]),
            after: z.array(z.string()).default([]),
          })
          .strict(),
      )
      .default([]),
    basis: z
      .object({ bia: z.unknown().optional(), risk: z.unknown().optional() })
      .strict()
      .default({}),
    changeReference: z.string().default(''),
    reference: z.unknown().optional(),
    notApplicable: z
      .partialRecord(planContentKeySchema, z.string())
      .default({}),
    exported: z.unknown().optional(),
  })
  .strict();

type FrontMatter = z.output<typeof frontMatterSchema>;

function refused(issues: PlanFileIssue[]): ParsedPlanMarkdown {
  return { ok: false, issues };
}

/** The lines between the two fences, and the number of the line after the second one. */
function split(lines: string[]): { yaml: string; bodyAt: number } | undefined {
  if (lines[0] !== '---') return undefined;
  const end = lines.findIndex(
    (line, at) => at > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line),
  );
  return end < 0
    ? undefined
    : { yaml: lines.slice(1, end).join('\n'), bodyAt: end + 1 };
}

/** The line of the innermost part of a path that the document has; the first line of the front matter is line 2 of the file. */
function lineOf(
  document: Document.Parsed,
  counter: LineCounter,
  path: PropertyKey[],
): number | null {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const parent = document.getIn(part.slice(0, -1), true);
    const key = part[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(item => String(item.key) === String(key))
      : undefined;
    const node = pair?.key ?? document.getIn(part, true);
    const range = (node as { range?: [number, number, number] } | undefined)
      ?.range;
    if (range) return counter.linePos(range[0]).line + 1;
  }
  return 2;
}

function issuesOf(
  error: z.ZodError,
  where: (path: PropertyKey[]) => number | null,
): PlanFileIssue[] {
  return error.issues.map(issue => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : null;
    const path = unknown === null ? issue.path : [...issue.path, unknown];
    const name = path.map(String).join('.') || 'The front matter';
    return { line: where(path), message: `${name}: ${issue.message}` };
  });
}

function contactOf(contact: FrontMatter['contacts'][number]) {
  const { id, role, ref, name, organisation, alternateOf } = contact;
  return {
    id,
    role,
    party:
      ref === undefined
        ? { kind: 'external', name: name ?? '', organisation }
        : { kind: 'internal', ref },
    alternateOf: alternateOf ?? null,
  };
}

function entityOf(entry: z.output<typeof covered>) {
  return typeof entry === 'string'
    ? { entityRef: entry, parts: false }
    : { entityRef: entry.entity, parts: entry.parts ?? false };
}

interface Body {
  texts: Map<string, { line: number; text: string }>;
  steps: Array<{ id: string; title: string; what: string; line: number }>;
  issues: PlanFileIssue[];
}

/** Cuts the body at its headings. */
function readBody(lines: string[], bodyAt: number): Body {
  const body: Body = { texts: new Map(), steps: [], issues: [] };
  let section: string | null = null;
  let text: string[] = [];
  const firstText = lines.findIndex((line, at) => at >= bodyAt && line.trim());
  let begun = firstText + 1;
  let step: Body['steps'][number] | null = null;

  const finish = () => {
    const tidy = tidyMarkdown(text.map(unescapeLine).join('\n'));
    if (step) step.what = tidy;
    else if (section === null || section === stepsHeading) {
      if (tidy !== '' && !/^# .*$/.test(tidy)) {
        body.issues.push({
          line: begun,
          message:
            section === null
              ? 'There is text before the first heading. Put it below one, such as "## Purpose".'
              : `There is text before the first step. Write each step below a heading such as "### Restore the database {#restore-db}".`,
        });
      }
    } else if (body.texts.has(section)) {
      body.issues.push({
        line: begun,
        message: `There are two headings "## ${section}". Write one.`,
      });
    } else body.texts.set(section, { line: begun, text: tidy });
    text = [];
    step = null;
  };

  for (let at = bodyAt; at < lines.length; at++) {
    const heading = sectionOf(lines[at]);
    const stepHeading =
      section === stepsHeading ? stepOf(lines[at]) : undefined;
    if (heading !== undefined) {
      finish();
      section = heading;
      begun = at + 1;
    } else if (stepHeading) {
      finish();
      begun = at + 1;
      step = { ...stepHeading, what: '', line: begun };
      body.steps.push(step);
    } else {
      text.push(lines[at]);
    }
  }
  finish();
  return body;
}

function combine(head: FrontMatter, body: Body) {
  const heads = new Map(head.steps.map(step => [step.id, step]));
  const contents = {
    title: head.title,
    purpose: '',
    scope: head.scope.map(entityOf),
    strategy: {
      kind: head.strategy ?? null,
      description: '',
      resources: '',
    },
    invocation: { criteria: '', invokers: head.invokers },
    contacts: head.contacts.map(contactOf),
    minimumService: '',
    recoveryRequirements: '',
    steps: body.steps.map(({ id, title, what }) => {
      const said = heads.get(id);
      return {
        id,
        title,
        what,
        who: said?.who ?? [],
        expectedDuration: said?.duration ?? null,
        entities: (said?.entities ?? []).map(entityOf),
        after: said?.after ?? [],
      };
    }),
    lossOfService: '',
    returnToNormal: '',
    basis: { bia: head.basis.bia ?? null, risk: head.basis.risk ?? null },
    changeReference: head.changeReference,
    reference: head.reference ?? null,
    notApplicable: head.notApplicable,
  };
  for (const { heading, write } of planSections) {
    const found = body.texts.get(heading);
    if (found) write(contents as unknown as PlanContents, found.text);
  }
  return contents;
}

/** Where a wrong part of the contents stands in the file. */
function lineOfContent(
  path: PropertyKey[],
  file: { head: FrontMatter; body: Body },
  where: (path: PropertyKey[]) => number | null,
): number | null {
  if (path[0] === 'steps' && typeof path[1] === 'number') {
    const step = file.body.steps[path[1]];
    const said = file.head.steps.findIndex(({ id }) => id === step.id);
    const inBody = ['id', 'title', 'what'].includes(String(path[2]));
    if (inBody || said < 0) return step.line;
    const key = path[2] === 'expectedDuration' ? 'duration' : path[2];
    return where(['steps', said, key, ...path.slice(3)]);
  }
  const inFile: Record<string, PropertyKey[]> = {
    'invocation.invokers': ['invokers', ...path.slice(2)],
    'strategy.kind': ['strategy'],
  };
  return where(inFile[path.slice(0, 2).map(String).join('.')] ?? path);
}

/**
 * Reads a plan from Markdown with YAML front matter (see {@link writePlanMarkdown}), or says what is wrong in which line. A draft may be incomplete: what
 * a plan lacks is said when it is submitted.
 *
 * @param text - at most {@link mostPlanBytes} bytes
 * @public
 */
export function parsePlanMarkdown(text: string): ParsedPlanMarkdown {
  if (text.length > mostPlanBytes) {
    const message = `The file is larger than ${
      mostPlanBytes / 1_000_000
    } MB. Link to long documents instead of including them.`;
    return refused([{ line: null, message }]);
  }
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const parts = split(lines);
  if (!parts) {
    const message =
      'There is no front matter. Begin the file with a line "---", the title, kind and scope of the plan in YAML, and another line "---".';
    return refused([{ line: 1, message }]);
  }
  const counter = new LineCounter();
  const document = parseDocument(parts.yaml, {
    lineCounter: counter,
    // what is said twice would be half lost
    uniqueKeys: true,
    maxAliasCount: 50,
  } as never);
  if (document.errors.length > 0) {
    return refused(
      document.errors.slice(0, 20).map(error => ({
        line: counter.linePos(error.pos[0]).line + 1,
        message: `The front matter is no YAML: ${error.message.split('\n')[0]}`,
      })),
    );
  }
  const where = (path: PropertyKey[]) => lineOf(document, counter, path);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 }) ?? {};
  } catch (error) {
    return refused([
      { line: 2, message: `The front matter can’t be read: ${error}` },
    ]);
  }
  const head = frontMatterSchema.safeParse(value);
  if (!head.success) return refused(issuesOf(head.error, where).slice(0, 20));

  const body = readBody(lines, parts.bodyAt);
  const written = new Set(body.steps.map(step => step.id));
  head.data.steps.forEach(({ id }, at) => {
    if (written.has(id)) return;
    body.issues.push({
      line: where(['steps', at]),
      message: `The step "${id}" has no heading. Write "### Its title {#${id}}" below "## ${stepsHeading}".`,
    });
  });
  if (body.issues.length > 0) return refused(body.issues.slice(0, 20));

  const contents = planContentsSchema.safeParse(combine(head.data, body));
  if (!contents.success) {
    return refused(
      issuesOf(contents.error, path =>
        lineOfContent(path, { head: head.data, body }, where),
      ).slice(0, 20),
    );
  }
  return { ok: true, kind: head.data.kind, contents: contents.data };
}
