import { planContentKeys } from './planContents';
import { planKinds } from './planKind';
import { planShortcomings } from './planShortcomings';
import { textLanguages } from '../terms/textLanguage';
import type { PlanTemplate } from './planRequests';
import { beginPlanContents, planTemplate } from './planTemplate';

describe.each(planKinds)('the template of %s', kind => {
  it.each(textLanguages)(
    'asks for every content in full sentences in %s',
    language => {
      const { prompts, summary } = planTemplate(kind, language);
      for (const key of planContentKeys) {
        expect(prompts[key]).toMatch(/^[A-Z“].{20,}[.?]$/s);
      }
      expect(summary).toMatch(/\.$/);
    },
  );

  it('says the same in German: nothing is left in English, nothing is missing', () => {
    const english = planTemplate(kind);
    const german = planTemplate(kind, 'de');
    const textsOf = ({ title, summary, prompts, contents }: PlanTemplate) => [
      title,
      summary,
      ...Object.values(prompts),
      ...contents.steps.map(step => step.title),
    ];
    const untranslated = textsOf(german).filter(text =>
      textsOf(english).includes(text),
    );
    expect(untranslated).toEqual([]);
    expect(textsOf(german)).toHaveLength(textsOf(english).length);
    // what is asked differently of this kind is so in both
    const own = ({ prompts }: PlanTemplate, common: PlanTemplate) =>
      planContentKeys.filter(key => prompts[key] !== common.prompts[key]);
    const other = kind === 'personnel' ? 'salvage' : 'personnel';
    expect(own(german, planTemplate(other, 'de'))).toEqual(
      own(english, planTemplate(other)),
    );
    const outline = ({ contents }: PlanTemplate) =>
      contents.steps.map(({ id, after }) => ({ id, after }));
    expect(outline(german)).toEqual(outline(english));
  });

  it('begins a plan that nobody can take for a finished one', () => {
    const contents = beginPlanContents(kind, 'A plan');
    const lacking = planShortcomings(kind, contents).map(s => s.content);
    expect(lacking).toEqual(
      expect.arrayContaining(['purpose', 'invocationCriteria', 'invokers']),
    );
  });
});
