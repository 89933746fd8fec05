import {
  canonicalJson,
  planColumnOf,
  planShortcomings,
  refused,
  type ImportRow,
  type PlanContents,
  type PlanRow,
} from 'backstage-plugin-continuity-common';
import { NotAllowedError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Access } from '../../permissions/CallerAccess';
import { ContinuityPlanResources } from '../../permissions/resources/ContinuityPlanResources';
import { PlanAccess, PlanCaller } from '../../permissions/PlanAccess';
import {
  readReferencedPlans,
  type ReferencedPlan,
} from '../../plan/ReferencedPlans';
import { PlanWriter, scopeRefs } from '../../plan/PlanWriter';
import { prepareRow, type JudgedRow } from '../record/prepareRow';
import type {
  PreparedRow,
  ReadImport,
  RowImporter,
} from '../record/RowImporter';
import { PlanChecks } from './PlanChecks';
import { PlanSight } from './PlanSight';

interface Options {
  database: Knex;
  planAccess: PlanAccess;
  planResources: ContinuityPlanResources;
  planChecks: PlanChecks;
  planSight: PlanSight;
  planWriter: PlanWriter;
}

/** Imports plans that are documents elsewhere: in review where they are complete, else drafts. Who imports them wrote them, and approves none. */
export class PlanImporter implements RowImporter<PlanRow> {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanImporter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async prepare(
    rows: Array<ReadImport<PlanRow>>,
    { access, at }: { access: Access; at: string },
  ): Promise<PreparedRow[]> {
    if (!access.mayCreatePlans) {
      throw new NotAllowedError(
        'You may not begin plans: it needs the permission continuity.plan.create.',
      );
    }
    const { database, planAccess } = this.#options;
    const caller = await planAccess.of(access.credentials);
    const known = await readReferencedPlans(
      database,
      rows.map(({ row }) => row.contents.title),
    );
    const prepared: PreparedRow[] = [];
    for (const { row } of rows) {
      const about = {
        entityRef: row.contents.scope[0]?.entityRef ?? null,
        title: row.contents.title,
      };
      prepared.push(
        await prepareRow(about, planColumnOf, () =>
          this.#judged(row, { known, caller, at }),
        ),
      );
    }
    return prepared;
  }

  async #judged(
    row: PlanRow,
    options: { known: ReferencedPlan[]; caller: PlanCaller; at: string },
  ): Promise<JudgedRow> {
    const { planChecks, planWriter } = this.#options;
    const { known, caller, at } = options;
    const { kind, contents } = row;
    const ownerRef = await this.#ownerOf(row, caller);
    await planChecks.contents(contents, { before: null, caller });
    const same = await this.#knownAs(contents, known, caller);
    if (same) return alreadyThere(row, ownerRef, same);
    const shortcomings = planShortcomings(kind, contents);
    const isSubmitted =
      shortcomings.length === 0 &&
      (await this.#maySubmit(contents, ownerRef, caller));
    return {
      outcome: 'create',
      changes: changesOf(row, ownerRef),
      notes: isSubmitted
        ? [{ code: 'awaits-review', detail: '' }]
        : [
            {
              code: 'stays-draft',
              detail: shortcomings.map(({ content }) => content).join(', '),
            },
          ],
      dirty: scopeRefs(contents),
      write: (trx, imported) =>
        planWriter.beginIn(
          trx,
          {
            plan: { kind, ownerRef },
            contents,
            by: caller.access.subject,
            isSubmitted,
            record: {
              action: 'created',
              after: {
                title: contents.title,
                kind,
                owner: ownerRef,
                version: 1,
                url: contents.reference?.url,
              },
              imported,
            },
          },
          at,
        ),
    };
  }

  async #ownerOf({ owner }: PlanRow, caller: PlanCaller): Promise<string> {
    const { planChecks } = this.#options;
    const named = owner ?? (caller.access.isUser ? caller.access.subject : '');
    return named === caller.access.subject
      ? named
      : planChecks.party(named, { path: 'owner', caller });
  }

  /** A plan of this title and document, if the caller may see it. */
  async #knownAs(
    { title, reference }: PlanContents,
    known: ReferencedPlan[],
    caller: PlanCaller,
  ): Promise<ReferencedPlan | undefined> {
    const found = known.filter(
      ({ contents }) =>
        contents.title === title && contents.reference?.url === reference?.url,
    );
    for (const plan of found) {
      const scope = scopeRefs(plan.contents);
      const hidden = await this.#options.planSight.hiddenAmong(scope, caller);
      if (scope.length === 0 || scope.some(ref => !hidden.has(ref))) {
        return plan;
      }
    }
    return undefined;
  }

  async #maySubmit(
    contents: PlanContents,
    owner: string,
    caller: PlanCaller,
  ): Promise<boolean> {
    const { planAccess, planResources } = this.#options;
    const [resource] = await planResources.of([
      { planId: '', owner, scope: scopeRefs(contents) },
    ]);
    return planAccess.allows(caller, 'update', resource);
  }
}

/** A plan is changed where it is, as the next version of it. */
function alreadyThere(
  { kind, contents }: PlanRow,
  ownerRef: string,
  known: ReferencedPlan,
): JudgedRow {
  const isSame =
    known.kind === kind &&
    known.ownerRef === ownerRef &&
    canonicalJson(known.contents) === canonicalJson(contents);
  return {
    outcome: isSame ? 'same' : 'refused',
    errors: isSame
      ? []
      : [
          {
            column: 'title',
            ...refused('plan-known-otherwise'),
          },
        ],
    id: known.id,
  };
}

function changesOf(
  { kind, contents }: PlanRow,
  owner: string,
): ImportRow['changes'] {
  const { reference, scope } = contents;
  const values: Array<[string, string]> = [
    ['kind', kind],
    ['owner', owner],
    ['entities', scope.map(({ entityRef }) => entityRef).join(', ')],
    ['document_url', reference?.url ?? ''],
    ['document_version', reference?.version ?? ''],
    ['document_date', reference?.date ?? ''],
  ];
  return values.map(([field, after]) => ({ field, before: null, after }));
}
