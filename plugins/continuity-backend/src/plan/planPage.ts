import {
  describeDuration,
  durationSeconds,
  planRecoveryTime,
  type CoveredEntity,
  type PlanContents,
  type PlanPrivateContacts,
  type PlanVersion,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import MarkdownIt from 'markdown-it';

/*
 * Raw HTML stays text and images are left out (they would need the network), so that what people wrote can do nothing in a page; markdown-it
 * itself refuses links that are scripts.
 */
const markdown = new MarkdownIt({ html: false, linkify: true });
markdown.disable('image');

/** What people wrote as HTML that can do nothing. */
export function markdownAsHtml(text: string): string {
  return markdown.render(text);
}

/** What a page of the emergency copy is made from. */
export interface PlanPageInput {
  planId: string;
  kind: string;
  owner: string;
  version: PlanVersion;
  /** Display names of entities, users and groups, by ref. */
  titles: ReadonlyMap<string, string>;
  /** By contact; absent where the reader of the copy may not have them. */
  privateContacts?: PlanPrivateContacts['items'];
  madeAt: string;
  /** The policy's zone, in which days and moments are written. */
  timeZone: string;
  /** What it is a page of, where that is not an emergency copy. */
  pageOf?: { kind: string; index: string };
}

/** A word of the API as people read it: `warm-standby` is "Warm standby". */
export function inWords(id: string): string {
  const text = id.replace(/-/g, ' ');
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}

/** A day as it is written on paper, always with its year. */
export function dayInWords(moment: string, timeZone: string): string {
  return DateTime.fromISO(moment, { zone: timeZone })
    .setLocale('en-GB')
    .toFormat('d MMM yyyy');
}

/** A moment as it is written on paper, with its zone. */
export function momentInWords(moment: string, timeZone: string): string {
  return DateTime.fromISO(moment, { zone: timeZone })
    .setLocale('en-GB')
    .toFormat("d MMMM yyyy 'at' HH:mm '('z')'");
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.7rem;margin-bottom:.2rem}h2{font-size:1.25rem;margin-top:2rem;border-bottom:1px solid #999}h3{font-size:1.05rem;margin-bottom:.2rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}
td.day{white-space:nowrap}.about{color:#444}.na{font-style:italic}ol.steps>li{margin-bottom:1rem}code{background:#eee}pre{background:#eee;padding:.5rem;overflow:auto}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}li,tr{break-inside:avoid}}`;

/** A whole page that needs nothing else. */
export function htmlPage(options: {
  title: string;
  body: string;
  madeAt: string;
  timeZone: string;
  /** What it is a page of. */
  kind?: string;
}): string {
  const { title, body, madeAt, timeZone, kind = 'Emergency copy' } = options;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><p class="about">${escapeHtml(kind)}, made on ${escapeHtml(
    momentInWords(madeAt, timeZone),
  )}. What changed since is not in it.</p>
${body}
</body></html>
`;
}

const notApplicableNames: Record<string, keyof PlanContents['notApplicable']> =
  {
    Purpose: 'purpose',
    'Invocation criteria': 'invocationCriteria',
    'Minimum service while invoked': 'minimumService',
    'Recovery requirements': 'recoveryRequirements',
    'Loss of service': 'lossOfService',
    'Return to normal': 'returnToNormal',
  };

function section(
  heading: string,
  text: string,
  contents: PlanContents,
): string {
  const reason = contents.notApplicable[notApplicableNames[heading]];
  if (text === '' && !reason) return '';
  const body =
    text === ''
      ? `<p class="na">Not applicable: ${escapeHtml(reason!)}</p>`
      : markdown.render(text);
  return `<h2>${escapeHtml(heading)}</h2>\n${body}`;
}

function named(ref: string, titles: ReadonlyMap<string, string>): string {
  const title = titles.get(ref);
  return title && title !== ref
    ? `${escapeHtml(title)} <small>(${escapeHtml(ref)})</small>`
    : escapeHtml(ref);
}

function nameOf(ref: string, titles: ReadonlyMap<string, string>): string {
  return titles.get(ref) ?? ref;
}

function entityList(
  entities: CoveredEntity[],
  titles: ReadonlyMap<string, string>,
): string {
  return entities
    .map(
      ({ entityRef, parts }) =>
        `${named(entityRef, titles)}${parts ? ' and its parts' : ''}`,
    )
    .join(', ');
}

function durationText(iso: string | null): string {
  return iso === null ? 'not known' : describeDuration(durationSeconds(iso));
}

function steps(input: PlanPageInput): string {
  const { contents } = input.version;
  if (contents.steps.length === 0) return '';
  const roles = new Map(
    contents.contacts.map(({ id, role }) => [id, role || id]),
  );
  const titleOf = new Map(
    contents.steps.map(({ id, title }, at) => [id, `${at + 1}. ${title}`]),
  );
  const time = planRecoveryTime(contents.steps);
  const items = contents.steps.map(step => {
    const about = [
      step.who.length > 0 &&
        `By: ${step.who.map(id => escapeHtml(roles.get(id) ?? id)).join(', ')}`,
      `Takes: ${escapeHtml(durationText(step.expectedDuration))}`,
      step.after.length > 0 &&
        `After: ${step.after
          .map(id => escapeHtml(titleOf.get(id) ?? id))
          .join('; ')}`,
      step.entities.length > 0 &&
        `For: ${entityList(step.entities, input.titles)}`,
    ].filter(Boolean);
    return `<li><h3>${escapeHtml(step.title)}</h3><p class="about">${about.join(
      ' · ',
    )}</p>${markdown.render(step.what)}</li>`;
  });
  return `<h2>Recovery steps</h2>
<p class="about">${
    time.isComplete ? 'All in all' : 'All in all at least'
  } ${escapeHtml(describeDuration(time.seconds))}.</p>
<ol class="steps">${items.join('\n')}</ol>`;
}

/** The people of a plan as a table; phones and mails where they are given. */
export function contactsTable(input: PlanPageInput): string {
  const { contacts } = input.version.contents;
  if (contacts.length === 0) return '';
  const roles = new Map(contacts.map(({ id, role }) => [id, role || id]));
  const apart = new Map(
    input.privateContacts?.map(item => [item.contactId, item]),
  );
  const rows = contacts.map(({ id, role, party, alternateOf }) => {
    const who =
      party.kind === 'internal'
        ? named(party.ref, input.titles)
        : escapeHtml(
            [party.name, party.organisation].filter(Boolean).join(', '),
          );
    const own = apart.get(id);
    const standsIn =
      alternateOf === null
        ? ''
        : ` <small>(stands in for ${escapeHtml(
            roles.get(alternateOf) ?? alternateOf,
          )})</small>`;
    const reach = own
      ? [own.phone, own.email, own.note].filter(Boolean).map(escapeHtml)
      : [];
    return `<tr><td>${escapeHtml(
      role,
    )}${standsIn}</td><td>${who}</td><td>${reach.join('<br>')}</td></tr>`;
  });
  return `<table><thead><tr><th>Role</th><th>Who</th><th>Reached by</th></tr></thead><tbody>${rows.join(
    '\n',
  )}</tbody></table>${
    input.privateContacts
      ? ''
      : '<p class="na">Phones and private mails were left out of this copy.</p>'
  }`;
}

function invocation(contents: PlanContents): string {
  const roles = new Map(
    contents.contacts.map(({ id, role }) => [id, role || id]),
  );
  const who = contents.invocation.invokers.map(id =>
    escapeHtml(roles.get(id) ?? id),
  );
  return `${section(
    'Invocation criteria',
    contents.invocation.criteria,
    contents,
  )}${who.length > 0 ? `<p>May be invoked by: ${who.join(', ')}.</p>` : ''}`;
}

/** The page of one plan. */
export function planPage(input: PlanPageInput): string {
  const { version, titles, kind, owner, madeAt, timeZone } = input;
  const { contents } = version;
  const { reference, strategy, basis } = contents;
  const approved = [
    `Version ${version.version}`,
    version.approvedAt &&
      `approved on ${dayInWords(version.approvedAt, timeZone)}`,
    version.approvedBy &&
      `by ${nameOf(version.approvedBy, titles)}${
        version.approvedFor ? ` for ${nameOf(version.approvedFor, titles)}` : ''
      }`,
  ]
    .filter(Boolean)
    .join(', ');
  const body = `<p><a href="../index.html">${escapeHtml(
    input.pageOf?.index ?? 'All plans',
  )}</a></p>
<h1>${escapeHtml(contents.title)}</h1>
<p class="about">${escapeHtml(inWords(kind))} · owner ${named(
    owner,
    titles,
  )} · ${escapeHtml(approved)}<br><small>SHA-256 ${version.sha256}</small></p>
${
  reference
    ? `<p><strong>The plan is kept in another document:</strong> ${escapeHtml(
        reference.title || reference.url,
      )}, version ${escapeHtml(reference.version)} of ${dayInWords(
        reference.date,
        'UTC',
      )}: <a href="${escapeHtml(reference.url)}">${escapeHtml(
        reference.url,
      )}</a></p>`
    : ''
}
${section('Purpose', contents.purpose, contents)}
<h2>Scope</h2><p>${entityList(contents.scope, titles) || 'No entities.'}</p>
${invocation(contents)}
<h2>Roles and contacts</h2>${contactsTable(input)}
${section(
  'Strategy',
  [strategy.kind && `**${inWords(strategy.kind)}**`, strategy.description]
    .filter(Boolean)
    .join('\n\n'),
  contents,
)}
${section('Resources', strategy.resources, contents)}
${section('Minimum service while invoked', contents.minimumService, contents)}
${section('Recovery requirements', contents.recoveryRequirements, contents)}
${steps(input)}
${section('Loss of service', contents.lossOfService, contents)}
${section('Return to normal', contents.returnToNormal, contents)}
${
  basis.bia || basis.risk
    ? `<h2>Rests on</h2><p>${[
        basis.bia &&
          `Business impact analysis of ${dayInWords(basis.bia.date, 'UTC')}`,
        basis.risk &&
          `Risk assessment of ${dayInWords(basis.risk.date, 'UTC')}`,
      ]
        .filter(Boolean)
        .join('<br>')}</p>`
    : ''
}`;
  return htmlPage({
    title: contents.title,
    body,
    madeAt,
    timeZone,
    kind: input.pageOf?.kind,
  });
}
