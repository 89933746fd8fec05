import { stringify } from 'yaml';
import type { CoveredEntity, PlanContents, PlanStep } from './planContents';
import type { PlanKind } from './planKind';
import { escapeLine, planSections, stepsHeading } from './planSections';

/** What an export says of the version beside its contents; reading the file leaves it out. @public */
export interface PlanExportNote {
  planId: string;
  version: number;
  state: string;
  approvedBy: string | null;
  approvedFor: string | null;
  approvedAt: string | null;
  sha256: string;
  exportedAt: string;
}

function covered({ entityRef, parts }: CoveredEntity) {
  return parts ? { entity: entityRef, parts } : entityRef;
}

function stepHead({ id, who, expectedDuration, entities, after }: PlanStep) {
  return {
    id,
    ...(who.length > 0 && { who }),
    ...(expectedDuration !== null && { duration: expectedDuration }),
    ...(entities.length > 0 && { entities: entities.map(covered) }),
    ...(after.length > 0 && { after }),
  };
}

function frontMatter(contents: PlanContents, kind: PlanKind) {
  const { strategy, invocation, contacts, basis, reference } = contents;
  return {
    title: contents.title,
    kind,
    scope: contents.scope.map(covered),
    ...(strategy.kind !== null && { strategy: strategy.kind }),
    ...(contacts.length > 0 && {
      contacts: contacts.map(({ id, role, party, alternateOf }) => ({
        id,
        role,
        ...(party.kind === 'internal'
          ? { ref: party.ref }
          : {
              name: party.name,
              ...(party.organisation !== '' && {
                organisation: party.organisation,
              }),
            }),
        ...(alternateOf !== null && { alternateOf }),
      })),
    }),
    ...(invocation.invokers.length > 0 && { invokers: invocation.invokers }),
    ...(contents.steps.length > 0 && { steps: contents.steps.map(stepHead) }),
    ...((basis.bia || basis.risk) && {
      basis: {
        ...(basis.bia && { bia: basis.bia }),
        ...(basis.risk && { risk: basis.risk }),
      },
    }),
    ...(contents.changeReference !== '' && {
      changeReference: contents.changeReference,
    }),
    ...(reference && { reference }),
    ...(Object.keys(contents.notApplicable).length > 0 && {
      notApplicable: contents.notApplicable,
    }),
  };
}

function escaped(text: string): string {
  return text.split('\n').map(escapeLine).join('\n');
}

function section(heading: string, text: string): string {
  return text === '' ? '' : `## ${heading}\n\n${escaped(text)}\n\n`;
}

function steps(contents: PlanContents): string {
  if (contents.steps.length === 0) return '';
  const written = contents.steps.map(({ id, title, what }) => {
    const heading = `### ${title === '' ? '' : `${title} `}{#${id}}`;
    return what === ''
      ? `${heading}\n\n`
      : `${heading}\n\n${escaped(what)}\n\n`;
  });
  return `## ${stepsHeading}\n\n${written.join('')}`;
}

/**
 * Writes a version as Markdown with YAML front matter, in the form that {@link parsePlanMarkdown} reads.
 *
 * @public
 */
export function writePlanMarkdown(
  contents: PlanContents,
  options: { kind: PlanKind; note?: PlanExportNote },
): string {
  const { kind, note } = options;
  const head = stringify(
    { ...frontMatter(contents, kind), ...(note && { exported: note }) },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
  const lossAt = planSections.findIndex(s => s.heading === 'Loss of service');
  const texts = planSections.map(({ heading, read }) =>
    section(heading, read(contents)),
  );
  const body = [
    ...texts.slice(0, lossAt),
    steps(contents),
    ...texts.slice(lossAt),
  ].join('');
  return `---\n${head}---\n\n${body}`.trimEnd().concat('\n');
}
