import { ConflictError } from '@backstage/errors';
import {
  analysisColumnOf,
  canonicalJson,
  deriveBia,
  parseBiaInput,
  type AnalysisRow,
  type Bia,
  type ContinuityPolicy,
  type ImportRow,
} from 'backstage-plugin-continuity-common';
import type { Access } from '../../permissions/CallerAccess';
import type { AnalysisStore } from '../../plan/AnalysisStore';
import {
  refusedRow,
  type PreparedRow,
  type ReadImport,
  type RowImporter,
} from '../record/RowImporter';
import { EntityBatch } from '../profile/EntityBatch';
import type { OpenedEntity } from '../profile/EntityContinuityService';
import { holdsContinuity } from '../profile/holdsContinuity';
import { PartyCheck } from '../profile/PartyCheck';
import { AnalysisWriter, type SaidBia } from './AnalysisWriter';

interface Options {
  policy: ContinuityPolicy;
  batch: EntityBatch;
  analyses: AnalysisStore;
  analysisWriter: AnalysisWriter;
  parties: PartyCheck;
}

/** Imports quick business impact analyses; one that asks for less than what is in force waits for a second person, as everywhere. */
export class AnalysisImporter implements RowImporter<AnalysisRow> {
  readonly #options: Options;

  static create(options: Options) {
    return new AnalysisImporter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async prepare(
    rows: Array<ReadImport<AnalysisRow>>,
    { access, at }: { access: Access; at: string },
  ): Promise<PreparedRow[]> {
    const { batch, analyses } = this.#options;
    const refs = rows.map(({ row }) => row.entityRef);
    const open = await batch.open(refs, 'analysis.update', access);
    const stored = await analyses.analysesOf(refs);
    const prepared: PreparedRow[] = [];
    for (const { row } of rows) {
      const found = open(row.entityRef);
      prepared.push(
        found.ok
          ? await this.#prepared(row, {
              opened: found.opened,
              known: stored.get(row.entityRef)?.bia ?? [],
              at,
            })
          : refusedRow({ entityRef: row.entityRef, title: '' }, [
              { column: 'entity_ref', message: found.message },
            ]),
      );
    }
    return prepared;
  }

  async #prepared(
    { entityRef, input }: AnalysisRow,
    options: { opened: OpenedEntity; known: Bia[]; at: string },
  ): Promise<PreparedRow> {
    const { policy, analyses, analysisWriter } = this.#options;
    const { opened, known, at } = options;
    const about = { entityRef, title: '' };
    const refuse = (column: string, message: string) =>
      refusedRow(about, [{ column, message }]);
    if (!holdsContinuity(opened.entity)) {
      return refuse(
        'entity_ref',
        `A ${opened.entity.facts.kind} is not analysed; analyse what has to be recovered.`,
      );
    }
    const { access } = opened;
    const parsed = parseBiaInput(input, {
      policy,
      now: at,
      recordedBy: access.isUser ? access.subject : null,
    });
    if (!parsed.ok) {
      return refusedRow(
        about,
        parsed.issues.map(({ field, message }) => ({
          column: analysisColumnOf(field),
          message,
        })),
      );
    }
    const { bia: said } = parsed;
    if (said.assessor && said.assessor !== access.subject) {
      const [issue] = await this.#options.parties.issuesOf(
        [{ path: 'assessor', ref: said.assessor }],
        access,
      );
      if (issue) return refuse('assessor', issue.message);
    }
    const revision = (await analyses.revisionsOf(entityRef)).bia;
    const row = { ...about, errors: [], id: null, seen: revision };
    if (known.some(bia => saysSame(bia, said))) {
      return { ...row, outcome: 'same', changes: [], notes: [] };
    }
    const looser =
      said.state === 'agreed'
        ? await analysisWriter.loosened(opened, deriveBia(said.content))
        : [];
    const before = known.find(({ state }) => state === 'agreed');
    return {
      ...row,
      outcome: known.length === 0 ? 'create' : 'change',
      changes: changesOf(before, said),
      notes: notesOf(said, { before, isLooser: looser.length > 0 }),
      dirty: [entityRef],
      write: async (trx, imported) => {
        const isWritten = await analysisWriter.writeBia(trx, opened, said, {
          revision,
          at,
          imported,
        });
        if (!isWritten) {
          throw new ConflictError(
            `Somebody else analysed ${entityRef} at the same moment. Nothing was imported; run the dry run again.`,
          );
        }
        return null;
      },
    };
  }
}

const stateAsked = (state: Bia['state']) =>
  state === 'awaiting-second-person' ? 'agreed' : state;

function saysSame(known: Bia, said: SaidBia): boolean {
  const facts = (bia: SaidBia) => ({
    state: bia.state,
    content: bia.content,
    agreedWith: bia.agreedWith,
    assessedOn: bia.assessedOn,
    note: bia.note ?? null,
  });
  return (
    canonicalJson(
      facts({ ...known, state: stateAsked(known.state) as SaidBia['state'] }),
    ) === canonicalJson(facts(said))
  );
}

function changesOf(before: Bia | undefined, said: SaidBia) {
  const after = deriveBia(said.content);
  const fields: ImportRow['changes'] = [
    {
      field: 'state',
      before: before?.state ?? null,
      after: said.state,
    },
    {
      field: 'mtpd',
      before: before?.result.mtpd ?? null,
      after: after.mtpd,
    },
    { field: 'rpo', before: before?.result.rpo ?? null, after: after.rpo },
    {
      field: 'assessed_on',
      before: before?.assessedOn ?? null,
      after: said.assessedOn,
    },
    {
      field: 'agreed_with',
      before: before?.agreedWith ?? null,
      after: said.agreedWith,
    },
  ];
  return fields.filter(change => change.before !== change.after);
}

function notesOf(
  said: SaidBia,
  options: { before: Bia | undefined; isLooser: boolean },
): ImportRow['notes'] {
  const { before, isLooser } = options;
  const notes: ImportRow['notes'] = [];
  if (isLooser) notes.push({ code: 'second-person', detail: '' });
  if (said.state === 'draft') notes.push({ code: 'stays-draft', detail: '' });
  if (
    before &&
    said.state === 'agreed' &&
    before.assessedOn > said.assessedOn
  ) {
    notes.push({ code: 'older-than-known', detail: before.assessedOn });
  }
  return notes;
}
