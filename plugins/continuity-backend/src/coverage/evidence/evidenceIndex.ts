import { stringify } from 'csv-stringify/sync';
import {
  evidenceRequirements,
  type EvidenceItem,
  type EvidenceLine,
  type EvidenceRequirement,
} from 'backstage-plugin-continuity-common';
import { escapeHtml, inWords } from '../../plan/planPage';
import type { EvidenceExemption, EvidenceOf } from './EvidenceReader';
import type { EvidenceWriter } from './EvidenceWriter';

/** A service of the pack with its evidence, requirement by requirement. */
export interface IndexedService {
  of: Pick<EvidenceOf, 'entityRef' | 'title' | 'assessment' | 'exemptions'>;
  lines: EvidenceLine[];
}

/** What the pack says of itself. */
export interface PackFacts {
  title: string;
  from: string;
  to: string;
  scope: string;
  madeBy: string;
  policyVersion: string | null;
  sealHead: { position: number; sha256: string } | null;
  leftOut: number;
}

const requirements: Record<
  EvidenceRequirement,
  { title: string; asks: string }
> = {
  risks: {
    title: 'Risks assessed',
    asks: 'Risks to the continuity of services are assessed and documented at planned intervals.',
  },
  requirements: {
    title: 'Requirements agreed',
    asks: 'Continuity requirements are agreed with the business: impact analysis, targets, agreements.',
  },
  'plan-contents': {
    title: 'Plan contents',
    asks: 'Continuity plans have invocation criteria and responsibilities, procedures for a loss of service, targets, recovery requirements, and the return to normal.',
  },
  'plan-access': {
    title: 'Access to plans',
    asks: 'Plans and lists of contacts are accessible when access to the normal service location is prevented, and known to those who need them.',
  },
  tests: {
    title: 'Tests at planned intervals and after changes',
    asks: 'Plans are tested against the requirements at planned intervals and after major changes.',
  },
  reviews: {
    title: 'Reviews and actions',
    asks: 'Results of tests are reviewed, plans are reviewed, and deficiencies lead to actions that are followed up.',
  },
  changes: {
    title: 'Change assessments',
    asks: 'The impact of changes on continuity plans is assessed.',
  },
};

const states = {
  there: 'there',
  missing: 'missing',
  'not-required': 'not required',
  'not-known': 'not known, without a tier',
} as const;

/** The file of a requirement, `1-risks`. */
function fileOf(requirement: EvidenceRequirement): string {
  return `${evidenceRequirements.indexOf(requirement) + 1}-${requirement}`;
}

/** The pages and tables over all services: the index, and for each requirement what is there and what is missing. */
export function evidenceIndex(
  services: IndexedService[],
  facts: PackFacts,
  writer: EvidenceWriter,
): Array<{ path: string; text: string }> {
  return [
    { path: 'index.html', text: indexPage(services, facts, writer) },
    ...evidenceRequirements.flatMap(requirement => [
      {
        path: `requirements/${fileOf(requirement)}.html`,
        text: requirementPage(requirement, services, writer),
      },
      {
        path: `tables/${fileOf(requirement)}.csv`,
        text: requirementTable(requirement, services, writer),
      },
    ]),
    {
      path: 'requirements/exemptions.html',
      text: exemptionsPage(services, writer),
    },
    { path: 'tables/services.csv', text: servicesTable(services) },
  ];
}

/** In how many places something is missing. */
export function countMissing(services: IndexedService[]): number {
  return services.reduce(
    (sum, { lines }) =>
      sum + lines.filter(({ state }) => state === 'missing').length,
    0,
  );
}

function indexPage(
  services: IndexedService[],
  facts: PackFacts,
  writer: EvidenceWriter,
): string {
  const count = (
    requirement: EvidenceRequirement,
    state: EvidenceLine['state'],
  ) =>
    services.filter(({ lines }) =>
      lines.some(
        line => line.requirement === requirement && line.state === state,
      ),
    ).length;
  const rows = evidenceRequirements.map(requirement => {
    const { title, asks } = requirements[requirement];
    const missing = count(requirement, 'missing');
    return [
      `<a href="requirements/${fileOf(requirement)}.html">${escapeHtml(
        title,
      )}</a><br><small>${escapeHtml(asks)}</small>`,
      String(
        services.filter(({ lines }) =>
          lines.some(
            line => line.requirement === requirement && line.items.length > 0,
          ),
        ).length,
      ),
      missing === 0 ? '0' : `<strong>${missing} missing</strong>`,
      String(count(requirement, 'not-required')),
      String(count(requirement, 'not-known')),
      `<a href="tables/${fileOf(requirement)}.csv">CSV</a>`,
    ];
  });
  const missing = services.flatMap(({ of, lines }) =>
    lines
      .filter(line => line.missing.length > 0)
      .map(line => [
        escapeHtml(of.title),
        `<a href="requirements/${fileOf(line.requirement)}.html">${escapeHtml(
          requirements[line.requirement].title,
        )}</a>`,
        line.missing.map(escapeHtml).join('<br>'),
      ]),
  );
  const exempt = services.reduce(
    (sum, { of }) => sum + of.exemptions.length,
    0,
  );
  return writer.wholePage(
    facts.title || 'Evidence of service continuity',
    `<h1>${escapeHtml(facts.title || 'Evidence of service continuity')}</h1>
<p>By the requirements of ISO/IEC 20000-1:2018, 8.7.2: what is there, and what is missing, at the end of the period.</p>
${writer.facts([
  [
    'Period',
    `${writer.day(facts.from)} to ${writer.day(facts.to)} (${writer.timeZone})`,
  ],
  ['About', facts.scope],
  ['Services', String(services.length)],
  [
    'Left out',
    facts.leftOut === 0
      ? 'nothing'
      : `${facts.leftOut} services that its maker may not see`,
  ],
  ['Made by', writer.name(facts.madeBy)],
  ['Policy', facts.policyVersion ?? 'not known'],
  [
    'History sealed up to',
    facts.sealHead
      ? `position ${facts.sealHead.position}, ${facts.sealHead.sha256}`
      : 'nothing was sealed yet',
  ],
])}
<h2>Requirements</h2>
${writer.tableOfHtml(
  [
    'Requirement',
    'Services with evidence',
    'Services that lack some',
    'Not required',
    'Not known, without a tier',
    'Table',
  ],
  rows,
)}
<h2>What is missing</h2>
${
  missing.length === 0
    ? '<p>Nothing that the policy requires.</p>'
    : writer.tableOfHtml(['Service', 'Requirement', 'What'], missing)
}
<h2>Exemptions</h2>
<p>${
      exempt === 0
        ? 'None held in the period.'
        : `<a href="requirements/exemptions.html">${exempt} that held in the period</a>: each is a risk that somebody accepted for a time. What is exempted is listed as missing all the same.`
    }</p>
<h2>Services</h2>
${writer.table(
  ['Service', 'Ref', 'Tier', 'Status'],
  services.map(({ of }) => [
    of.title,
    of.entityRef,
    of.assessment.profile.tier.value ?? 'none',
    inWords(of.assessment.status),
  ]),
)}
<p class="about">manifest.json has the SHA-256 of every file. All services as a table: <a href="tables/services.csv">CSV</a>.</p>`,
  );
}

function requirementPage(
  requirement: EvidenceRequirement,
  services: IndexedService[],
  writer: EvidenceWriter,
): string {
  const { title, asks } = requirements[requirement];
  const rows = services.map(({ of, lines }) => {
    const line = lines.find(each => each.requirement === requirement)!;
    return [
      `${escapeHtml(of.title)}<br><small>${escapeHtml(of.entityRef)}</small>`,
      line.state === 'missing'
        ? '<strong>Missing</strong>'
        : escapeHtml(inWords(states[line.state])),
      line.items.map(item => itemHtml(item, writer)).join('<br>') || '–',
      line.missing.map(escapeHtml).join('<br>') || '–',
    ];
  });
  return writer.page(
    title,
    `<p>${escapeHtml(asks)}</p>${writer.tableOfHtml(
      ['Service', 'State', 'What is there', 'What is missing'],
      rows,
    )}`,
  );
}

function itemHtml(item: EvidenceItem, writer: EvidenceWriter): string {
  const what = escapeHtml(item.what);
  const about = [
    item.when === null ? '' : writer.day(item.when),
    item.who === null ? '' : writer.name(item.who),
  ].filter(Boolean);
  return `${
    item.path === null
      ? what
      : `<a href="../${escapeHtml(item.path)}">${what}</a>`
  }${about.length > 0 ? `, ${escapeHtml(about.join(', '))}` : ''}`;
}

function exemptionsPage(
  services: IndexedService[],
  writer: EvidenceWriter,
): string {
  const row = (title: string, exemption: EvidenceExemption) => [
    title,
    exemption.requirement,
    exemption.reason,
    writer.name(exemption.requestedBy),
    exemption.decidedBy === null ? '–' : writer.name(exemption.decidedBy),
    writer.moment(exemption.startsAt),
    writer.moment(exemption.endsAt),
  ];
  const rows = services.flatMap(({ of }) =>
    of.exemptions.map(exemption => row(of.title, exemption)),
  );
  return writer.page(
    'Exemptions',
    rows.length === 0
      ? '<p>None held in the period.</p>'
      : writer.table(
          [
            'Service',
            'From what',
            'Why',
            'Asked by',
            'Approved by',
            'From',
            'Until',
          ],
          rows,
        ),
  );
}

function requirementTable(
  requirement: EvidenceRequirement,
  services: IndexedService[],
  writer: EvidenceWriter,
): string {
  const rows = services.flatMap(({ of, lines }) => {
    const line = lines.find(each => each.requirement === requirement)!;
    const about = [of.title, of.entityRef, states[line.state]];
    const there = line.items.map(item => [
      ...about,
      item.what,
      item.who === null ? '' : writer.name(item.who),
      item.when ?? '',
      item.path ?? '',
      '',
    ]);
    const missing = line.missing.map(text => [...about, '', '', '', '', text]);
    const all = [...there, ...missing];
    return all.length > 0 ? all : [[...about, '', '', '', '', '']];
  });
  return csv([
    ['Service', 'Ref', 'State', 'Evidence', 'Who', 'When', 'File', 'Missing'],
    ...rows,
  ]);
}

function servicesTable(services: IndexedService[]): string {
  return csv([
    [
      'Service',
      'Ref',
      'Tier',
      'Status',
      'RTO',
      'RPO',
      'MTPD',
      ...evidenceRequirements.map(each => requirements[each].title),
    ],
    ...services.map(({ of, lines }) => {
      const { tier, rto, rpo, mtpd } = of.assessment.profile;
      return [
        of.title,
        of.entityRef,
        tier.value ?? '',
        of.assessment.status,
        rto.value ?? '',
        rpo.value ?? '',
        mtpd.value ?? '',
        ...lines.map(line => states[line.state]),
      ];
    }),
  ]);
}

/** With a byte order mark, so that spreadsheets read names right; what could be a formula is text. */
function csv(rows: string[][]): string {
  return stringify(rows, {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
