import fc from 'fast-check';
import {
  planContentKeys,
  planContentsSchema,
  recoveryStrategies,
  type PlanContents,
} from './planContents';
import { planKinds } from './planKind';
import { mostPlanBytes, parsePlanMarkdown } from './parsePlanMarkdown';
import { somePlanContents } from './somePlanContents';
import { writePlanMarkdown } from './writePlanMarkdown';

const line = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom(
    '',
    '---',
    '## Purpose',
    '##  purpose ',
    '\\## Purpose',
    '\\\\## Recovery steps',
    '### A step {#a}',
    '\\### {#a}',
    '## Something else',
    '# Title',
    '```',
    '    indented',
    '- "quoted": yes',
    '\ttab',
    'no',
    '2026-01-01',
  ),
);
const markdown = fc
  .array(line, { maxLength: 6 })
  .map(lines => lines.join('\n'));
const id = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,6}[a-z0-9])?$/);
const ids = fc.uniqueArray(id, { maxLength: 3 });
const ref = fc
  .tuple(fc.constantFrom('component', 'system', 'resource'), id)
  .map(([kind, name]) => `${kind}:default/${name}`);
const covered = fc.record({ entityRef: ref, parts: fc.boolean() });
const day = fc
  .date({
    min: new Date('2000-01-01'),
    max: new Date('2099-01-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString().slice(0, 10));
const basis = fc.option(fc.record({ date: day, reference: line }));

const contents: fc.Arbitrary<PlanContents> = fc
  .record({
    title: fc.oneof(fc.constantFrom('yes', '- a: b', '1'), line),
    purpose: markdown,
    scope: fc.uniqueArray(covered, {
      selector: c => c.entityRef,
      maxLength: 3,
    }),
    strategy: fc.record({
      kind: fc.option(fc.constantFrom(...recoveryStrategies)),
      description: markdown,
      resources: markdown,
    }),
    invocation: fc.record({ criteria: markdown, invokers: ids }),
    contacts: fc.array(
      fc.record({
        id,
        role: line,
        party: fc.oneof(
          fc.record({ kind: fc.constant('internal' as const), ref }),
          fc.record({
            kind: fc.constant('external' as const),
            name: line,
            organisation: line,
          }),
        ),
        alternateOf: fc.option(id),
      }),
      { maxLength: 3 },
    ),
    minimumService: markdown,
    recoveryRequirements: markdown,
    steps: fc.uniqueArray(
      fc.record({
        id,
        title: line,
        what: markdown,
        who: ids,
        expectedDuration: fc.constantFrom(null, 'PT0S', 'PT1H30M', 'P1D'),
        entities: fc.array(covered, { maxLength: 2 }),
        after: ids,
      }),
      { selector: step => step.id, maxLength: 4 },
    ),
    lossOfService: markdown,
    returnToNormal: markdown,
    basis: fc.record({ bia: basis, risk: basis }),
    changeReference: line,
    reference: fc.option(
      fc.record({
        url: fc.constantFrom('https://docs.example.com/a?b=c#d'),
        title: line,
        version: line,
        date: day,
        contents: fc.subarray([...planContentKeys]),
      }),
    ),
    notApplicable: fc.dictionary(fc.constantFrom(...planContentKeys), line),
  })
  .map(said =>
    planContentsSchema.safeParse({ ...said, title: `T ${said.title}` }),
  )
  .filter(parsed => parsed.success)
  .map(parsed => parsed.data!);

describe('a plan in Markdown', () => {
  it('is read as it was written, whatever it says', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(...planKinds), (plan, kind) => {
        const text = writePlanMarkdown(plan, { kind });
        expect(parsePlanMarkdown(text)).toEqual({
          ok: true,
          kind,
          contents: plan,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('reads like a document', () => {
    expect(writePlanMarkdown(somePlanContents(), { kind: 'service-recovery' }))
      .toMatchInlineSnapshot(`
      "---
      title: Recovery of the checkout
      kind: service-recovery
      scope:
        - component:default/checkout
      strategy: restore
      contacts:
        - id: lead
          role: Recovery lead
          ref: group:default/payments
      invokers:
        - lead
      steps:
        - id: restore
          who:
            - lead
          duration: PT30M
          entities:
            - component:default/checkout
      basis:
        bia:
          date: 2026-01-10
          reference: ""
      ---

      ## Purpose

      Brings the checkout back.

      ## Strategy

      From the nightly backup.

      ## Invocation criteria

      No order for 15 minutes.

      ## Minimum service while invoked

      Card payments.

      ## Recovery requirements

      A backup younger than an hour.

      ## Recovery steps

      ### Restore the database {#restore}

      Take the newest backup.

      ## Loss of service

      Orders are taken by phone.

      ## Return to normal

      The lead says so.
      "
    `);
  });

  it('leaves out what an export notes beside the contents', () => {
    const plan = somePlanContents();
    const text = writePlanMarkdown(plan, {
      kind: 'service-recovery',
      note: {
        planId: 'p1',
        version: 3,
        state: 'approved',
        approvedBy: 'user:default/peter',
        approvedFor: null,
        approvedAt: '2026-02-01T10:00:00.000Z',
        sha256: 'abc',
        exportedAt: '2026-03-01T10:00:00.000Z',
      },
    });
    expect(text).toContain('approvedBy: user:default/peter');
    expect(parsePlanMarkdown(text)).toMatchObject({ ok: true, contents: plan });
  });

  it('is read with line ends of Windows and a byte order mark', () => {
    const plan = somePlanContents({ purpose: 'One\n\ntwo' });
    const text = `\ufeff${writePlanMarkdown(plan, {
      kind: 'service-recovery',
    })}`.replace(/\n/g, '\r\n');
    expect(parsePlanMarkdown(text)).toMatchObject({ ok: true, contents: plan });
  });

  const file = (head: string, body = '') => `---\n${head}\n---\n${body}`;

  it.each<[string, string, number | null, RegExp]>([
    ['without front matter', '# A plan\n', 1, /There is no front matter/],
    ['of nothing', '', 1, /There is no front matter/],
    ['whose front matter never ends', '---\ntitle: x\n', 1, /no front matter/],
    [
      'whose front matter is no YAML',
      file('title: x\nkind: [service-recovery\nscope: []'),
      4,
      /no YAML/,
    ],
    [
      'with a key twice',
      file('title: x\ntitle: y\nkind: salvage'),
      3,
      /no YAML.*unique/,
    ],
    ['without a title', file('kind: salvage'), 2, /^title: /],
    [
      'of an unknown kind',
      file('title: x\nkind: backup'),
      3,
      /^kind: .*service-recovery/,
    ],
    [
      'with a misspelt key',
      file('title: x\nkind: salvage\nscoope: []'),
      4,
      /^scoope: Unrecognized key/,
    ],
    [
      'with a duration that is none',
      file(
        'title: x\nkind: salvage\nsteps:\n  - id: a\n    duration: 4-6 h',
        '\n## Recovery steps\n\n### A {#a}\n\nDo it.\n',
      ),
      6,
      /expectedDuration: "4-6 h"/,
    ],
    [
      'with a ref that is none',
      file('title: x\nkind: salvage\nscope:\n  - a b c'),
      5,
      /Write an entity ref/,
    ],
    [
      'with a step that has no heading',
      file(
        'title: x\nkind: salvage\nsteps:\n  - id: a\n  - id: b',
        '## Recovery steps\n\n### A {#a}',
      ),
      6,
      /The step "b" has no heading/,
    ],
    [
      'with text before the first heading',
      file('title: x\nkind: salvage', 'Hello\n'),
      5,
      /before the first heading/,
    ],
    [
      'with a heading twice',
      file('title: x\nkind: salvage', '## Purpose\n\na\n\n## Purpose\n\nb\n'),
      9,
      /two headings/,
    ],
    [
      'that is too large',
      file(
        'title: x\nkind: salvage',
        `## Purpose\n\n${'x'.repeat(mostPlanBytes)}`,
      ),
      null,
      /larger than 1 MB/,
    ],
    [
      'whose aliases explode',
      file(
        `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\ntitle: [*c,*c,*c,*c,*c,*c,*c,*c]\nkind: salvage`,
      ),
      2,
      /can’t be read/,
    ],
  ])('%s is refused with the line', (_, text, where, message) => {
    const parsed = parsePlanMarkdown(text);
    if (parsed.ok) throw new Error('It was taken');
    expect(parsed.issues[0].message).toMatch(message);
    expect(parsed.issues[0].line).toBe(where);
  });

  it('keeps headings of one’s own in the text above them', () => {
    const parsed = parsePlanMarkdown(
      file(
        'title: x\nkind: salvage',
        '# x\n\n## Purpose\n\nWhy.\n\n## Background\n\nMore.\n',
      ),
    );
    expect(parsed.ok && parsed.contents.purpose).toBe(
      'Why.\n\n## Background\n\nMore.',
    );
  });
});
