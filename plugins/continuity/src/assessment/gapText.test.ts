import { gapCodes, type GapCode } from 'backstage-plugin-continuity-common';
import { aGap } from '../../dev/fixtures/aContinuity';
import de from '../translation/de';
import type { Translate } from '../translation/Translate';
import { gapText } from './gapText';

const texts = de as Record<string, string>;
const german = ((key: string, params: Record<string, string> = {}) =>
  (texts[key] ?? texts[`${key}_other`]).replace(
    /\{\{(\w+)\}\}/g,
    (_match, name) => params[name] ?? `?${name}?`,
  )) as unknown as Translate;
const options = { locale: 'de' };

describe('gapText in German', () => {
  it.each([
    ['plan-missing', { tier: 'tier-2' }, /obwohl tier-2 einen verlangt/],
    [
      'test-failed',
      {
        depth: 'failover',
        test: 'Umzug',
        testId: 't1',
        heldOn: '2026-03-03',
        rtaSeconds: 16_800,
        rto: 'PT4H',
      },
      /„Umzug“ \(Umschaltung\) vom 3\. März(?: 2026)? wurde nicht bestanden: bis zur Rückkehr dauerte es 4 h 40 min, und die RTO war 4 h\./,
    ],
    [
      'test-never',
      { tier: 'tier-2', depth: 'restore', every: 'P6M' },
      /tier-2 verlangt alle 6 Monate einen Test/,
    ],
    [
      'test-never',
      {
        tier: 'tier-2',
        depth: 'restore',
        every: 'P6M',
        notCounted: 'failed',
        test: 'Probe',
        heldOn: '2026-03-03',
      },
      /keiner verzeichnet, der zählt\. „Probe“/,
    ],
    [
      'test-long-overdue',
      { tier: 'tier-1', depth: 'failover', every: 'P1Y' },
      /lange nachdem der erste fällig war/,
    ],
    [
      'retest-needed',
      {
        depth: 'restore',
        test: 'Probe',
        heldOn: '2026-03-03',
        reason: 'steps-changed',
        more: 0,
      },
      /zeigt aber nichts mehr: die Wiederherstellungsschritte sind andere\./,
    ],
    [
      'due-soon',
      {
        about: 'test',
        tier: 'tier-2',
        depth: 'restore',
        every: 'P6M',
        test: 'Probe',
        heldOn: '2026-03-03',
        dueOn: '2026-09-03',
      },
      /„Probe“ vom 3\. März(?: 2026)? zählt bis 3\. Sept/,
    ],
    [
      'finding-overdue',
      { finding: 'Kein Schlüssel', findingId: 'f1', dueOn: '2026-03-03' },
      /„Kein Schlüssel“ hätte bis 3\. März/,
    ],
    [
      'plan-missing',
      { tier: 'tier-2', plan: 'Kasse', planId: 'p1' },
      /„Kasse“ nennt es, hat aber keinen Wiederherstellungsschritt/,
    ],
    ['plan-missing', { tier: 'tier-2', inWork: 1 }, /einer ist in Arbeit/],
    [
      'plan-review-overdue',
      { tier: 'tier-2', plan: 'Kasse', dueOn: '2026-03-03' },
      /„Kasse“ hätte bis 3\. März(?: 2026)? überprüft/,
    ],
    [
      'due-soon',
      { about: 'plan', tier: 'tier-2', plan: 'Kasse', dueOn: '2026-03-03' },
      /„Kasse“ muss bis 3\. März(?: 2026)? überprüft/,
    ],
    [
      'plan-stale',
      {
        plan: 'Kasse',
        planId: 'p1',
        reason: 'target-stricter',
        subject: 'rto',
        before: 'PT4H',
        after: 'PT1H',
        more: 0,
      },
      /Genehmigung des Plans „Kasse“/,
    ],
    [
      'plan-overlap',
      { plan: 'Kasse', otherPlan: 'Laden', plans: 2 },
      /„Kasse“ und „Laden“/,
    ],
    [
      'plan-source-invalid',
      { location: 'docs/plan.md', reason: 'No YAML.' },
      /docs\/plan\.md ist nicht brauchbar: No YAML\./,
    ],
    [
      'emergency-copy-old',
      { every: 'P90D', copiedOn: '2026-03-03' },
      /Notfallkopie der Pläne ist vom 3\. März/,
    ],
    ['emergency-copy-old', { every: 'P90D' }, /keine Notfallkopie/],
    [
      'owner-unresolved',
      { owner: 'group:default/ops', state: 'empty-group', source: 'portal' },
      /group:default\/ops .*Gruppe ohne Mitglieder/,
    ],
    [
      'metadata-invalid',
      { field: 'rto', key: 'continuity/rto', value: 'TBD', accepted: 'x' },
      /„TBD“.*als RTO lesen/,
    ],
    ['target-missing', { field: 'rpo' }, /RPO ist nicht gesetzt/],
    [
      'looser-than-agreed',
      {
        by: 'bia',
        field: 'rpo',
        agreed: 'PT5M',
        effective: 'none',
        agreedOn: '2025-03-03',
      },
      /^RPO ist „enthält keine Daten“, lockerer als 5 min, wie/,
    ],
    [
      'slower-than-needed',
      {
        field: 'rto',
        seconds: 3600,
        neededSeconds: 1800,
        neededBy: 1,
        path: 'component:default/a → component:default/b',
      },
      /^Darf 1 h dauern, wird aber in 30 min gebraucht, von .*component:default\/a → component:default\/b\./,
    ],
    [
      'slower-than-needed',
      {
        field: 'rpo',
        seconds: 60,
        neededSeconds: 0,
        neededBy: 3,
        path: 'component:default/a',
      },
      /^Darf Daten von 1 min verlieren; .* aber nur von 0 \(kein Verlust\)/,
    ],
    [
      'waits-for-slower-dependency',
      {
        field: 'rto',
        seconds: 1800,
        slowest: 'resource:default/b',
        slowestSeconds: 86400,
      },
      /in 30 min wieder da sein und braucht resource:default\/b; das darf 24 h/,
    ],
    [
      'waits-for-slower-dependency',
      {
        field: 'rpo',
        seconds: 60,
        slowest: 'resource:default/b',
        slowestSeconds: 300,
      },
      /Daten von 1 min .* dort dürfen es 5 min sein/,
    ],
    [
      'recovery-beyond-rto',
      {
        rtoSeconds: 1800,
        expectedSeconds: 74940,
        atLeast: 1,
        longestStep: 'resource:default/b',
        longestSeconds: 72000,
      },
      /frühestens nach 20 h 49 min .* RTO ist 30 min.*resource:default\/b mit 20 h/,
    ],
    [
      'dependency-unprotected',
      { count: 1, refs: 'component:default/a', tierless: 0 },
      /^Braucht component:default\/a, dessen Stufe einen Plan verlangt/,
    ],
    [
      'dependency-unprotected',
      {
        count: 3,
        refs: 'component:default/a, component:default/b',
        tierless: 1,
      },
      /^Braucht 3 Entitäten ohne Stufe.*component:default\/b …\./,
    ],
    [
      'dependency-unresolved',
      { count: 2, refs: 'component:default/a, component:default/b' },
      /^Hängt von 2 Entitäten ab.*component:default\/b\./,
    ],
    [
      'dependency-unclassified',
      { count: 1, refs: 'component:default/a' },
      /ob die Abhängigkeit von component:default\/a hart/,
    ],
    [
      'looser-than-agreed',
      {
        field: 'rpo',
        agreed: 'PT0S',
        effective: 'PT1H',
        agreedOn: '2025-03-03',
      },
      /RPO ist 1 h, lockerer als 0 \(kein Verlust\), wie am 3\. März 2025/,
    ],
    [
      'rto-beyond-mtpd',
      { rto: 'P2D', mtpd: 'P1D', beyondSeconds: 86_400 },
      /RTO von 2 d .* 24 h länger als die 24 h/,
    ],
    [
      'agreement-missing',
      { tier: 'tier-1', unit: 'system', every: 'P1Y' },
      /tier-1 verlangt/,
    ],
  ] as const)('says %s with its values', (code, params, text) => {
    const { message, action } = gapText(
      german,
      aGap({ code, params }),
      options,
    );
    expect(message).toMatch(text);
    expect(message + action).not.toMatch(/\?\w+\?/);
  });

  it('tells an agreement that ran out from one that never was', () => {
    const params = {
      tier: 'tier-1',
      unit: 'entity',
      every: 'P1Y',
      agreedOn: '2025-03-03',
      due: '2026-03-04T00:00:00Z',
      zone: 'UTC',
    };
    const gap = aGap({ code: 'agreement-missing', params });
    expect(gapText(german, gap, options).message).toMatch(
      /vom 3\. März 2025 hätte bis 3\. März 2026|vom 3\. März 2025 hätte bis 3\. März/,
    );
  });

  it.each(Object.keys(gapCodes) as GapCode[])(
    'has words of its own for %s',
    code => {
      const gap = aGap({ code, message: 'As the server says it.' });
      expect(gapText(german, gap, options).message).not.toBe(gap.message);
    },
  );

  it('uses the words of the server for a gap that it has none for', () => {
    const gap = aGap({
      code: 'of-a-newer-server' as 'plan-stale',
      message: 'The plan is stale.',
      action: 'Renew it.',
    });
    expect(gapText(german, gap, options)).toEqual({
      message: 'The plan is stale.',
      action: 'Renew it.',
    });
  });
});
