import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  readGapCauseKey,
  type CoverageQuery,
} from 'backstage-plugin-continuity-common';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { MirrorStore } from '../../catalog/MirrorStore';
import type { CoverageRows } from '../../coverage/coverageRows';
import type { ResolvedFilters } from '../../coverage/coverageFilters';
import type { AskedMoment, PastReader } from '../../coverage/PastReader';
import { Access, CallerAccess } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { partiesOf } from '../../permissions/partiesOf';

/** A question about coverage with all that had to be looked up for it. */
export interface CoverageQuestion {
  access: Access;
  rows: CoverageRows;
  then: AskedMoment['then'];
}

interface Options {
  access: CallerAccess;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  engine: AssessmentEngine;
  mirror: MirrorStore;
  past: PastReader;
}

/** Says which rows a question about coverage is about: what the caller may see, at the moment that is asked for, after what fell due was settled. */
export class CoverageScope {
  readonly #options: Options;

  static create(options: Options) {
    return new CoverageScope(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async resolve(
    query: Omit<CoverageQuery, 'sort' | 'limit' | 'cursor'>,
    {
      credentials,
      known,
    }: { credentials: BackstageCredentials; known?: Access },
  ): Promise<CoverageQuestion> {
    const { engine, past, visibility } = this.#options;
    const { asOf: asked, ...filters } = query;
    const { asOf, then } = await past.resolve(asked);
    const access = known ?? (await this.#options.access.of(credentials));
    await engine.settleDue();
    return {
      access,
      then,
      rows: {
        asOf,
        filters: await this.#filters(filters, access),
        visibility: await visibility.resolve(access.read),
      },
    };
  }

  async #filters(
    query: Omit<CoverageQuery, 'sort' | 'limit' | 'cursor' | 'asOf'>,
    access: Access,
  ): Promise<ResolvedFilters> {
    const { mirror } = this.#options;
    const { owner, system, domain, cause, mine, ...filters } = query;
    const named = [
      ...[owner, system, domain].flatMap(refs => refs ?? []),
      ...(cause ?? []).map(refBehind),
    ];
    const hidden = await this.#options.hiddenEntities.among(
      named.map(normalise),
      access.read,
    );
    // who asks for a hidden owner or system learns nothing by it
    const visible = (refs: string[] | undefined) =>
      refs?.map(normalise).filter(ref => !hidden.has(ref));
    const owners = visible(owner);
    return {
      ...filters,
      owner: owners && (await mirror.groupsBelow(owners)),
      system: visible(system),
      domain: visible(domain),
      cause: cause?.filter(each => !hidden.has(normalise(refBehind(each)))),
      parties: mine ? await partiesOf(access, mirror) : undefined,
    };
  }
}

function refBehind(cause: string): string {
  return readGapCauseKey(cause)?.entityRef ?? '';
}

function normalise(entityRef: string): string {
  return entityRef.toLocaleLowerCase('en-US');
}
