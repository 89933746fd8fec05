import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  addCadence,
  evidenceLines,
  parseCadence,
  retentionPolicy,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { readTitles } from '../../catalog/readTitles';
import type { Visibility } from '../../catalog/Visibility';
import { inChunks } from '../../database/inChunks';
import { whereInList } from '../../database/whereInList';
import {
  collectEntityRefs,
  replaceEntityRefs,
} from '../../permissions/entityRefsIn';
import { hideEntities } from '../../permissions/hideEntities';
import type { RecordStore } from '../../record/RecordStore';
import { evidenceDocuments } from '../../coverage/evidence/evidenceDocuments';
import {
  countMissing,
  evidenceIndex,
  type IndexedService,
} from '../../coverage/evidence/evidenceIndex';
import {
  EvidencePackStore,
  evidenceRecordRef,
  type StoredPack,
} from '../../coverage/evidence/EvidencePackStore';
import { HashedZip } from '../../coverage/evidence/HashedZip';
import { EvidenceReader } from '../../coverage/evidence/EvidenceReader';
import { EvidenceWriter } from '../../coverage/evidence/EvidenceWriter';

/** How many services are gathered at a time. */
const AT_A_TIME = 25;

interface Options {
  database: Knex;
  records: RecordStore;
  evidencePacks: EvidencePackStore;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}

/** Makes the evidence packs that were asked for, one after the other; any replica may. */
export class EvidencePacker {
  readonly #options: Options;
  readonly #reader: EvidenceReader;

  static create(options: Options): EvidencePacker {
    return new EvidencePacker(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#reader = EvidenceReader.create(options);
  }

  /** Makes what waits; returns how many packs were finished. */
  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { evidencePacks, logger } = this.#options;
    let made = 0;
    while (!options.signal?.aborted) {
      const pack = await evidencePacks.claim(this.#now());
      if (!pack) break;
      try {
        await this.#make(pack, options.signal);
        made += 1;
      } catch (error) {
        logger.error(`Evidence pack ${pack.id} could not be made: ${error}`);
        // the next turn takes it up again, a few times
        await evidencePacks.release(pack.id, 'The log of the portal says why.');
        break;
      }
    }
    return made;
  }

  async #make(pack: StoredPack, signal?: AbortSignal): Promise<void> {
    const { database, records, evidencePacks, policy } = this.#options;
    const madeAt = this.#now();
    const zip = new HashedZip();
    const services: IndexedService[] = [];
    const written = new Set<string>();
    const titles = new Map<string, string>();
    const writer = new EvidenceWriter({
      titles,
      madeAt,
      timeZone: policy.timeZone,
    });
    for (const refs of inChunks(pack.entityRefs, AT_A_TIME)) {
      if (signal?.aborted) throw new Error('stopped; it is begun again later');
      const read = await this.#reader.read(refs, {
        from: pack.fromAt,
        to: pack.toAt,
      });
      const named = collectEntityRefs(read);
      const hidden = await this.#hiddenAmong(named, pack.sight);
      const seen = hideEntities(read, hidden).sort(
        (a, b) => refs.indexOf(a.entityRef) - refs.indexOf(b.entityRef),
      );
      const shown = [...named].filter(ref => !hidden.has(ref));
      for (const [ref, title] of await readTitles(database, shown)) {
        titles.set(ref, title);
      }
      for (const of of seen) {
        const { found, documents } = evidenceDocuments(of, writer);
        const { entityRef, title, assessment, exemptions } = of;
        services.push({
          of: { entityRef, title, assessment, exemptions },
          lines: evidenceLines(found).map(line => ({
            ...line,
            missing: line.missing.map(text =>
              replaceEntityRefs(text, ref => titles.get(ref)),
            ),
          })),
        });
        for (const { path, write } of documents) {
          if (written.has(path)) continue;
          written.add(path);
          zip.add(path, write());
        }
      }
      await evidencePacks.progress(pack.id, services.length, this.#now());
    }
    for (const [ref, title] of await readTitles(database, [pack.requestedBy])) {
      titles.set(ref, title);
    }
    const sealHead = await this.#sealHead();
    const policyVersion = await this.#policyVersion(pack.toAt);
    const facts = {
      title: pack.title,
      from: pack.period.from,
      to: pack.period.to,
      scope: scopeText(pack),
      madeBy: pack.requestedBy,
      policyVersion,
      sealHead,
      leftOut: pack.leftOut,
    };
    for (const { path, text } of evidenceIndex(services, facts, writer)) {
      zip.add(path, text);
    }
    const content = await zip.finish({
      pack: pack.id,
      madeAt,
      madeBy: pack.requestedBy,
      period: pack.period,
      timeZone: policy.timeZone,
      scope: pack.scope,
      services: services.length,
      leftOut: pack.leftOut,
      policyVersion,
      historySealedUpTo: sealHead,
    });
    const sha256 = createHash('sha256').update(content).digest('hex');
    const missing = countMissing(services);
    const finishedAt = this.#now();
    await database.transaction(async trx => {
      await evidencePacks.finish(trx, pack.id, {
        at: finishedAt,
        expiresAt: this.#expiresAt(finishedAt),
        missing,
        sha256,
        content,
      });
      await records.append(trx, [
        {
          entityRef: evidenceRecordRef(pack.id),
          type: 'evidence',
          action: 'made',
          by: pack.requestedBy,
          at: finishedAt,
          before: null,
          after: {
            period: pack.period,
            services: services.length,
            leftOut: pack.leftOut,
            missing,
            sha256,
          },
        },
      ]);
    });
  }

  /** What was visible when the pack was asked for; what the catalog never had is no secret. */
  async #hiddenAmong(
    refs: ReadonlySet<string>,
    sight: Visibility,
  ): Promise<Set<string>> {
    if (sight.kind === 'all') return new Set();
    const rows: Array<{ entity_ref: string; uid: string | null }> =
      await whereInList(
        this.#options.database('mirror_entities'),
        'entity_ref',
        refs,
      ).select('entity_ref', 'uid');
    return new Set(
      rows
        .filter(
          ({ uid }) =>
            sight.kind === 'none' ||
            uid === null ||
            !sight.uids.has(uid.toLowerCase()),
        )
        .map(row => row.entity_ref),
    );
  }

  async #sealHead(): Promise<{ position: number; sha256: string } | null> {
    const row = await this.#options
      .database('record_seal_head')
      .where({ id: 1 })
      .first('position', 'sha256');
    const position = Number(row?.position ?? 0);
    return position === 0 ? null : { position, sha256: row.sha256 };
  }

  async #policyVersion(at: string): Promise<string | null> {
    const row = await this.#options
      .database('policy_versions')
      .where('valid_from', '<', at)
      .orderBy('id', 'desc')
      .first('version');
    return row?.version ?? null;
  }

  #expiresAt(finishedAt: string): string {
    const { policy } = this.#options;
    const cadence = parseCadence(retentionPolicy(policy).evidencePacks);
    if (!cadence.ok) throw new RangeError(cadence.message);
    return addCadence(finishedAt, cadence.cadence, policy.timeZone);
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }
}

function scopeText({ scope }: StoredPack): string {
  const parts = Object.entries(scope).map(
    ([key, value]) =>
      `${key === 'entityRefs' ? 'entities' : key}: ${[value]
        .flat()
        .join(', ')}`,
  );
  return parts.length === 0 ? 'all services in scope' : parts.join('; ');
}
