import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ContinuityPolicy,
  PlanFile,
  PlanPrivateContacts,
} from 'backstage-plugin-continuity-common';
import archiver from 'archiver';
import type { Knex } from 'knex';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { inChunks } from '../../database/inChunks';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { hideEntities } from '../../permissions/hideEntities';
import { PlanAccess, PlanCaller } from '../../permissions/PlanAccess';
import { PlanNotes } from '../../plan/PlanNotes';
import { PlanSight } from './PlanSight';
import { planRenamesOf } from '../../plan/PlanRenames';
import type { PlanStore, StoredPlan } from '../../plan/PlanStore';
import { type PlanRow, toPlan } from '../../plan/planRows';
import {
  contactsTable,
  dayInWords,
  escapeHtml,
  htmlPage,
  inWords,
  planPage,
  type PlanPageInput,
} from '../../plan/planPage';
import {
  copiedEntities,
  emergencyCopyRecord,
} from '../../plan/EmergencyCopyLog';
import type { RecordStore } from '../../record/RecordStore';
import type { StatusUpkeep } from '../../record/StatusUpkeep';
import { fileNameOf } from './PlanReadService';

interface Options {
  database: Knex;
  mirror: MirrorStore;
  planStore: PlanStore;
  planNotes: PlanNotes;
  planAccess: PlanAccess;
  planSight: PlanSight;
  records: RecordStore;
  engine: Pick<StatusUpkeep, 'settleDue' | 'markAffected'>;
  policy: ContinuityPolicy;
  clock: () => Date;
}

/** A page of the copy. */
interface CopyPage {
  path: string;
  input: PlanPageInput;
}

/** Packs all plans in force into pages that can be read when the portal can't (ISO 22301, 8.4.4: plans are available where they are needed). */
export class EmergencyCopyService {
  readonly #options: Options;

  static create(options: Options) {
    return new EmergencyCopyService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async make({
    credentials,
  }: {
    credentials: BackstageCredentials;
  }): Promise<PlanFile> {
    const { clock, planAccess, policy } = this.#options;
    const { timeZone } = policy;
    const caller = await planAccess.of(credentials);
    const madeAt = clock().toISOString();
    const { pages, isComplete } = await this.#pages(caller, madeAt);
    const zip = await pack([
      { path: 'index.html', text: indexPage(pages, { madeAt, timeZone }) },
      {
        path: 'contacts.html',
        text: contactsPage(pages, { madeAt, timeZone }),
      },
      ...pages.map(({ path, input }) => ({ path, text: planPage(input) })),
    ]);
    await this.#note({
      by: caller.access.subject,
      at: madeAt,
      plans: pages.length,
      isComplete,
    });
    return {
      fileName: `continuity-plans-${madeAt.slice(0, 10)}.zip`,
      mediaType: 'application/zip',
      content: zip,
    };
  }

  async #note(copy: Parameters<typeof emergencyCopyRecord>[0]): Promise<void> {
    const { database, engine, policy, records } = this.#options;
    const isMissed = policy.plans.emergencyCopy !== undefined;
    if (isMissed) await engine.settleDue(copy.at);
    await database.transaction(async trx => {
      await records.append(trx, [emergencyCopyRecord(copy)]);
      if (isMissed && copy.isComplete) {
        await engine.markAffected(trx, await copiedEntities(trx), copy.at);
      }
    });
  }

  async #pages(
    caller: PlanCaller,
    madeAt: string,
  ): Promise<{ pages: CopyPage[]; isComplete: boolean }> {
    const { database, planStore, planAccess, planNotes, mirror } =
      this.#options;
    const rows: PlanRow[] = await database('plans')
      .whereNull('archived_at')
      .whereNotNull('in_force_version')
      .orderBy(['kind', 'sort_title', 'id']);
    const pages: CopyPage[] = [];
    let isComplete = true;
    // a few at a time: contents are large, and names are looked up together
    for (const plans of inChunks(rows.map(toPlan), 50)) {
      const seen = await this.#seen(plans, caller);
      if (seen.length < plans.length) isComplete = false;
      const ids = seen.map(plan => plan.id);
      const mayRead = await planAccess.allowedAmong(
        caller,
        'readContacts',
        ids,
      );
      const contacts = await planNotes.contactsOf([...mayRead]);
      for (const plan of seen) {
        const version = await planStore.version(plan.id, plan.inForceVersion!);
        if (!version) continue;
        const refs = collectEntityRefs([
          version.contents,
          version.approvedBy,
          version.approvedFor,
          plan.ownerRef,
        ]);
        const hidden = await this.#options.planSight.hiddenAmong(refs, caller);
        if (hidden.size > 0) isComplete = false;
        const renamed = await planRenamesOf(database, refs);
        const entities = await mirror.get([
          ...refs,
          ...renamed.map(({ to }) => to),
        ]);
        const titles = new Map(
          [...entities].flatMap(([ref, { title }]) =>
            hidden.has(ref) ? [] : [[ref, title] as const],
          ),
        );
        for (const { from, to } of renamed) {
          const title = entities.get(to)?.title;
          if (title && !hidden.has(from)) titles.set(from, title);
        }
        const privateContacts: PlanPrivateContacts['items'] | undefined =
          mayRead.has(plan.id) ? contacts.get(plan.id) ?? [] : undefined;
        pages.push({
          path: `plans/${fileNameOf(version.title)}-${plan.id.slice(
            0,
            8,
          )}.html`,
          input: {
            ...hideEntities(
              {
                planId: plan.id,
                kind: plan.kind,
                owner: plan.ownerRef,
                version,
              },
              hidden,
            ),
            titles,
            privateContacts,
            madeAt,
            timeZone: this.#options.policy.timeZone,
          },
        });
      }
    }
    return { pages, isComplete };
  }

  /** Plans of whose scope the caller sees something. */
  async #seen(plans: StoredPlan[], caller: PlanCaller): Promise<StoredPlan[]> {
    const { planStore, planSight } = this.#options;
    const scope = await planStore.scopeOf(plans.map(plan => plan.id));
    const hidden = await planSight.hiddenAmong(
      scope.map(({ entityRef }) => entityRef),
      caller,
    );
    return plans.filter(plan => {
      const own = scope.filter(({ planId }) => planId === plan.id);
      return (
        own.length === 0 || own.some(({ entityRef }) => !hidden.has(entityRef))
      );
    });
  }
}

type Made = { madeAt: string; timeZone: string };

function indexPage(pages: CopyPage[], made: Made): string {
  const rows = pages.map(
    ({ path, input: { version, kind, owner, titles } }) =>
      `<tr><td><a href="${escapeHtml(path)}">${escapeHtml(
        version.contents.title,
      )}</a></td><td>${escapeHtml(inWords(kind))}</td><td>${
        version.contents.scope
          .map(({ entityRef }) =>
            escapeHtml(titles.get(entityRef) ?? entityRef),
          )
          .join(', ') || '–'
      }</td><td>${escapeHtml(titles.get(owner) ?? owner)}</td><td class="day">${
        version.approvedAt ? dayInWords(version.approvedAt, made.timeZone) : ''
      }</td></tr>`,
  );
  const body = `<h1>Continuity plans in force</h1>
<p>${pages.length} ${
    pages.length === 1 ? 'plan' : 'plans'
  }. <a href="contacts.html">All contacts</a></p>
<table><thead><tr><th>Plan</th><th>Kind</th><th>Brings back</th><th>Owner</th><th>Approved</th></tr></thead><tbody>
${rows.join('\n')}</tbody></table>`;
  return htmlPage({ title: 'Continuity plans in force', body, ...made });
}

function contactsPage(pages: CopyPage[], made: Made): string {
  const tables = pages.map(
    ({ path, input }) =>
      `<h2><a href="${escapeHtml(path)}">${escapeHtml(
        input.version.contents.title,
      )}</a></h2>${
        contactsTable(input) || '<p class="na">Nobody is named.</p>'
      }`,
  );
  const body = `<p><a href="index.html">All plans</a></p><h1>Contacts</h1>${tables.join(
    '\n',
  )}`;
  return htmlPage({ title: 'Contacts', body, ...made });
}

async function pack(
  files: Array<{ path: string; text: string }>,
): Promise<Buffer> {
  const zip = archiver('zip', { zlib: { level: 6 } });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    zip.on('data', chunk => chunks.push(chunk));
    zip.on('end', resolve);
    zip.on('error', reject);
  });
  for (const { path, text } of files) zip.append(text, { name: path });
  await zip.finalize();
  await done;
  return Buffer.concat(chunks);
}
