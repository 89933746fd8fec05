import {
  describeDuration,
  materialAspects,
  profileFields,
  testDepths,
  type ChangeAssessment,
  type ChangeFinding,
} from 'backstage-plugin-continuity-common';
import { valueText } from '../../profile/valueText';
import { fullMoment } from '../../record/relativeTime';
import type { Translate } from '../../translation/Translate';
import type { saidMessages } from './saidMessages';

type Spoken = Pick<ChangeFinding, 'rule' | 'title' | 'why' | 'what' | 'params'>;
type Case = keyof (typeof saidMessages)['rule'];
type Lack = keyof (typeof saidMessages)['lacks'];

const LACKS: readonly Lack[] = [
  'tier',
  'rto',
  'rpo',
  'owner',
  'plan',
  'bia',
  'risk',
  'agreement',
];

/** What a finding says, in the reader's language. English is as the server says it; other languages are made of its params. */
export function findingText(
  t: Translate,
  finding: Spoken,
  options: { locale: string },
): { title: string; why: string; what: string } {
  const { title, why, what } = finding;
  const spoken = caseOf(finding);
  const params = { ...readable(t, finding.params, options), title, why, what };
  return {
    title: t(`change.said.rule.${spoken}.title`, params),
    why: t(`change.said.rule.${spoken}.why`, params),
    what: t(`change.said.rule.${spoken}.what`, params),
  };
}

/** Rules with several cases have a text for each. */
function caseOf({ rule, params }: Spoken): Case {
  switch (rule) {
    case 'plan-review-needed':
      return reviewCase(params);
    case 'new-entity-without-continuity':
      if (params.lacks === '') return 'new-entity-without-document';
      return params.tier === undefined ? 'new-entity-without-tier' : rule;
    case 'removes-recovery-dependency':
      if (params.case === 'step') return 'removes-step';
      return params.case === 'edge' ? 'removes-edge' : rule;
    case 'introduces-target-conflict':
      return params.target === 'rpo' ? 'introduces-rpo-conflict' : rule;
    case 'weakens-requirement':
      if (params.case === 'edge') return 'weakens-edge';
      return params.field === 'scope' ? 'weakens-scope' : rule;
    default:
      return rule;
  }
}

function reviewCase(params: Spoken['params']): Case {
  const { reason, aspect } = params;
  if (reason === 'watched') return watchedCase(params);
  if (reason === 'major') return 'plan-review-major';
  if (reason !== 'material') return 'plan-review-unknown';
  if (aspect === 'addition') return 'plan-review-added';
  return aspect === 'removal' ? 'plan-review-removed' : 'plan-review-needed';
}

function watchedCase({ code, before, after }: Spoken['params']): Case {
  if (code !== 'provider-changed') return 'plan-review-watched';
  if (after === 'missing') return 'plan-review-api-left';
  return before === 'missing' ? 'plan-review-api-came' : 'plan-review-provider';
}

/** The params as people read them: durations with units, names of fields and depths, moments. */
function readable(
  t: Translate,
  params: Spoken['params'],
  { locale }: { locale: string },
): Record<string, string> {
  const texts: Record<string, string> = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, String(value)]),
  );
  for (const key of ['seconds', 'neededSeconds'] as const) {
    if (params[key] !== undefined) {
      texts[key] = describeDuration(Number(params[key]));
    }
  }
  texts.afterSeconds =
    params.afterSeconds === undefined
      ? t('change.said.withoutLimit')
      : describeDuration(Number(params.afterSeconds));
  const field = profileFields.find(name => name === params.field);
  for (const key of ['before', 'after'] as const) {
    const value = params[key];
    if (value === undefined) texts[key] = t('change.said.nothing');
    else if (field === 'rto' || field === 'rpo' || field === 'mtpd') {
      texts[key] = valueText(t, field, value);
    }
  }
  if (params.code === 'provider-changed') {
    for (const key of ['before', 'after'] as const) {
      const isNobody =
        params[key] === undefined || params[key] === params.subject;
      if (isNobody) texts[key] = t('plan.stale.nobody');
    }
  }
  if (field) texts.field = t(`profile.field.${field}`);
  const aspect = materialAspects.find(each => each === params.aspect);
  if (aspect) texts.aspect = t(`change.touched.aspect.${aspect}`);
  if (typeof params.lacks === 'string') {
    texts.lacks = LACKS.filter(each =>
      String(params.lacks).split(',').includes(each),
    )
      .map(each => t(`change.said.lacks.${each}`))
      .join(', ');
  }
  if (typeof params.depths === 'string') {
    texts.depths = testDepths
      .filter(each => String(params.depths).split(', ').includes(each))
      .map(each => t(`policy.depth.${each}`))
      .join(', ');
  }
  if (params.from !== undefined) texts.from = fullMoment(texts.from, locale);
  return texts;
}

/** The sentence with the result. */
export function headlineText(
  t: Translate,
  assessment: Pick<
    ChangeAssessment,
    'headline' | 'counts' | 'totalImpacted' | 'treatedAs' | 'verdict'
  >,
): string {
  const { headline, counts, totalImpacted, treatedAs, verdict } = assessment;
  const { caused, blocking, warning } = counts;
  const spoken = treatedAs === 'normal' ? verdict : treatedAs;
  return t(`change.said.headline.${spoken}`, {
    headline,
    caused,
    blocking,
    warning,
    impacted: totalImpacted,
  });
}
