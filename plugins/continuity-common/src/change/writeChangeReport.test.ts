import type { ChangeFinding } from './changeFinding';
import {
  changeReportMarker,
  writeChangeReport,
  type ReportedChange,
} from './writeChangeReport';

function aFinding(said: Partial<ChangeFinding> = {}): ChangeFinding {
  return {
    rule: 'plan-review-needed',
    title: 'A plan needs review',
    severity: 'warning',
    origin: 'caused',
    enforcement: 'warn',
    entityRef: 'component:default/web',
    planId: 'p',
    testId: null,
    path: ['component:default/web', 'resource:default/db'],
    why: 'It depends on it.',
    what: 'Have it reviewed.',
    ask: ['group:default/a'],
    params: {},
    ...said,
  };
}

function aReport(said: Partial<ReportedChange> = {}): ReportedChange {
  return {
    verdict: 'warn',
    headline: 'May go ahead with 1 warning: 2 entities are impacted.',
    treatedAs: 'normal',
    findings: [aFinding()],
    counts: { caused: 1, alreadyThere: 0 },
    totalImpacted: 2,
    byTier: [
      { tier: { title: 'Mission critical' }, impacted: 1 },
      { tier: null, impacted: 1 },
    ],
    unmapped: [],
    problems: [],
    truncated: { findings: 0, unmapped: 0, impacted: 0 },
    redacted: { touched: 0, impacted: 0, findings: 0, plans: 0 },
    reviewDueAt: null,
    ...said,
  };
}

const standing = [
  aFinding({ origin: 'already-there', rule: 'plan-missing', title: 'No plan' }),
  aFinding({ origin: 'already-there', rule: 'plan-missing', title: 'No plan' }),
  aFinding({
    origin: 'already-there',
    rule: 'test-failed',
    title: 'The last test failed',
  }),
];

describe('writeChangeReport', () => {
  it('writes a comment that can be found again, what is caused first, the rest as single lines', () => {
    expect(
      writeChangeReport(
        aReport({
          findings: [aFinding(), ...standing],
          counts: { caused: 1, alreadyThere: 3 },
          unmapped: ['docs/a b.md'],
          problems: [
            {
              at: 'proposed[0]',
              kind: 'document-invalid',
              message: 'It is none.',
            },
          ],
          redacted: { touched: 0, impacted: 2, findings: 1, plans: 0 },
          changeId: 'c 1',
        }),
        { portalUrl: 'https://portal.example.com/' },
      ),
    ).toBe(`<!-- continuity:change-report -->
### Continuity: warning

May go ahead with 1 warning: 2 entities are impacted.

**Caused by this change**

- A plan needs review (warning): \`component:default/web\`
  <br>It depends on it.
  <br>What to do: Have it reviewed.
  <br>Path: \`component:default/web\` → \`resource:default/db\`
  <br>Ask: \`group:default/a\`

**Could not be read**

- \`proposed[0]\`: It is none.

Impacted: 2 entities (Mission critical: 1, without a tier: 1).

Already there, not caused by this change: 3 findings (No plan: 2, The last test failed: 1).

1 file belongs to no entity: \`docs/a b.md\`.

Counted and not named, since you may not see them: 2 impacted entities, 1 finding.

[See it in the portal](<https://portal.example.com/continuity/changes/c%201>)
`);
  });

  it('writes the same for a terminal, without markup', () => {
    const text = writeChangeReport(
      aReport({
        findings: [aFinding({ enforcement: 'block', severity: 'critical' })],
        verdict: 'block',
      }),
      { format: 'text' },
    );
    expect(text).toBe(`Continuity: blocked
May go ahead with 1 warning: 2 entities are impacted.

Caused by this change:
  - A plan needs review (critical, must be settled first): component:default/web
    It depends on it.
    What to do: Have it reviewed.
    Path: component:default/web → resource:default/db
    Ask: group:default/a

Impacted: 2 entities (Mission critical: 1, without a tier: 1).
`);
  });

  it.each([
    ['a mention', '@everyone look', /@\u200beveryone look/],
    ['a link', '[here](https://bad.example.com)', /\\\[here\\\]\(https:/],
    [
      'a tag',
      '<img src=x onerror=alert(1)>',
      /\\<img src=x onerror=alert\(1\)\\>/,
    ],
    ['the end of the comment', '--> <!-- continuity:change-report -->', /\\>/],
    ['a heading on a line of its own', 'a\n# b', /a \\# b/],
    ['a table', 'a | b', /a \\\| b/],
  ])('lets %s in somebody’s text be text', (_, text, expected) => {
    const report = writeChangeReport(
      aReport({
        headline: text,
        findings: [aFinding({ why: text, what: text, title: text })],
      }),
    );
    expect(report).toMatch(expected);
    expect(report.split(changeReportMarker)).toHaveLength(2);
    expect(report).not.toMatch(/\n# b|[^\\]<img|@everyone/);
  });

  it('keeps refs and paths in code whatever they hold', () => {
    const report = writeChangeReport(
      aReport({ unmapped: ['a`b``c', 'x\n# y'], findings: [] }),
    );
    expect(report).toContain('``` a`b``c ```, `x # y`');
  });

  it('cuts what nobody reads, and says how much is left out', () => {
    const report = writeChangeReport(
      aReport({
        findings: Array.from({ length: 80 }, () => aFinding()),
        unmapped: Array.from({ length: 25 }, (_, at) => `f${at}`),
        truncated: { findings: 20, unmapped: 5, impacted: 0 },
        problems: Array.from({ length: 12 }, () => ({
          at: 'a',
          kind: 'duplicate' as const,
          message: 'b',
        })),
      }),
    );
    expect(report.match(/A plan needs review/g)).toHaveLength(50);
    expect(report).toContain('- and 30 more');
    expect(report).toContain('20 more findings not listed here.');
    expect(report).toMatch(
      /30 files belong to no entity: .*`f9` and 20 more\./,
    );
    expect(report).toContain('- and 2 more');
    expect(report.length).toBeLessThan(65_000);
  });

  it('says little where there is little to say', () => {
    expect(
      writeChangeReport(
        aReport({
          verdict: 'pass',
          headline: 'Nothing speaks against it.',
          findings: [],
          counts: { caused: 0, alreadyThere: 0 },
          byTier: [],
          totalImpacted: 0,
        }),
        { format: 'text' },
      ),
    ).toBe(
      'Continuity: pass\nNothing speaks against it.\n\nImpacted: 0 entities.\n',
    );
  });
});
