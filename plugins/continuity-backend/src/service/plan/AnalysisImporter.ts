import {
  analysisColumnOf,
  canonicalJson,
  deriveBia,
  parseBiaInput,
  refused,
  type AnalysisRow,
  type Bia,
  type ContinuityPolicy,
  type ImportRow,
} from 'backstage-plugin-continuity-common';
import type { Access } from '../../permissions/CallerAccess';
import type { AnalysisStore } from '../../plan/AnalysisStore';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { changedMeanwhile } from '../record/changedMeanwhile';
import type { JudgedRow } from '../record/prepareRow';
import type {
  PreparedRow,
  ReadImport,
  RowImporter,
} from '../record/RowImporter';
import { EntityBatch } from '../profile/EntityBatch';
import type { OpenedEntity } from '../profile/EntityContinuityService';
import { PartyCheck } from '../profile/PartyCheck';
import { prepareEntityRows } from '../profile/prepareEntityRows';
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
    return prepareEntityRows(rows, {
      batch,
      action: 'analysis.update',
      access,
      columnOf: analysisColumnOf,
      judgeOf: async opened => {
        const refs = opened.map(({ row }) => row.entityRef);
        const stored = await analyses.analysesOf(refs);
        return async (row, entity) =>
          this.#judged(row, {
            opened: entity,
            known: stored.get(row.entityRef)?.bia ?? [],
            at,
          });
      },
    });
  }

  async #judged(
    { entityRef, input }: AnalysisRow,
    options: { opened: OpenedEntity; known: Bia[]; at: string },
  ): Promise<JudgedRow> {
    const { analyses, analysisWriter } = this.#options;
    const { opened, known, at } = options;
    const said = await this.#said(input, { opened, at });
    const { bia: revision } = await analyses.revisionsOf(entityRef);
    if (known.some(bia => saysSame(bia, said))) {
      return { outcome: 'same', seen: revision };
    }
    const looser =
      said.state === 'agreed'
        ? await analysisWriter.loosened(opened, deriveBia(said.content))
        : [];
    const before = known.find(({ state }) => state === 'agreed');
    return {
      outcome: known.length === 0 ? 'create' : 'change',
      changes: changesOf(before, said),
      notes: notesOf(said, { before, isLooser: looser.length > 0 }),
      seen: revision,
      dirty: [entityRef],
      write: async (trx, imported) => {
        const isWritten = await analysisWriter.writeBia(trx, opened, said, {
          revision,
          at,
          imported,
        });
        if (!isWritten) throw changedMeanwhile(entityRef);
        return null;
      },
    };
  }

  /** @throws WrongFieldsError where it can't be so. */
  async #said(
    input: AnalysisRow['input'],
    { opened: { access }, at }: { opened: OpenedEntity; at: string },
  ): Promise<SaidBia> {
    const { policy, parties } = this.#options;
    const parsed = parseBiaInput(input, {
      policy,
      now: at,
      recordedBy: access.isUser ? access.subject : null,
    });
    if (!parsed.ok) {
      throw new WrongFieldsError(
        parsed.issues.map(({ field, message }) => ({
          path: field,
          ...refused('value-refused', { reason: message }),
        })),
      );
    }
    const { assessor } = parsed.bia;
    if (assessor && assessor !== access.subject) {
      const named = [{ path: 'assessor', ref: assessor }];
      const issues = await parties.issuesOf(named, access);
      if (issues.length > 0) throw new WrongFieldsError(issues);
    }
    return parsed.bia;
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
