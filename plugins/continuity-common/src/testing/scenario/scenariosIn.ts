import type { TextLanguage } from '../../terms/textLanguage';
import { dataScenariosDe } from './dataScenarios.de';
import { peopleScenariosDe } from './peopleScenarios.de';
import type { Scenario } from './scenario';
import { scenarios } from './scenarios';
import { siteScenariosDe } from './siteScenarios.de';

/** What a scenario says, in another language; lists are as long as in English, and in the same order. */
export interface ScenarioTexts
  extends Pick<
    Scenario,
    'title' | 'situation' | 'aims' | 'successCriteria' | 'prompts'
  > {
  injects: string[];
}

const texts: Partial<Record<TextLanguage, Record<string, ScenarioTexts>>> = {
  de: { ...siteScenariosDe, ...dataScenariosDe, ...peopleScenariosDe },
};

/** The library of {@link scenarios} in a language. @public */
export function scenariosIn(language: TextLanguage): readonly Scenario[] {
  const translated = texts[language];
  if (!translated) return scenarios;
  return scenarios.map(scenario => {
    const said = translated[scenario.id];
    if (!said) return scenario;
    return {
      ...scenario,
      ...said,
      injects: scenario.injects.map(({ atMinute, text }, at) => ({
        atMinute,
        text: said.injects[at] ?? text,
      })),
    };
  });
}
