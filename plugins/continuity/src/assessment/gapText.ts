import {
  describeDuration,
  profileFields,
  retestReasonSchema,
  testDepths,
  type Gap,
  type ProfileField,
} from 'backstage-plugin-continuity-common';
import { cadenceText } from '../policy/cadenceText';
import { secondsOf } from '../profile/objective';
import { valueText } from '../profile/valueText';
import { formatDay, formatDueDay } from '../status/formatDay';
import type { Translate } from '../translation/Translate';
import { gapMessages } from './gapMessages';

type SpokenGap = keyof typeof gapMessages;

const PARTY_STATES = {
  missing: 'profile.party.missing',
  'empty-group': 'profile.party.emptyGroup',
  'wrong-kind': 'profile.party.wrongKind',
} as const;

/** What a gap says and what to do about it, in the reader's language; in the server's words where that language has none. */
export function gapText(
  t: Translate,
  gap: Pick<Gap, 'code' | 'message' | 'action' | 'params'>,
  options: { locale: string },
): { message: string; action: string } {
  const spoken = spokenAs(gap);
  if (!spoken) return { message: gap.message, action: gap.action };
  const params = {
    ...readable(t, gap.params, options),
    message: gap.message,
    action: gap.action,
  };
  return {
    message: t(`assessment.gap.${spoken}.message`, params),
    action: t(`assessment.gap.${spoken}.action`, params),
  };
}

function spokenAs(gap: Pick<Gap, 'code' | 'params'>): SpokenGap | undefined {
  if (gap.code === 'agreement-missing' && gap.params.agreedOn !== undefined) {
    return 'agreement-overdue';
  }
  const ofPlan = spokenOfPlan(gap);
  if (ofPlan) return ofPlan;
  const ofTest = spokenOfTest(gap);
  if (ofTest) return ofTest;
  const ofAnalysis = spokenOfAnalysis(gap);
  if (ofAnalysis) return ofAnalysis;
  const ofDependency = spokenOfDependency(gap);
  if (ofDependency) return ofDependency;
  return Object.hasOwn(gapMessages, gap.code)
    ? (gap.code as SpokenGap)
    : undefined;
}

/** So have plans. */
function spokenOfPlan({
  code,
  params,
}: Pick<Gap, 'code' | 'params'>): SpokenGap | undefined {
  if (code === 'due-soon' && params.about === 'plan') return 'plan-due-soon';
  if (code === 'emergency-copy-old' && params.copiedOn === undefined) {
    return 'emergency-copy-never';
  }
  if (code !== 'plan-missing') return undefined;
  if (params.plan !== undefined) return 'plan-without-step';
  return params.inWork === undefined ? undefined : 'plan-in-work';
}

/** And tests. */
function spokenOfTest({
  code,
  params,
}: Pick<Gap, 'code' | 'params'>): SpokenGap | undefined {
  if (code === 'due-soon' && params.about === 'test') return 'test-due-soon';
  if (code === 'test-never' && params.notCounted !== undefined) {
    return 'test-never-counted';
  }
  return code === 'test-long-overdue' && params.heldOn === undefined
    ? 'test-long-never'
    : undefined;
}

/** Analyses have words of their own where one code has several cases. */
function spokenOfAnalysis({
  code,
  params,
}: Pick<Gap, 'code' | 'params'>): SpokenGap | undefined {
  const isDraft = params.draft !== undefined;
  if (code === 'bia-missing' && isDraft) return 'bia-draft';
  if (code === 'risk-missing' && isDraft) return 'risk-draft';
  if (code === 'looser-than-agreed' && params.by === 'bia') {
    return 'rpo-looser-than-bia';
  }
  if (code === 'tier-below-bia' && params.recommended === undefined) {
    return 'no-tier-fits-bia';
  }
  if (code !== 'due-soon') return undefined;
  if (params.about === 'bia') return 'bia-due-soon';
  return params.about === 'risk' ? 'risk-due-soon' : undefined;
}

/** Of dependencies it is said whether it is one or several, and whether time or data is at stake. */
function spokenOfDependency({
  code,
  params,
}: Pick<Gap, 'code' | 'params'>): SpokenGap | undefined {
  const several = Number(params.count) > 1;
  switch (code) {
    case 'slower-than-needed':
      return params.field === 'rpo' ? 'loses-more-than-allowed' : code;
    case 'waits-for-slower-dependency':
      return params.field === 'rpo' ? 'needs-what-loses-more' : code;
    case 'dependency-unprotected':
      if (params.tierless) {
        return several ? 'dependencies-tierless' : 'dependency-tierless';
      }
      return several ? 'dependencies-unprotected' : code;
    case 'dependency-unresolved':
      return several ? 'dependencies-unresolved' : code;
    case 'dependency-unclassified':
      return several ? 'dependencies-unclassified' : code;
    default:
      return undefined;
  }
}

/** The params as people read them: values with units, days, names of fields. */
function readable(
  t: Translate,
  params: Gap['params'],
  { locale }: { locale: string },
): Record<string, string> {
  const texts: Record<string, string> = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, String(value)]),
  );
  const field = profileFields.find(name => name === params.field);
  const value = (key: string, as: ProfileField) => {
    const text = valueText(t, as, params[key]);
    // "holds no data" is no amount that a sentence could go on with
    texts[key] =
      params[key] === 'none' ? t('assessment.quoted', { text }) : text;
  };
  if (field) {
    texts.field = t(`profile.field.${field}`);
    value('agreed', field);
    value('effective', field);
  }
  if (params.rto !== undefined) value('rto', 'rto');
  if (params.mtpd !== undefined) value('mtpd', 'mtpd');
  if (params.beyondSeconds !== undefined) {
    texts.beyond = describeDuration(Number(params.beyondSeconds));
  }
  if (params.bia !== undefined) {
    value('bia', 'mtpd');
    value('value', 'mtpd');
  }
  for (const key of ['depth', 'testedDepth'] as const) {
    const depth = testDepths.find(each => each === params[key]);
    if (depth) texts[key] = t(`policy.depth.${depth}`);
  }
  for (const day of ['assessedOn', 'dueOn', 'heldOn', 'plannedOn'] as const) {
    if (params[day] === undefined) continue;
    texts[day] = formatDay(texts[day], { locale });
  }
  if (params.dueOn !== undefined) texts.due = texts.dueOn;
  if (params.copiedOn !== undefined) {
    texts.copied = formatDay(texts.copiedOn, { locale });
  }
  if (params.agreedOn !== undefined) {
    texts.agreedOn = formatDay(texts.agreedOn, { locale });
  }
  if (params.due !== undefined) {
    texts.due = formatDueDay(texts.due, { locale, timeZone: texts.zone });
  }
  const state = PARTY_STATES[texts.state as keyof typeof PARTY_STATES];
  if (state) texts.state = t(state);
  Object.assign(texts, testTexts(t, params), dependencyTexts(t, params));
  texts.where = params.unit === 'system' ? t('assessment.atItsSystem') : '';
  return texts;
}

/** Of a test's gap: how often it is required, which times missed their targets, why a retest is needed. */
function testTexts(
  t: Translate,
  params: Gap['params'],
): Record<string, string> {
  const { every, reason, rtaSeconds, rto, rpaSeconds, rpo } = params;
  const missed: string[] = [];
  const rtoSeconds = secondsOf(rto === undefined ? null : String(rto));
  const rpoSeconds = secondsOf(rpo === undefined ? null : String(rpo));
  if (rtoSeconds !== null && Number(rtaSeconds) > rtoSeconds) {
    missed.push(
      t('testing.card.missedRto', {
        rta: describeDuration(Number(rtaSeconds)),
        rto: describeDuration(rtoSeconds),
      }),
    );
  }
  if (rpoSeconds !== null && Number(rpaSeconds) > rpoSeconds) {
    missed.push(
      t('testing.card.missedRpo', {
        rpa: describeDuration(Number(rpaSeconds)),
        rpo: describeDuration(rpoSeconds),
      }),
    );
  }
  const retest = retestReasonSchema.safeParse(reason);
  return {
    missed: missed.length > 0 ? `: ${missed.join('; ')}` : '',
    ...(every !== undefined && { every: cadenceText(t, String(every)) }),
    ...(retest.success && {
      reason: t(`testing.card.retest.${retest.data}`),
    }),
  };
}

/** Of a dependency's gap: times and data as they are read, and by how many it is needed. */
function dependencyTexts(
  t: Translate,
  params: Gap['params'],
): Record<string, string> {
  const texts: Record<string, string> = {};
  const duration = (key: string, from: string) => {
    if (params[from] === undefined) return;
    const seconds = Number(params[from]);
    texts[key] =
      seconds === 0 && params.field === 'rpo'
        ? t('profile.value.zeroRpo')
        : describeDuration(seconds);
  };
  duration('may', 'seconds');
  duration('needed', 'neededSeconds');
  duration('slowestTakes', 'slowestSeconds');
  duration('longest', 'longestSeconds');
  duration('rto', 'rtoSeconds');
  if (params.expectedSeconds !== undefined) {
    texts.expected = t(
      params.atLeast ? 'assessment.afterAtLeast' : 'assessment.after',
      { time: describeDuration(Number(params.expectedSeconds)) },
    );
  }
  if (params.neededBy !== undefined) {
    texts.services = t('assessment.services', {
      count: Number(params.neededBy),
    });
  }
  const named = String(params.refs ?? '').split(', ').length;
  texts.others = Number(params.count) > named ? ' …' : '';
  return texts;
}
