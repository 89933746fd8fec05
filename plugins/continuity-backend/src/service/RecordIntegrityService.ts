import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  RecordIntegrity,
  RecordVerification,
  RecordVerifyQuery,
} from 'backstage-plugin-continuity-common';
import { CatalogVisibility } from '../permissions/CatalogVisibility';
import { collectEntityRefs } from '../permissions/entityRefsIn';
import { HiddenEntities } from '../permissions/HiddenEntities';
import { hideEntities } from '../permissions/hideEntities';
import { RecordChain } from '../record/RecordChain';

interface Options {
  recordChain: RecordChain;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
}

/** Answers whether anybody touched the history. */
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
}
