import { planContentKeys } from './planContents';
import { planKinds } from './planKind';
import { planShortcomings } from './planShortcomings';
import { beginPlanContents, planTemplate } from './planTemplate';

describe.each(planKinds)('the template of %s', kind => {
  it('asks for every content in full sentences', () => {
    const { prompts, summary } = planTemplate(kind);
    for (const key of planContentKeys) {
      expect(prompts[key]).toMatch(/^[A-Z“].{20,}[.?]$/s);
    }
    expect(summary).toMatch(/\.$/);
  });

  it('begins a plan that nobody can take for a finished one', () => {
    const contents = beginPlanContents(kind, 'A plan');
    const lacking = planShortcomings(kind, contents).map(s => s.content);
    expect(lacking).toEqual(
      expect.arrayContaining(['purpose', 'invocationCriteria', 'invokers']),
    );
  });
});
