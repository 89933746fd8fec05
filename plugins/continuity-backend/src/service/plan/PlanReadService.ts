import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  writePlanMarkdown,
  type History,
  type PlanComparison,
  type PlanFile,
  type PlanVersionAnswer,
} from 'backstage-plugin-continuity-common';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { hideEntities } from '../../permissions/hideEntities';
import { PlanAccess } from '../../permissions/PlanAccess';
import { PlanReader } from './PlanReader';
import { PlanSight } from './PlanSight';
import { planRecordRef } from '../../plan/PlanWriter';
import type { RecordStore } from '../../record/RecordStore';

const DEFAULT_LIMIT = 50;

interface Options {
  planAccess: PlanAccess;
  planReader: PlanReader;
  planSight: PlanSight;
  records: RecordStore;
  clock: () => Date;
}

type Asked = { credentials: BackstageCredentials };

/** Reads old versions, what was decided, and versions as files. */
export class PlanReadService {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanReadService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async version(
    planId: string,
    version: number,
    { credentials }: Asked,
  ): Promise<PlanVersionAnswer> {
    const caller = await this.#options.planAccess.of(credentials);
    return this.#options.planReader.versionAnswer(planId, version, caller);
  }

  async compare(
    planId: string,
    versions: { from: number; to: number },
    { credentials }: Asked,
  ): Promise<PlanComparison> {
    const caller = await this.#options.planAccess.of(credentials);
    return this.#options.planReader.compare(planId, versions, caller);
  }

  async history(
    planId: string,
    page: { limit?: number; cursor?: string },
    { credentials }: Asked,
  ): Promise<History> {
    const { planAccess, planSight, records } = this.#options;
    if (page.cursor !== undefined && !/^[1-9]\d{0,14}$/.test(page.cursor)) {
      throw new WrongFieldsError([
        {
          path: 'cursor',
          message:
            'This is no cursor of this list. Send the nextCursor of the page before, or leave it out.',
        },
      ]);
    }
    const caller = await planAccess.of(credentials);
    await planSight.open(planId, caller);
    const { items, totalItems, nextCursor } = await records.list({
      entityRef: planRecordRef(planId),
      limit: page.limit ?? DEFAULT_LIMIT,
      before: page.cursor,
    });
    const hidden = await planSight.hiddenIn(items, caller);
    return {
      items: hideEntities(items, hidden),
      totalItems,
      pageInfo: nextCursor ? { nextCursor } : {},
    };
  }

  async markdown(
    planId: string,
    version: number,
    { credentials }: Asked,
  ): Promise<PlanFile> {
    const { clock } = this.#options;
    const answer = await this.version(planId, version, { credentials });
    const { contents, ...about } = answer.version;
    return {
      fileName: `${fileNameOf(contents.title)}-v${about.version}.md`,
      mediaType: 'text/markdown',
      content: writePlanMarkdown(contents, {
        kind: answer.kind,
        note: {
          planId,
          version: about.version,
          state: about.state,
          approvedBy: about.approvedBy,
          approvedFor: about.approvedFor,
          approvedAt: about.approvedAt,
          sha256: about.sha256,
          exportedAt: clock().toISOString(),
        },
      }),
    };
  }
}

/** A title as a file name that every system takes. */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain || 'plan';
}
