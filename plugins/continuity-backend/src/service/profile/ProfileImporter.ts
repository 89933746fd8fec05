import {
  applyProfilePatch,
  profileColumnOf,
  profileFields,
  profileRowPatch,
  type EffectiveProfile,
  type ImportCellError,
  type ImportRow,
  type ProfileField,
  type ProfileRow,
  type ProfileValues,
} from 'backstage-plugin-continuity-common';
import { ConflictError } from '@backstage/errors';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import type { Access } from '../../permissions/CallerAccess';
import { profileDifference } from '../../profile/profileDifference';
import type { ProfileStore } from '../../profile/ProfileStore';
import type { ProfileWriter } from '../../profile/ProfileWriter';
import {
  refusedRow,
  type PreparedRow,
  type ReadImport,
  type RowImporter,
} from '../record/RowImporter';
import { EntityBatch } from './EntityBatch';
import type { OpenedEntity } from './EntityContinuityService';
import { holdsContinuity } from './holdsContinuity';
import { lockedFields } from './lockedFields';
import { PartyCheck } from './PartyCheck';

interface Options {
  batch: EntityBatch;
  profiles: ProfileStore;
  profileWriter: ProfileWriter;
  refresh: CatalogRefresh;
  parties: PartyCheck;
}

interface Opened {
  opened: OpenedEntity;
  row: ProfileRow;
  patch: ReturnType<typeof profileRowPatch>;
  portal: ProfileValues;
  revision: number;
}

const columnOf = (path: string) =>
  profileColumnOf[path.replace(/^values\./, '') as ProfileField] ?? '';

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
    const refs = rows.map(({ row }) => row.entityRef);
    const open = await batch.open(refs, 'profile.update', access);
    const stored = await profiles.profilesOf(refs);
    const opened = rows.map(({ row }): Opened | string => {
      const found = open(row.entityRef);
      if (!found.ok) return found.message;
      const { facts } = found.opened.entity;
      if (!holdsContinuity(found.opened.entity)) {
        return `A ${facts.kind} has no continuity values; set them for what has to be recovered.`;
      }
      const portal = stored.get(row.entityRef);
      return {
        opened: found.opened,
        row,
        patch: profileRowPatch(row, {
          effective: found.opened.stored.assessment.profile,
          portal: portal?.values ?? {},
        }),
        portal: portal?.values ?? {},
        revision: portal?.revision ?? 0,
      };
    });
    const strangers = await this.#strangers(opened, access);
    return opened.map((each, index) =>
      typeof each === 'string'
        ? refusedRow({ entityRef: refs[index], title: '' }, [
            { column: 'entity_ref', message: each },
          ])
        : this.#prepared(each, { at, strangers: strangers[index] }),
    );
  }

  #prepared(
    { opened, row, patch, portal, revision }: Opened,
    { at, strangers }: { at: string; strangers: ImportCellError[] },
  ): PreparedRow {
    const { entityRef, reason } = row;
    const about = { entityRef, title: '' };
    const errors = [
      ...lockedFields(patch.values, opened).map(({ path, message }) => ({
        column: columnOf(path),
        message,
      })),
      ...strangers,
    ];
    if (errors.length > 0) return refusedRow(about, errors);
    const difference = profileDifference(
      portal,
      applyProfilePatch(portal, patch),
    );
    if (!difference) {
      return {
        ...about,
        outcome: 'same',
        changes: [],
        errors: [],
        notes: [],
        id: null,
        seen: revision,
      };
    }
    return {
      ...about,
      outcome: revision === 0 ? 'create' : 'change',
      changes: changesOf(patch, opened.stored.assessment.profile),
      errors: [],
      notes: [],
      id: null,
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
        if (saved === 'stale') {
          throw new ConflictError(
            `Somebody else changed ${entityRef} at the same moment. Nothing was imported; run the dry run again.`,
          );
        }
        return null;
      },
    };
  }

  /** Owners and alternates that don't exist, by row. */
  async #strangers(
    opened: Array<Opened | string>,
    access: Access,
  ): Promise<ImportCellError[][]> {
    const { parties, refresh } = this.#options;
    const named = opened.flatMap((each, index) => {
      if (typeof each === 'string') return [];
      const { recoveryOwner, recoveryAlternates = [] } = each.patch.values;
      return [
        ...(recoveryOwner
          ? [{ path: `${index}.recoveryOwner`, ref: recoveryOwner }]
          : []),
        ...recoveryAlternates.map(ref => ({
          path: `${index}.recoveryAlternates`,
          ref,
        })),
      ];
    });
    await refresh.refresh([...new Set(named.map(({ ref }) => ref))], {
      credentials: access.credentials,
    });
    const found = opened.map((): ImportCellError[] => []);
    for (const { path, message } of await parties.issuesOf(named, access)) {
      const [index, field] = path.split('.');
      found[Number(index)].push({ column: columnOf(field), message });
    }
    return found;
  }
}

/** From what holds now, wherever it comes from, to what the file says. */
function changesOf(
  { values, cleared }: Opened['patch'],
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
