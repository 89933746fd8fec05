import {
  startingThreats,
  type AssessedThreat,
  type ContinuityPolicy,
  type RiskAssessment,
  type RiskInput,
  type RiskTreatment,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';

/** A number from 1 to 5 as a text; empty = not rated. */
type Step = string;

export interface ThreatDraft {
  id: string;
  title: string;
  /** Added by somebody, so that its title can be changed and it can be removed. */
  isOwn: boolean;
  notApplicable: boolean;
  likelihood: Step;
  impact: Step;
  treatment: '' | RiskTreatment;
  measures: string;
  owner: string;
  residualLikelihood: Step;
  residualImpact: Step;
  dueOn: string;
}

/** The form of a risk assessment as it stands. */
export interface RiskDraft {
  threats: ThreatDraft[];
  assessor: string;
  agreedWith: string;
  assessedOn: string;
  note: string;
}

const EMPTY = {
  notApplicable: false,
  likelihood: '',
  impact: '',
  treatment: '' as const,
  measures: '',
  owner: '',
  residualLikelihood: '',
  residualImpact: '',
  dueOn: '',
};

function threatDraftOf(threat: AssessedThreat): ThreatDraft {
  return {
    id: threat.id,
    title: threat.title,
    isOwn: !startingThreats.some(({ id }) => id === threat.id),
    notApplicable: threat.notApplicable,
    likelihood: String(threat.rating?.likelihood ?? ''),
    impact: String(threat.rating?.impact ?? ''),
    treatment: threat.treatment ?? '',
    measures: threat.measures ?? '',
    owner: threat.owner ?? '',
    residualLikelihood: String(threat.residual?.likelihood ?? ''),
    residualImpact: String(threat.residual?.impact ?? ''),
    dueOn: threat.dueOn ?? '',
  };
}

/** The form as it opens: the draft, else what is agreed, with the threats of the starting list that are not in it. */
export function riskDraftOf(
  from: RiskAssessment | null,
  policy: ContinuityPolicy,
): RiskDraft {
  const known = (from?.content.threats ?? []).map(threatDraftOf);
  return {
    threats: [
      ...known,
      ...startingThreats
        .filter(({ id }) => !known.some(threat => threat.id === id))
        .map(threat => ({ ...threat, ...EMPTY, isOwn: false })),
    ],
    // whoever renews it has looked anew
    assessor: from?.state === 'draft' ? from.assessor ?? '' : '',
    agreedWith: from?.agreedWith ?? '',
    assessedOn: DateTime.now().setZone(policy.timeZone).toISODate() ?? '',
    note: '',
  };
}

/** A threat of one's own, not worded yet. */
export function newThreat(threats: ThreatDraft[]): ThreatDraft {
  const taken = new Set(threats.map(({ id }) => id));
  let number = 1;
  while (taken.has(`own-${number}`)) number += 1;
  return { id: `own-${number}`, title: '', isOwn: true, ...EMPTY };
}

function ratingOf(likelihood: Step, impact: Step) {
  return likelihood && impact
    ? { likelihood: Number(likelihood), impact: Number(impact) }
    : null;
}

/** What the form says, as the API takes it. */
export function riskInputOf(
  draft: RiskDraft,
  state: 'draft' | 'agreed',
): RiskInput {
  return {
    state,
    threats: draft.threats
      .filter(({ isOwn, title }) => !isOwn || title.trim())
      .map(threat => ({
        id: threat.id,
        ...(threat.isOwn && { title: threat.title.trim() }),
        notApplicable: threat.notApplicable,
        rating: ratingOf(threat.likelihood, threat.impact),
        treatment: threat.treatment || null,
        ...(threat.measures.trim() && { measures: threat.measures.trim() }),
        owner: threat.owner || null,
        residual: ratingOf(threat.residualLikelihood, threat.residualImpact),
        dueOn: threat.dueOn || null,
      })),
    ...(draft.assessedOn && { assessedOn: draft.assessedOn }),
    ...(draft.assessor && { assessor: draft.assessor }),
    ...(draft.agreedWith.trim() && { agreedWith: draft.agreedWith.trim() }),
    ...(draft.note.trim() && { note: draft.note.trim() }),
  };
}
