import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { LabelsPage } from 'backstage-plugin-continuity-common';
import { LabelStore } from '../../assessment/LabelStore';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { readUidsOf } from '../../permissions/readUidsOf';

const PAGE = 1_000;

/** Gives out the labels that the catalog shows, of what the caller may see. */
export class LabelService {
  readonly #options: {
    labels: LabelStore;
    mirror: MirrorStore;
    visibility: CatalogVisibility;
  };

  static create(options: {
    labels: LabelStore;
    mirror: MirrorStore;
    visibility: CatalogVisibility;
  }) {
    return new LabelService(options);
  }

  private constructor(options: {
    labels: LabelStore;
    mirror: MirrorStore;
    visibility: CatalogVisibility;
  }) {
    this.#options = options;
  }

  async changedSince(
    sinceRevision: number,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<LabelsPage> {
    const { labels, mirror, visibility } = this.#options;
    const page = await labels.changedSince({ sinceRevision, limit: PAGE });
    const decision = await visibility.decide(credentials);
    const visible = await visibility.visibleAmong(
      page.items.map(item => item.entityRef),
      { ...decision, uidsOf: refs => readUidsOf(mirror, refs) },
    );
    return {
      ...page,
      items: page.items.filter(item => visible.has(item.entityRef)),
    };
  }
}
