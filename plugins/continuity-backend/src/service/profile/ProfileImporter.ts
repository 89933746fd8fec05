import {
  applyProfilePatch,
  profileColumnOf,
  profileFields,
  profileRowPatch,
  type EffectiveProfile,
  type ImportRow,
  type ProfileField,
  type ProfileRow,
  type ProfileValues,
} from 'backstage-plugin-continuity-common';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import {
  WrongFieldsError,
  type RequestIssue,
} from '../../contract/WrongFieldsError';
import type { Access } from '../../permissions/CallerAccess';
import { profileDifference } from '../../profile/profileDifference';
import type { ProfileStore } from '../../profile/ProfileStore';
import type { ProfileWriter } from '../../profile/ProfileWriter';
import { changedMeanwhile } from '../record/changedMeanwhile';
import type { JudgedRow } from '../record/prepareRow';
import type {
  PreparedRow,
  ReadImport,
  RowImporter,
} from '../record/RowImporter';
import { EntityBatch } from './EntityBatch';
import type { OpenedEntity } from './EntityContinuityService';
import { lockedFields } from './lockedFields';
import { PartyCheck } from './PartyCheck';
import { prepareEntityRows } from './prepareEntityRows';

interface Options {
  batch: EntityBatch;
  profiles: ProfileStore;
  profileWriter: ProfileWriter;
  refresh: CatalogRefresh;
  parties: PartyCheck;
}

/** What a row changes. */
interface Change {
  row: ProfileRow;
  patch: ReturnType<typeof profileRowPatch>;
  portal: ProfileValues;
  revision: number;
}

const columnOf = (path: string) =>
  profileColumnOf[path.replace(/^values\./, '') as ProfileField] ?? path;

/** Imports profiles: what is effective already is left alone. */
export class ProfileImporter implements RowImporter<ProfileRow> {
  readonly #options: Options;

  static create(options: Options) {
    return new ProfileImporter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async prepare(
    rows: Array<ReadImport<ProfileRow>>,
    { access, at }: { access: Access; at: string },
  ): Promise<PreparedRow[]> {
    const { batch, profiles } = this.#options;
    return prepareEntityRows(rows, {
      batch,
      action: 'profile.update',
      access,
      columnOf,
      judgeOf: async opened => {
        const stored = await profiles.profilesOf(
          opened.map(({ row }) => row.entityRef),
        );
        const changes = new Map(
          opened.map(({ row, opened: { stored: now } }) => {
            const portal = stored.get(row.entityRef);
            const values = portal?.values ?? {};
            const change = {
              row,
              portal: values,
              revision: portal?.revision ?? 0,
              patch: profileRowPatch(row, {
                effective: now.assessment.profile,
                portal: values,
              }),
            };
            return [row, change] as const;
          }),
        );
        const strangers = await this.#strangers([...changes.values()], access);
        return (row, entity) =>
          this.#judged(changes.get(row)!, { opened: entity, strangers, at });
      },
    });
  }

  #judged(
    { row, patch, portal, revision }: Change,
    options: {
      opened: OpenedEntity;
      strangers: ReadonlyMap<string, RequestIssue>;
      at: string;
    },
  ): JudgedRow {
    const { opened, strangers, at } = options;
    const { entityRef, reason } = row;
    const issues = [
      ...lockedFields(patch.values, opened),
      ...partiesIn(patch.values).flatMap(({ path, ref }) => {
        const issue = strangers.get(ref);
        return issue ? [{ ...issue, path }] : [];
      }),
    ];
    if (issues.length > 0) throw new WrongFieldsError(issues);
    const after = applyProfilePatch(portal, patch);
    if (!profileDifference(portal, after)) {
      return { outcome: 'same', seen: revision };
    }
    return {
      outcome: revision === 0 ? 'create' : 'change',
      changes: changesOf(patch, opened.stored.assessment.profile),
      seen: revision,
      dirty: [entityRef],
      write: async (trx, imported) => {
        const saved = await this.#options.profileWriter.write(trx, entityRef, {
          patch,
          by: opened.access.subject,
          at,
          reason,
          revision,
          imported,
        });
        if (saved === 'stale') throw changedMeanwhile(entityRef);
        return null;
      },
    };
  }

  /** Owners and alternates of all rows that don't exist, by ref. */
  async #strangers(
    changes: Change[],
    access: Access,
  ): Promise<Map<string, RequestIssue>> {
    const { parties, refresh } = this.#options;
    const refs = [
      ...new Set(
        changes.flatMap(({ patch }) =>
          partiesIn(patch.values).map(({ ref }) => ref),
        ),
      ),
    ];
    await refresh.refresh(refs, { credentials: access.credentials });
    const issues = await parties.issuesOf(
      refs.map(ref => ({ path: ref, ref })),
      access,
    );
    return new Map(issues.map(issue => [issue.path, issue]));
  }
}

/** Whom the values name as owner or alternate. */
function partiesIn({
  recoveryOwner,
  recoveryAlternates = [],
}: ProfileValues): Array<{ path: ProfileField; ref: string }> {
  return [
    ...(recoveryOwner
      ? [{ path: 'recoveryOwner' as const, ref: recoveryOwner }]
      : []),
    ...recoveryAlternates.map(ref => ({
      path: 'recoveryAlternates' as const,
      ref,
    })),
  ];
}

/** From what holds now, wherever it comes from, to what the file says. */
function changesOf(
  { values, cleared }: Change['patch'],
  effective: EffectiveProfile,
): ImportRow['changes'] {
  return profileFields.flatMap(field => {
    const isCleared = cleared.includes(field);
    if (!isCleared && values[field] === undefined) return [];
    const { value, fallback } = effective[field];
    return [
      {
        field: profileColumnOf[field],
        before: textOf(value),
        after: textOf(isCleared ? fallback?.value : values[field]),
      },
    ];
  });
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object'
    ? (value as { text: string }).text
    : String(value);
}
