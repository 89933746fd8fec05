import type { Gap } from '../assessment/gap';
import type { GapCode } from '../terms/gapCode';

/**
 * What lies behind a gap elsewhere, so that one thing to do settles many gaps: the code of the gap, and the entity that is the cause.
 *
 * @public
 */
export interface GapCause {
  code: GapCode;
  entityRef: string;
}

const SEPARATOR = ' ';

/**
 * The causes of an entity's gaps that lie in another entity: the dependency that is slower than needed, takes longest or has no plan, the person or group
 * that does not exist, the system that carries what its parts take over. Exempted gaps have none. Each is said once.
 *
 * @param gaps - of one entity
 * @param systemRef - the system that it is part of
 * @public
 */
export function gapCauses(gaps: Gap[], systemRef: string | null): GapCause[] {
  const causes = new Map<string, GapCause>();
  for (const gap of gaps) {
    if (gap.exemption) continue;
    for (const entityRef of refsBehind(gap, systemRef)) {
      const cause = { code: gap.code, entityRef };
      causes.set(gapCauseKey(cause), cause);
    }
  }
  return [...causes.values()];
}

/**
 * A cause as one word, by which coverage can be filtered: `dependency-unprotected resource:default/db`.
 *
 * @public
 */
export function gapCauseKey({ code, entityRef }: GapCause): string {
  return `${code}${SEPARATOR}${entityRef}`;
}

/**
 * Reads what {@link gapCauseKey} wrote; undefined where it is none.
 *
 * @public
 */
export function readGapCauseKey(key: string): GapCause | undefined {
  const [code, entityRef, ...rest] = key.split(SEPARATOR);
  if (!entityRef || rest.length > 0) return undefined;
  return { code: code as GapCode, entityRef };
}

function refsBehind(
  { code, severity, params }: Gap,
  systemRef: string | null,
): string[] {
  switch (code) {
    case 'waits-for-slower-dependency':
      return [String(params.slowest)];
    case 'recovery-beyond-rto':
      return [String(params.longestStep)];
    case 'dependency-unprotected':
      // without a tier there, nobody knows yet whether anything is missing
      return severity === 'information'
        ? []
        : String(params.refs).split(', ').filter(Boolean);
    case 'owner-unresolved':
      return [String(params.owner)];
    case 'agreement-missing':
    case 'bia-missing':
    case 'bia-overdue':
    case 'risk-missing':
    case 'risk-overdue':
      return params.unit === 'system' && systemRef ? [systemRef] : [];
    default:
      return [];
  }
}
