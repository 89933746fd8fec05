import { parsePartyRef } from '../../terms/parsePartyRef';
import type { ContinuityPolicy } from '../../policy/policy';
import { readAssessedOn, type AnalysisIssue } from './parseBiaInput';
import type {
  AssessedThreat,
  RiskAssessment,
  RiskInput,
} from './riskAssessment';
import { startingThreats } from './riskThreats';

/** @public */
export type ParsedRiskInput =
  | {
      ok: true;
      risk: Pick<
        RiskAssessment,
        'content' | 'assessor' | 'agreedWith' | 'assessedOn' | 'note'
      > & { state: 'draft' | 'agreed' };
    }
  | { ok: false; issues: AnalysisIssue[] };

type Refuse = (field: string, message: string) => void;
type SentThreat = RiskInput['threats'][number];

function readParty(
  text: string | null | undefined,
  refuse: (message: string) => void,
): string | null {
  if (!text?.trim()) return null;
  const parsed = parsePartyRef(text, { namespace: 'default' });
  if (parsed.ok) return parsed.ref;
  refuse(parsed.message);
  return null;
}

function readThreat(
  sent: SentThreat,
  path: string,
  refuse: Refuse,
): AssessedThreat {
  const known = startingThreats.find(({ id }) => id === sent.id);
  const title = sent.title ?? known?.title;
  if (title === undefined) {
    refuse(
      `${path}.title`,
      `"${sent.id}" is not of the starting list. Say what the threat is.`,
    );
  }
  const base = { id: sent.id, title: title ?? sent.id };
  const measures = sent.measures?.trim();
  if (sent.notApplicable) {
    return {
      ...base,
      notApplicable: true,
      rating: null,
      treatment: null,
      ...(measures && { measures }),
      owner: null,
      residual: null,
      dueOn: null,
    };
  }
  const { rating = null, residual = null } = sent;
  if (rating && residual) {
    for (const side of ['likelihood', 'impact'] as const) {
      if (residual[side] <= rating[side]) continue;
      refuse(
        `${path}.residual`,
        `What is left of "${base.title}" has a higher ${side} (${residual[side]}) than it had before treatment (${rating[side]}).`,
      );
    }
  }
  return {
    ...base,
    notApplicable: false,
    rating,
    treatment: sent.treatment ?? null,
    ...(measures && { measures }),
    owner: readParty(sent.owner, message => refuse(`${path}.owner`, message)),
    residual,
    dueOn: sent.dueOn ?? null,
  };
}

/** What an agreed assessment must say of a threat that was not marked as not applicable. */
function requireDecision(
  threat: AssessedThreat,
  path: string,
  refuse: Refuse,
): void {
  const { title, rating, treatment, owner, dueOn, notApplicable } = threat;
  if (notApplicable) return;
  if (!rating) {
    refuse(`${path}.rating`, `Rate "${title}", or mark it as not applicable.`);
    return;
  }
  if (!treatment) {
    refuse(
      `${path}.treatment`,
      `Say what is done about "${title}": avoid, reduce, share or accept.`,
    );
    return;
  }
  if (!owner) refuse(`${path}.owner`, `Say who answers for "${title}".`);
  if (treatment !== 'accept' && !dueOn) {
    refuse(
      `${path}.dueOn`,
      `Say by which day "${title}" is treated, or accept it.`,
    );
  }
}

/**
 * Reads what somebody sends to record a risk assessment, for the server's 400 and for the form. A draft may be unfinished; an agreed one has decided
 * about each of its threats: rated, with treatment and owner, and a day unless it is accepted, or marked as not applicable.
 *
 * @param context - `recordedBy`: the user who is asking, the assessor where none is named; null for a service; `now`: ISO instant
 * @public
 */
export function parseRiskInput(
  input: RiskInput,
  context: { policy: ContinuityPolicy; now: string; recordedBy: string | null },
): ParsedRiskInput {
  const issues: AnalysisIssue[] = [];
  const refuse: Refuse = (field, message) => issues.push({ field, message });
  const threats = input.threats.map((sent, index) => {
    const path = `threats.${index}`;
    if (input.threats.findIndex(({ id }) => id === sent.id) !== index) {
      refuse(`${path}.id`, `"${sent.id}" is there twice.`);
    }
    const threat = readThreat(sent, path, refuse);
    if (input.state === 'agreed') requireDecision(threat, path, refuse);
    return threat;
  });
  const { day: assessedOn, issue } = readAssessedOn(input.assessedOn, {
    timeZone: context.policy.timeZone,
    now: context.now,
  });
  if (issue) issues.push(issue);
  const assessor =
    readParty(input.assessor, message => refuse('assessor', message)) ??
    context.recordedBy;
  if (input.state === 'agreed') {
    if (!threats.some(({ rating }) => rating)) {
      refuse('threats', 'Rate at least one threat, or save it as a draft.');
    }
    if (!input.agreedWith) {
      refuse(
        'agreedWith',
        'Say with whom it was agreed, or save it as a draft.',
      );
    }
  }
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    risk: {
      state: input.state,
      content: { threats },
      assessor,
      agreedWith: input.agreedWith || null,
      assessedOn,
      ...(input.note?.trim() && { note: input.note.trim() }),
    },
  };
}
