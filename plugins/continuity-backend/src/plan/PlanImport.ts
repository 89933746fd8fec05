import {
  parsePlanMarkdown,
  planShortcomings,
  type ContinuityPolicy,
  type PlanContents,
  type PlanFileIssue,
  type PlanVersion,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { MirroredEntity } from '../catalog/MirrorStore';
import type { PlanStore, StoredPlan } from './PlanStore';
import {
  formOf,
  hashOf,
  newVersion,
  PlanWriter,
  scopeRefs,
} from './PlanWriter';

/** Who imports: nobody in person, so that any person may approve. */
const IMPORTER = 'system';

/** A file that was read. */
export interface ImportedFile {
  text: string;
  source: NonNullable<PlanVersion['source']>;
}

type Imported =
  | { ok: true; planId: string }
  | { ok: false; issue: PlanFileIssue };

interface Options {
  planStore: PlanStore;
  planWriter: PlanWriter;
  policy: ContinuityPolicy;
}

/** Makes versions of plan files: in review where they are complete, else drafts. What is in force stays until somebody approves. */
export class PlanImport {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanImport(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async bringIn(
    entity: MirroredEntity,
    options: {
      planId: string | null;
      /** The plan that was made of the same file for another entity. */
      sharedPlanId: string | null;
      file: ImportedFile;
    },
  ): Promise<Imported> {
    const { planStore } = this.#options;
    const { file, sharedPlanId } = options;
    const parsed = parsePlanMarkdown(file.text);
    if (!parsed.ok) return { ok: false, issue: parsed.issues[0] };
    const contents = withScope(parsed.contents, entity);
    // a file that says what it covers is one plan, whoever names it
    const isOnePlan = parsed.contents.scope.length > 0;
    const id = options.planId ?? (isOnePlan ? sharedPlanId : null);
    const known = id ? await planStore.get(id) : undefined;
    const plan = known && known.archivedAt === null ? known : undefined;
    if (plan && plan.kind !== parsed.kind) {
      return {
        ok: false,
        issue: {
          line: null,
          message: `kind: The plan is a ${plan.kind} plan and can’t become a ${parsed.kind} plan. Archive it first, or write the kind as it was.`,
        },
      };
    }
    const planId =
      plan?.id ??
      (await this.#begin(entity, { kind: parsed.kind, contents, file }));
    if (plan) await this.#renew(plan, contents, file);
    await this.#submit(planId, contents);
    return { ok: true, planId };
  }

  async #begin(
    entity: MirroredEntity,
    options: {
      kind: StoredPlan['kind'];
      contents: PlanContents;
      file: ImportedFile;
    },
  ): Promise<string> {
    const { planWriter, policy } = this.#options;
    const { kind, contents, file } = options;
    const ownerRef =
      entity.ownerRef ?? policy.continuityManager ?? 'group:default/unknown';
    return planWriter.begin({
      plan: { kind, ownerRef },
      contents,
      by: IMPORTER,
      source: file.source,
      record: {
        action: 'imported',
        after: { title: contents.title, kind, version: 1, ...file.source },
      },
    });
  }

  /** The open version is replaced, a review of it begun anew; where none is open, the file makes the next version. */
  async #renew(
    plan: StoredPlan,
    written: PlanContents,
    file: ImportedFile,
  ): Promise<void> {
    const { planStore, planWriter } = this.#options;
    await planWriter.change(
      plan.id,
      IMPORTER,
      async ({ trx, plan: now, at }) => {
        if (await this.#says(trx, now, written)) return null;
        const contents: PlanContents = {
          ...written,
          changeReference:
            written.changeReference ||
            (now.inForceVersion === null
              ? ''
              : `The file changed: ${
                  file.source.etag ?? file.source.url
                }`.slice(0, 500)),
        };
        const open = await this.#reopened(trx, now, at);
        const version: PlanVersion = open
          ? {
              ...open,
              contents,
              title: contents.title,
              sha256: hashOf(contents),
              editedBy: [...new Set([...open.editedBy, IMPORTER])],
              updatedAt: at,
              updatedBy: IMPORTER,
              changeReference: contents.changeReference,
              source: file.source,
            }
          : newVersion({
              version: now.lastVersion + 1,
              contents,
              by: IMPORTER,
              at,
              source: file.source,
            });
        if (open) await planStore.saveVersion(trx, now.id, version);
        else await planStore.insertVersion(trx, now.id, version);
        await planStore.indexVersion(trx, now.id, version, 'open');
        return {
          plan: {
            ...now,
            openVersion: version.version,
            openState: 'draft',
            lastVersion: Math.max(now.lastVersion, version.version),
            ...(now.inForceVersion === null && {
              title: contents.title,
              form: formOf(contents, file.source),
            }),
          },
          record: {
            action: 'imported',
            before: null,
            after: { version: version.version, ...file.source },
          },
          dirty: [
            ...(open ? scopeRefs(open.contents) : []),
            ...scopeRefs(contents),
          ],
        };
      },
    );
  }

  /** Whether the open version, or else the one in force, says this already: the file was read for another entity, too. */
  async #says(
    trx: Knex.Transaction,
    plan: StoredPlan,
    written: PlanContents,
  ): Promise<boolean> {
    const number = plan.openVersion ?? plan.inForceVersion;
    const version =
      number === null
        ? undefined
        : await this.#options.planStore.version(plan.id, number, trx);
    if (!version) return false;
    const { changeReference } = version.contents;
    return (
      hashOf({
        ...written,
        changeReference: written.changeReference || changeReference,
      }) === version.sha256
    );
  }

  /** What is in review can't be changed: it goes back to its writers first, on the record. */
  async #reopened(
    trx: Knex.Transaction,
    plan: StoredPlan,
    at: string,
  ): Promise<PlanVersion | undefined> {
    const { planStore } = this.#options;
    if (plan.openVersion === null) return undefined;
    const open = await planStore.version(plan.id, plan.openVersion, trx);
    if (open?.state !== 'in-review') return open;
    const returned: PlanVersion = {
      ...open,
      state: 'draft',
      returnedAt: at,
      returnedBy: IMPORTER,
      returnReason: 'The file changed while it was reviewed.',
    };
    await planStore.saveVersion(trx, plan.id, returned);
    return returned;
  }

  async #submit(planId: string, written: PlanContents): Promise<void> {
    const { planStore, planWriter } = this.#options;
    await planWriter.change(planId, IMPORTER, async ({ trx, plan, at }) => {
      const open =
        plan.openVersion === null
          ? undefined
          : await planStore.version(planId, plan.openVersion, trx);
      if (open?.state !== 'draft') return null;
      if (planShortcomings(plan.kind, written).length > 0) return null;
      await planStore.saveVersion(trx, planId, {
        ...open,
        state: 'in-review',
        submittedAt: at,
        submittedBy: IMPORTER,
        reviewer: null,
      });
      return {
        plan: { ...plan, openState: 'in-review' },
        record: {
          action: 'submitted',
          before: { version: open.version, state: 'draft' },
          after: { version: open.version, state: 'in-review' },
        },
        dirty: [],
      };
    });
  }
}

/** A file that names no scope is about the entity that points to it. */
function withScope(
  contents: PlanContents,
  { facts }: MirroredEntity,
): PlanContents {
  if (contents.scope.length > 0) return contents;
  const parts = facts.kind.toLocaleLowerCase('en-US') === 'system';
  return { ...contents, scope: [{ entityRef: facts.entityRef, parts }] };
}
