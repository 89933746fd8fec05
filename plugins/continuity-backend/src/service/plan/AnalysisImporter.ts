import {
  analysisColumnOf,
  canonicalJson,
  deriveBia,
  parseBiaInput,
  parsePartyRef,
  refused,
  type AnalysisRow,
  type AnalysisSources,
  type Bia,
  type ContinuityPolicy,
  type ImportRow,
} from 'backstage-plugin-continuity-common';
import type { Access } from '../../permissions/CallerAccess';
import type { AnalysisStore } from '../../plan/AnalysisStore';
import {
  WrongFieldsError,
  type RequestIssue,
} from '../../contract/WrongFieldsError';
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
import type { AnalysisSections } from './AnalysisSections';
import { AnalysisWriter, type SaidBia } from './AnalysisWriter';

interface Options {
  policy: ContinuityPolicy;
  batch: EntityBatch;
  analyses: AnalysisStore;
  sections: AnalysisSections;
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
    const { batch, analyses, sections } = this.#options;
    return prepareEntityRows(rows, {
      batch,
      action: 'analysis.update',
      access,
      columnOf: analysisColumnOf,
      judgeOf: async opened => {
        const sourcesOf = await sections.sourcesOfAll(
          opened.map(each => each.opened.entity),
        );
        const revisions = await analyses.revisionsOfAll(
          opened.map(({ row }) => row.entityRef),
        );
        const strangers = await this.#strangers(
          opened.map(({ row }) => row),
          access,
        );
        return (row, entity) =>
          this.#judged(row, {
            opened: entity,
            sources: sourcesOf(entity.entity),
            revision: revisions.get(row.entityRef)?.bia ?? 0,
            strangers,
            at,
          });
      },
    });
  }

  #judged(
    { entityRef, input }: AnalysisRow,
    options: {
      opened: OpenedEntity;
      sources: AnalysisSources;
      revision: number;
      strangers: ReadonlyMap<string, RequestIssue>;
      at: string;
    },
  ): JudgedRow {
    const { analysisWriter } = this.#options;
    const { opened, sources, revision, at } = options;
    const known = sources.analyses?.bia ?? [];
    const said = this.#said(input, options);
    if (known.some(bia => saysSame(bia, said))) {
      return { outcome: 'same', seen: revision };
    }
    const looser =
      said.state === 'agreed'
        ? analysisWriter.loosenedFrom(sources, {
            opened,
            result: deriveBia(said.content),
          })
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
  #said(
    input: AnalysisRow['input'],
    options: {
      opened: OpenedEntity;
      strangers: ReadonlyMap<string, RequestIssue>;
      at: string;
    },
  ): SaidBia {
    const { policy } = this.#options;
    const {
      opened: { access },
      strangers,
      at,
    } = options;
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
    const issue = assessor ? strangers.get(assessor) : undefined;
    if (issue && assessor !== access.subject) {
      throw new WrongFieldsError([{ ...issue, path: 'assessor' }]);
    }
    return parsed.bia;
  }

  /** Assessors of all rows that don't exist, by ref. */
  async #strangers(
    rows: AnalysisRow[],
    access: Access,
  ): Promise<Map<string, RequestIssue>> {
    const refs = new Set(
      rows.flatMap(({ input: { assessor } }) => {
        const parsed =
          assessor && parsePartyRef(assessor, { namespace: 'default' });
        return parsed && parsed.ok ? [parsed.ref] : [];
      }),
    );
    const issues = await this.#options.parties.issuesOf(
      [...refs].map(ref => ({ path: ref, ref })),
      access,
    );
    return new Map(issues.map(issue => [issue.path, issue]));
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
