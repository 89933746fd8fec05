import { testDepths } from '../../policy/policy';
import { scenarioListSchema, type Scenario } from './scenario';
import { textLanguages } from '../../terms/textLanguage';
import { scenarios } from './scenarios';
import { scenariosIn } from './scenariosIn';

describe('scenarios', () => {
  it('are as the contract says, each with an id of its own', () => {
    const items = [...scenarios];
    expect(scenarioListSchema.parse({ items })).toEqual({ items });
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it.each(
    textLanguages.flatMap(language =>
      scenariosIn(language).map(
        scenario => [scenario.id, language, scenario] as const,
      ),
    ),
  )(
    '%s can be played in %s: enough to ask, injects in order, texts that end',
    (_, __, { prompts, injects, aims, successCriteria, depths, situation }) => {
      expect(prompts.length).toBeGreaterThanOrEqual(5);
      expect(injects.length).toBeGreaterThanOrEqual(3);
      const minutes = injects.map(({ atMinute }) => atMinute);
      expect([...minutes].sort((a, b) => a - b)).toEqual(minutes);
      const texts = [
        situation,
        ...prompts,
        ...aims,
        ...successCriteria,
        ...injects.map(({ text }) => text),
      ];
      for (const text of texts) expect(text).toMatch(/^\S[^!]*[.?]$/s);
      expect(new Set(texts).size).toBe(texts.length);
      expect(depths).toContain('tabletop');
    },
  );

  it.each(
    textLanguages.flatMap(language =>
      language === 'en'
        ? []
        : scenariosIn(language).map(
            (scenario, at) => [language, scenario.id, scenario, at] as const,
          ),
    ),
  )('say everything in %s, and no more: %s', (_, __, scenario, at) => {
    const english = scenarios[at];
    const listsOf = ({ aims, successCriteria, prompts, injects }: Scenario) => [
      aims,
      successCriteria,
      prompts,
      injects.map(({ text }) => text),
    ];
    const textsOf = (said: Scenario) => [
      said.title,
      said.situation,
      ...listsOf(said).flat(),
    ];
    expect(listsOf(scenario).map(list => list.length)).toEqual(
      listsOf(english).map(list => list.length),
    );
    const untranslated = textsOf(scenario).filter(text =>
      textsOf(english).includes(text),
    );
    expect(untranslated).toEqual([]);
    const { id, depths } = scenario;
    expect({ id, depths }).toEqual({ id: english.id, depths: english.depths });
    expect(scenario.injects.map(({ atMinute }) => atMinute)).toEqual(
      english.injects.map(({ atMinute }) => atMinute),
    );
  });

  it('have something for each depth but the review of a text', () => {
    const played = new Set(scenarios.flatMap(({ depths }) => depths));
    expect(testDepths.filter(depth => !played.has(depth))).toEqual(['review']);
  });
});
