import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  RecordIntegrity,
  RecordVerification,
  RecordVerifyQuery,
  RetentionList,
} from 'backstage-plugin-continuity-common';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { hideEntities } from '../../permissions/hideEntities';
import { RecordRetention } from '../../record/RecordRetention';
import { RecordChain } from '../../record/RecordChain';

interface Options {
  recordChain: RecordChain;
  retention: RecordRetention;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
}

/** Answers whether anybody touched the history, and what will be deleted. */
export class RecordIntegrityService {
  readonly #options: Options;

  static create(options: Options): RecordIntegrityService {
    return new RecordIntegrityService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async integrity(): Promise<RecordIntegrity> {
    return this.#options.recordChain.integrity();
  }

  async verify(
    query: RecordVerifyQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<RecordVerification> {
    const { recordChain, visibility, hiddenEntities } = this.#options;
    const answer = await recordChain.verify(query);
    const hidden = await hiddenEntities.among(
      collectEntityRefs(answer.firstBreak),
      await visibility.decide(credentials),
    );
    return hideEntities(answer, hidden);
  }

  /** What outlived its retention; entities and people whom the caller may not see are not named. */
  async outlived({
    credentials,
  }: {
    credentials: BackstageCredentials;
  }): Promise<RetentionList> {
    const { retention, visibility, hiddenEntities } = this.#options;
    const list = await retention.list();
    const hidden = await hiddenEntities.among(
      collectEntityRefs(list),
      await visibility.decide(credentials),
    );
    return hideEntities(list, hidden);
  }
}
