import type { PlanContents } from './planContents';

/** A text of the plan and its heading in a file. */
export interface PlanSection {
  heading: string;
  read(contents: PlanContents): string;
  write(contents: PlanContents, text: string): void;
}

/** The texts of a plan in the order in which a file has them; the recovery steps stand between the requirements and the loss of service. */
export const planSections: PlanSection[] = [
  {
    heading: 'Purpose',
    read: c => c.purpose,
    write: (c, text) => {
      c.purpose = text;
    },
  },
  {
    heading: 'Strategy',
    read: c => c.strategy.description,
    write: (c, text) => {
      c.strategy.description = text;
    },
  },
  {
    heading: 'Resources',
    read: c => c.strategy.resources,
    write: (c, text) => {
      c.strategy.resources = text;
    },
  },
  {
    heading: 'Invocation criteria',
    read: c => c.invocation.criteria,
    write: (c, text) => {
      c.invocation.criteria = text;
    },
  },
  {
    heading: 'Minimum service while invoked',
    read: c => c.minimumService,
    write: (c, text) => {
      c.minimumService = text;
    },
  },
  {
    heading: 'Recovery requirements',
    read: c => c.recoveryRequirements,
    write: (c, text) => {
      c.recoveryRequirements = text;
    },
  },
  {
    heading: 'Loss of service',
    read: c => c.lossOfService,
    write: (c, text) => {
      c.lossOfService = text;
    },
  },
  {
    heading: 'Return to normal',
    read: c => c.returnToNormal,
    write: (c, text) => {
      c.returnToNormal = text;
    },
  },
];

/** The heading above the recovery steps. */
export const stepsHeading = 'Recovery steps';

const headings = [...planSections.map(({ heading }) => heading), stepsHeading];

/** The heading of a section, if the line is one; case and blanks at the end don't count. */
export function sectionOf(line: string): string | undefined {
  const match = line.match(/^##[ \t]+(.*?)[ \t]*$/);
  if (!match) return undefined;
  const text = match[1].toLowerCase();
  return headings.find(heading => heading.toLowerCase() === text);
}

/** The heading of a step: `### Restore the database {#restore-db}`. */
export function stepOf(
  line: string,
): { title: string; id: string } | undefined {
  const match = line.match(/^###(?:[ \t]+(.*?))?[ \t]+\{#([^{}\s]+)\}[ \t]*$/);
  return match ? { title: match[1] ?? '', id: match[2] } : undefined;
}

const isReserved = (line: string) =>
  sectionOf(line) !== undefined || stepOf(line) !== undefined;

/** A line of a text that would be taken for a heading of the plan gets a backslash, as Markdown has it; so does one that begins with such. */
export function escapeLine(line: string): string {
  return isReserved(line.replace(/^\\+/, '')) ? `\\${line}` : line;
}

/** See {@link escapeLine}. */
export function unescapeLine(line: string): string {
  return line.startsWith('\\') && isReserved(line.replace(/^\\+/, ''))
    ? line.slice(1)
    : line;
}
