import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { History } from 'backstage-plugin-continuity-common';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { CallerAccess } from '../../permissions/CallerAccess';
import type { RecordStore } from '../../record/RecordStore';
import { EntityContinuityService } from './EntityContinuityService';

const DEFAULT_LIMIT = 50;

/** What was decided about an entity, for those who may see it. */
export class HistoryService {
  readonly #options: {
    access: CallerAccess;
    entities: EntityContinuityService;
    records: RecordStore;
  };

  static create(options: {
    access: CallerAccess;
    entities: EntityContinuityService;
    records: RecordStore;
  }) {
    return new HistoryService(options);
  }

  private constructor(options: {
    access: CallerAccess;
    entities: EntityContinuityService;
    records: RecordStore;
  }) {
    this.#options = options;
  }

  async list(
    entityRef: string,
    page: { limit?: number; cursor?: string },
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<History> {
    const { access: caller, entities, records } = this.#options;
    if (page.cursor !== undefined && !/^[1-9]\d{0,14}$/.test(page.cursor)) {
      throw new WrongFieldsError([
        {
          path: 'cursor',
          message:
            'This is no cursor of this list. Send the nextCursor of the page before, or leave it out.',
        },
      ]);
    }
    const access = await caller.of(credentials);
    await entities.open(entityRef, access);
    const { items, totalItems, nextCursor } = await records.list({
      entityRef,
      limit: page.limit ?? DEFAULT_LIMIT,
      before: page.cursor,
    });
    return {
      items: await entities.hideInHistory(items, access),
      totalItems,
      pageInfo: nextCursor ? { nextCursor } : {},
    };
  }
}
