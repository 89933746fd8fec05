import {
  describeDuration,
  durationSeconds,
  planShortcomings,
  type Bia,
  type EvidenceFound,
  type EvidenceItem,
  type EvidenceRequirement,
  type PlanKind,
  type RiskAssessment,
} from 'backstage-plugin-continuity-common';
import { inWords, planPage } from '../../plan/planPage';
import type { StoredFinding } from '../../testing/finding/FindingStore';
import type { EvidenceChange } from './readEvidenceChanges';
import type { EvidenceOf, EvidencePlan, EvidenceTest } from './EvidenceReader';
import type { EvidenceWriter } from './EvidenceWriter';

/** A page of the pack, written only once however many services need it. */
export interface EvidenceDocument {
  path: string;
  write: () => string;
}

const outcomes: Record<string, string> = {
  passed: 'passed',
  'passed-with-deficiencies': 'passed with deficiencies',
  failed: 'failed',
  inconclusive: 'inconclusive',
};

/** What was found about a service as evidence, and the pages that show it. */
export function evidenceDocuments(
  of: EvidenceOf,
  writer: EvidenceWriter,
): { found: EvidenceFound; documents: EvidenceDocument[] } {
  const documents: EvidenceDocument[] = [];
  const page = (path: string, write: () => string): string => {
    documents.push({ path, write });
    return path;
  };
  const risks = of.risks.map(risk => riskItem(risk, of, { writer, page }));
  const bias = of.bias.map(bia => biaItem(bia, of, { writer, page }));
  const agreements = of.agreements.map(
    (agreement): EvidenceItem => ({
      what: `Agreement with ${agreement.with} on ${
        agreement.reference
      }: ${valuesText(agreement.values)}${takenOver(
        agreement.entityRef,
        of,
        writer,
      )}`,
      who: agreement.confirmedBy ?? agreement.recordedBy,
      when: agreement.agreedOn,
      path: null,
    }),
  );
  const plans = of.plans.map(plan => ({
    plan,
    path: page(pathOfPlan(plan), () =>
      planPage({
        planId: plan.planId,
        kind: plan.kind,
        owner: plan.owner,
        version: plan.version,
        titles: writer.titles,
        madeAt: writer.madeAt,
        timeZone: writer.timeZone,
        pageOf: { kind: 'Evidence pack', index: 'Index of the evidence' },
      }),
    ),
  }));
  const tests = of.tests.map(each => testItem(each, of, { writer, page }));
  const findings = of.findings.map(each => findingItem(each, { writer, page }));
  const changes = of.changes.map(each => changeItem(each, { writer, page }));
  return {
    documents,
    found: {
      entityRef: of.entityRef,
      hasTier: of.assessment.profile.tier.value !== null,
      gaps: of.assessment.gaps,
      items: {
        risks,
        requirements: [...bias, ...agreements],
        'plan-contents': plans.map(({ plan, path }) => ({
          what: `${inWords(plan.kind)}: ${
            plan.version.contents.title
          }, version ${plan.version.version}, approved`,
          who: plan.version.approvedBy,
          when: plan.version.approvedAt,
          path,
        })),
        'plan-access': plans.flatMap(({ plan, path }) =>
          plan.readers.map(reader => ({
            what: `Has read version ${plan.version.version} of ${plan.version.contents.title}`,
            who: reader.by,
            when: reader.at,
            path,
          })),
        ),
        tests,
        reviews: [
          ...plans.flatMap(({ plan, path }) =>
            plan.confirmations.map(each => ({
              what: `Plan confirmed: ${each.because}`,
              who: each.by,
              when: each.at,
              path,
            })),
          ),
          ...of.tests.flatMap(({ test }) =>
            test.reviewedAt === null
              ? []
              : [
                  {
                    what: `Results of “${test.contents.title}” reviewed`,
                    who: test.reviewedBy,
                    when: test.reviewedAt,
                    path: pathOfTest(test.id),
                  },
                ],
          ),
          ...findings,
        ],
        changes,
      },
      alsoMissing: alsoMissing(of),
    },
  };
}

type Writing = {
  writer: EvidenceWriter;
  page: (path: string, write: () => string) => string;
};

/** What no gap says: contents of plans, and who has not read one that names them. */
function alsoMissing(
  of: EvidenceOf,
): Partial<Record<EvidenceRequirement, string[]>> {
  const contents = of.plans.flatMap(({ kind, version }) =>
    planShortcomings(kind as PlanKind, version.contents).map(
      ({ message }) => `${version.contents.title}: ${message}`,
    ),
  );
  const unread = of.plans.flatMap(({ version, readers }) =>
    readers.length === 0
      ? [
          `${version.contents.title}: nobody has said that they have read version ${version.version}.`,
        ]
      : [],
  );
  const unreviewed = of.findings
    .filter(({ state }) => state === 'resolved')
    .map(({ title }) => `${title}: nobody has verified what was done.`);
  return {
    'plan-contents': contents,
    'plan-access': unread,
    reviews: unreviewed,
  };
}

function riskItem(
  risk: RiskAssessment,
  of: EvidenceOf,
  { writer, page }: Writing,
): EvidenceItem {
  return {
    what: `Risk assessment${takenOver(risk.entityRef, of, writer)}${
      risk.state === 'superseded' ? ' (replaced since)' : ''
    }`,
    who: risk.assessor ?? risk.recordedBy,
    when: risk.assessedOn,
    path: page(`analyses/risk-${risk.id}.html`, () =>
      writer.page(
        `Risk assessment of ${writer.name(risk.entityRef)}`,
        `${writer.facts([
          ['Of', writer.name(risk.entityRef)],
          ['Assessed on', writer.day(risk.assessedOn)],
          ['By', writer.name(risk.assessor ?? risk.recordedBy)],
          ['Agreed with', risk.agreedWith ?? '–'],
          ['Recorded', writer.moment(risk.recordedAt)],
          ['Note', risk.note ?? '–'],
        ])}<h2>Threats</h2>${writer.table(
          ['Threat', 'Before', 'Treatment', 'Measures', 'Owner', 'Left', 'Due'],
          risk.content.threats.map(threat => [
            threat.title,
            threat.notApplicable ? 'does not apply' : ratingText(threat.rating),
            threat.treatment ?? '–',
            threat.measures ?? '–',
            threat.owner === null ? '–' : writer.name(threat.owner),
            ratingText(threat.residual),
            threat.dueOn === null ? '–' : writer.day(threat.dueOn),
          ]),
        )}`,
      ),
    ),
  };
}

function biaItem(
  bia: Bia,
  of: EvidenceOf,
  { writer, page }: Writing,
): EvidenceItem {
  const { content, result } = bia;
  const title = new Map(content.ratings.map(each => [each.id, each.title]));
  return {
    what: `Business impact analysis${takenOver(bia.entityRef, of, writer)}${
      bia.state === 'superseded' ? ' (replaced since)' : ''
    }`,
    who: bia.assessor ?? bia.recordedBy,
    when: bia.assessedOn,
    path: page(`analyses/bia-${bia.id}.html`, () =>
      writer.page(
        `Business impact analysis of ${writer.name(bia.entityRef)}`,
        `${writer.facts([
          ['Of', writer.name(bia.entityRef)],
          ['Made on', writer.day(bia.assessedOn)],
          ['By', writer.name(bia.assessor ?? bia.recordedBy)],
          ['Agreed with', bia.agreedWith ?? '–'],
          [
            'Confirmed by',
            bia.confirmedBy ? writer.name(bia.confirmedBy) : '–',
          ],
          ['MTPD', durationText(result.mtpd ?? null)],
          ['RPO', durationText(result.rpo)],
          ['Data loss means', content.dataLoss ?? '–'],
          ['Note', bia.note ?? '–'],
        ])}<h2>Impact</h2>${writer.table(
          [
            'Impact',
            ...content.points.map(point => `after ${durationText(point)}`),
          ],
          content.categories.map(category => [
            category.title,
            ...content.points.map(
              point => title.get(category.impacts[point]) ?? '–',
            ),
          ]),
        )}`,
      ),
    ),
  };
}

function testItem(
  { test, results }: EvidenceTest,
  of: EvidenceOf,
  { writer, page }: Writing,
): EvidenceItem {
  const own = results.find(({ entityRef }) => entityRef === of.entityRef);
  const { contents } = test;
  return {
    what: `${inWords(contents.depth)}: ${contents.title}, ${
      own?.outcome ? outcomes[own.outcome] : 'no result for it'
    }`,
    who: test.facilitator,
    when: test.heldAt,
    path: page(pathOfTest(test.id), () =>
      writer.page(
        contents.title,
        `${writer.facts([
          ['Depth', inWords(contents.depth)],
          ['Environment', inWords(contents.environment)],
          ['Held', test.heldAt === null ? '–' : writer.moment(test.heldAt)],
          ['Entered afterwards', test.enteredAfterwards ? 'yes' : 'no'],
          [
            'Facilitator',
            test.facilitator === null ? '–' : writer.name(test.facilitator),
          ],
          ['Aims', contents.aims || '–'],
          [
            'Criteria',
            contents.successCriteria.map(({ text }) => text).join('; ') || '–',
          ],
          ['Outcome', test.outcome ? outcomes[test.outcome] : '–'],
          [
            'Reviewed',
            test.reviewedAt === null
              ? 'not reviewed'
              : `${writer.name(test.reviewedBy!)}, ${writer.moment(
                  test.reviewedAt,
                )}`,
          ],
        ])}<h2>Results</h2>${writer.table(
          ['Service', 'Outcome', 'RTA', 'RTO', 'RPA', 'RPO', 'Deficiencies'],
          results.map(result => [
            writer.name(result.entityRef),
            result.outcome ? outcomes[result.outcome] : '–',
            secondsText(result.measure?.rtaSeconds),
            durationText(result.targets?.rto ?? null),
            secondsText(result.measure?.rpaSeconds),
            durationText(result.targets?.rpo ?? null),
            result.deficiencies || '–',
          ]),
        )}${writer.text('Summary', test.summary)}${writer.text(
          'Review',
          test.reviewNote,
        )}`,
      ),
    ),
  };
}

function findingItem(
  finding: StoredFinding,
  { writer, page }: Writing,
): EvidenceItem {
  return {
    what: `Finding: ${finding.title} (${finding.severity}, ${inWords(
      finding.state,
    ).toLocaleLowerCase('en')})`,
    who: finding.ownerRef,
    when: finding.createdAt,
    path: page(`findings/${finding.id}.html`, () =>
      writer.page(
        finding.title,
        `${writer.facts([
          ['Severity', inWords(finding.severity)],
          ['State', inWords(finding.state)],
          ['Owner', writer.name(finding.ownerRef)],
          ['Due', writer.day(finding.dueOn)],
          [
            'Written down',
            `${writer.moment(finding.createdAt)} by ${writer.name(
              finding.createdBy,
            )}`,
          ],
          [
            'Closed',
            finding.closedAt === null ? '–' : writer.moment(finding.closedAt),
          ],
          [
            'Resolved by',
            finding.resolution ? writer.name(finding.resolution.by) : '–',
          ],
          [
            'Verified by',
            finding.verification ? writer.name(finding.verification.by) : '–',
          ],
          [
            'Accepted by',
            finding.acceptance ? writer.name(finding.acceptance.approver) : '–',
          ],
        ])}${writer.text('What', finding.description)}${writer.text(
          'Cause',
          finding.cause,
        )}`,
      ),
    ),
  };
}

function changeItem(
  change: EvidenceChange,
  { writer, page }: Writing,
): EvidenceItem {
  return {
    what: `${inWords(change.type)} change: ${change.title} (${
      change.effect
    }; assessed: ${change.verdict})`,
    who: change.requestedBy,
    when: change.createdAt,
    path: page(`changes/${change.id}.html`, () => {
      const at = (moment: string | null, by: string | null) =>
        moment === null
          ? '–'
          : `${writer.moment(moment)}${by ? `, ${writer.name(by)}` : ''}`;
      return writer.page(
        change.title,
        writer.facts([
          ['Type', inWords(change.type)],
          ['State', inWords(change.state)],
          ['Verdict', inWords(change.verdict)],
          ['Assessment', change.headline],
          ['Recorded', at(change.createdAt, change.requestedBy)],
          ['Approved', at(change.approvedAt, change.approvedBy)],
          ['Implemented', at(change.implementedAt, null)],
          ['Review due', at(change.reviewDueAt, null)],
          ['Reviewed', at(change.reviewDoneAt, change.reviewDoneBy)],
        ]),
      );
    }),
  };
}

function takenOver(
  entityRef: string,
  of: EvidenceOf,
  writer: EvidenceWriter,
): string {
  return entityRef === of.entityRef
    ? ''
    : `, taken over from ${writer.name(entityRef)}`;
}

function pathOfPlan({ planId, version }: EvidencePlan): string {
  return `plans/${planId}-v${version.version}.html`;
}

function pathOfTest(testId: string): string {
  return `tests/${testId}.html`;
}

function ratingText(
  rating: { likelihood: number; impact: number } | null,
): string {
  return rating ? `${rating.likelihood} × ${rating.impact}` : '–';
}

function valuesText(values: Record<string, string | undefined>): string {
  return Object.entries(values)
    .map(([field, value]) =>
      field === 'tier'
        ? `tier ${value}`
        : `${field.toUpperCase()} ${durationText(value ?? null)}`,
    )
    .join(', ');
}

function durationText(iso: string | null): string {
  if (iso === null) return 'not set';
  return iso === 'none'
    ? 'holds no data'
    : describeDuration(durationSeconds(iso));
}

function secondsText(seconds: number | null | undefined): string {
  return seconds === null || seconds === undefined
    ? '–'
    : describeDuration(seconds);
}
