import { planContentsSchema, type PlanContents } from './planContents';
import { planKinds, type PlanKind } from './planKind';
import type { TextLanguage } from '../terms/textLanguage';
import { commonPrompts, kindPrompts } from './planPrompts';
import { commonPromptsDe, kindPromptsDe } from './planPrompts.de';
import type { PlanTemplate } from './planRequests';

const toWrite = (what: string, id: string) => ({
  id,
  title: what,
  what: '',
  who: [],
  expectedDuration: null,
  entities: [],
  after: [],
});

const stepIds = [
  'assess',
  'dependencies',
  'restore',
  'start',
  'verify',
  'announce',
] as const;

const said = {
  en: {
    prompts: commonPrompts,
    kinds: kindPrompts,
    steps: {
      assess: 'Find out what is lost and stop what does harm',
      dependencies: 'Bring up what the service needs',
      restore: 'Restore data and configuration',
      start: 'Start the service',
      verify: 'Check the minimum service',
      announce: 'Let users in and say so',
    },
  },
  de: {
    prompts: commonPromptsDe,
    kinds: kindPromptsDe,
    steps: {
      assess: 'Feststellen, was verloren ist, und anhalten, was schadet',
      dependencies: 'Hochfahren, was der Dienst braucht',
      restore: 'Daten und Konfiguration wiederherstellen',
      start: 'Den Dienst starten',
      verify: 'Den Mindestbetrieb prüfen',
      announce: 'Nutzer hereinlassen und es bekannt geben',
    },
  },
} satisfies Record<TextLanguage, unknown>;

/** Steps in a row, each waiting for the one before. */
function inARow(language: TextLanguage) {
  return stepIds.map((id, at) => ({
    ...toWrite(said[language].steps[id], id),
    after: at === 0 ? [] : [stepIds[at - 1]],
  }));
}

function beginnings(
  kind: PlanKind,
  language: TextLanguage,
): Partial<PlanContents> {
  return kind === 'service-recovery' || kind === 'computer-systems-and-network'
    ? { steps: inARow(language) }
    : {};
}

/** The contents that a new plan of a kind begins with: an outline of steps where one is common, and nothing that looks finished. @public */
export function beginPlanContents(
  kind: PlanKind,
  title: string,
  language: TextLanguage = 'en',
): PlanContents {
  return planContentsSchema.parse({ title, ...beginnings(kind, language) });
}

/**
 * What a kind of plan is for, and what to write in each of its contents.
 *
 * @public
 */
export function planTemplate(
  kind: PlanKind,
  language: TextLanguage = 'en',
): PlanTemplate {
  const { prompts, kinds } = said[language];
  const { title, summary, ...own } = kinds[kind];
  const { title: _, ...contents } = beginPlanContents(kind, title, language);
  return {
    kind,
    title,
    summary,
    prompts: { ...prompts, ...own },
    contents,
  };
}

/** The templates of all kinds. @public */
export function planTemplates(language: TextLanguage = 'en'): PlanTemplate[] {
  return planKinds.map(kind => planTemplate(kind, language));
}
