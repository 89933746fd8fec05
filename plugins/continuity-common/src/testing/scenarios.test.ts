import { testDepths } from '../policy/policy';
import { scenarioListSchema } from './scenario';
import { scenarios } from './scenarios';

describe('scenarios', () => {
  it('are as the contract says, each with an id of its own', () => {
    const items = [...scenarios];
    expect(scenarioListSchema.parse({ items })).toEqual({ items });
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it.each(scenarios.map(scenario => [scenario.id, scenario] as const))(
    '%s can be played: enough to ask, injects in order, texts that end',
    (_, { prompts, injects, aims, successCriteria, depths, situation }) => {
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

  it('have something for each depth but the review of a text', () => {
    const played = new Set(scenarios.flatMap(({ depths }) => depths));
    expect(testDepths.filter(depth => !played.has(depth))).toEqual(['review']);
  });
});
