import { parsePolicy } from './parsePolicy';
import { insightsPolicy } from './insightsPolicy';
import { defaultInsightsConfig } from './config/defaultInsightsConfig';
import { defaultPolicy } from './defaultPolicy';

describe('the section insights', () => {
  it('is the shipped one where it is left out, and for policies from before', () => {
    expect(insightsPolicy(parsePolicy({}))).toEqual(defaultInsightsConfig);
    expect(insightsPolicy({ ...defaultPolicy, insights: undefined })).toEqual(
      defaultInsightsConfig,
    );
  });

  it('takes single targets over the shipped ones, and null away', () => {
    const { targets } = insightsPolicy(
      parsePolicy({
        insights: { targets: { coverage: '0.8', 'plans-stale': null } },
      }),
    );
    expect(targets.coverage).toBe(0.8);
    expect(targets).not.toHaveProperty('plans-stale');
    expect(targets['tests-held']).toBe(0.95);
  });

  it.each<[object, string]>([
    [{ targets: { coverage: 95 } }, 'Write a share from 0 to 1'],
    [{ targets: { covarage: 0.5 } }, 'continuity.insights.targets'],
    [{ factors: [{ id: 'a', title: 'A', kpis: [] }] }, 'at least one KPI'],
    [
      { factors: [{ id: 'A b', title: 'A', kpis: ['coverage'] }] },
      'small letters',
    ],
    [
      {
        factors: [
          { id: 'a', title: 'A', kpis: ['coverage'] },
          { id: 'a', title: 'B', kpis: ['coverage'] },
        ],
      },
      'is there twice',
    ],
  ])('refuses %j', (insights, message) => {
    expect(() => parsePolicy({ insights })).toThrow(message);
  });
});
