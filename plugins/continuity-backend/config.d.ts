import { HumanDuration } from '@backstage/types';

/** A cadence (`P1Y`), alone or as a section. */
type Requirement = string | { every: string };

/** A time after the requirement began to apply (`P90D`), or a day (`2027-03-31`). */
type Due = string;

export interface Config {
  /**
   * The continuity policy and how this installation runs. Everything is optional: what is left out is taken from the shipped policy. Nothing here
   * is secret; the app gets the policy from the backend, as its readers may see it. See docs/config.md.
   *
   * @visibility backend
   */
  continuity?: {
    /**
     * Name of the time zone in which days end and cadences are counted, from the IANA database. Default: UTC.
     *
     * @visibility backend
     */
    timeZone?: string;

    /**
     * The tiers, most critical first. Replaces the shipped ones as a whole.
     *
     * @visibility backend
     */
    tiers?: Array<{
      /** At most 63 letters, digits, `-`, `_` and `.`: it is written as a label, too. Not `none`. */
      id: string | number;
      /** Default: the id. */
      title?: string;
      description?: string;
      /** What an entity of the tier gets where it has no values of its own. */
      targets?: {
        /** Recovery time objective: `PT4H`, `4h`; `0` = no interruption. Not beyond the mtpd. */
        rto?: string | number;
        /** Recovery point objective: `PT5M`; `0` = no loss; `none` = holds no data. */
        rpo?: string | number;
        /** Maximum tolerable period of disruption. */
        mtpd?: string | number;
      };
      /** What an entity of the tier must have; what is left out is not required. */
      requires?: {
        /** A plan, and how often it is reviewed. */
        plan?: Requirement;
        /** A business impact analysis, and how often it is renewed. */
        bia?: Requirement;
        /** A risk assessment, and how often it is renewed. */
        risk?: Requirement;
        /** An agreement with the business, and how often it is renewed. */
        agreement?: Requirement;
        /** The tests, at most one per depth. */
        tests?: Array<{
          depth:
            | 'review'
            | 'walkthrough'
            | 'tabletop'
            | 'simulation'
            | 'parallel'
            | 'failover'
            | 'restore';
          /** Cadence, such as `P3M`. */
          every: string;
          /** The environments that count. Default: all. */
          environments?: Array<'production' | 'production-like' | 'other'>;
          /** Whether a partial test counts. Default: true. */
          partial?: boolean;
        }>;
      };
    }>;

    /**
     * Which entities count: a filter predicate, as in the catalog. Replaces the shipped one as a whole.
     *
     * @visibility backend
     */
    scope?: object;

    /**
     * Where values may be read from besides the `continuity/…` annotations, tried in order. Exactly one of annotation, label, tag and spec.
     *
     * @visibility backend
     */
    mappings?: Array<{
      field:
        | 'tier'
        | 'rto'
        | 'rpo'
        | 'mtpd'
        | 'wrt'
        | 'mbco'
        | 'recoveryTime'
        | 'recoveryOwner'
        | 'recoveryAlternates';
      annotation?: string;
      /** Not one of the labels that this software writes. */
      label?: string;
      /** How the tag begins (`tier-`), or `*` for every tag. */
      tag?: string;
      /** A path below spec, `tier` or `continuity.rto`. */
      spec?: string;
      /** What the texts mean. Without a table the text is read as the field is. */
      values?: { [text: string]: string | number | boolean };
      /** True: as strong as the entity's own annotation, and before what was saved in the portal. Default: false. */
      authoritative?: boolean;
    }>;

    /**
     * The fields that an entity takes over from its system. Default: all but recoveryAlternates.
     *
     * @visibility backend
     */
    inherit?: string[];

    /**
     * Severity per gap code, where it differs from the shipped one.
     *
     * @visibility backend
     */
    severities?: { [gapCode: string]: 'critical' | 'warning' | 'information' };

    /**
     * How long before a due date "due soon" begins. Default: P30D.
     *
     * @visibility backend
     */
    dueSoon?: string;

    /**
     * When requirements fall due for the first time.
     *
     * @visibility backend
     */
    programme?: {
      /** Default: P90D. */
      plan?: Due;
      /** Default: P60D. */
      bia?: Due;
      /** Default: P90D. */
      risk?: Due;
      /** Default: P60D. */
      agreement?: Due;
      /** Default: P90D. */
      firstTest?: Due;
      /** New entities get at least this long. Default: P30D. */
      newEntityGrace?: string;
      /** Per tier id, where it differs. */
      tiers?: {
        [tier: string]: {
          plan?: Due;
          bia?: Due;
          risk?: Due;
          agreement?: Due;
          firstTest?: Due;
        };
      };
    };

    /** @visibility backend */
    plans?: {
      /** The kinds of plan that satisfy "requires a plan". Default: service-recovery, computer-systems-and-network. */
      satisfyingKinds?: Array<
        | 'service-recovery'
        | 'accommodation-and-services'
        | 'computer-systems-and-network'
        | 'telecommunications'
        | 'security'
        | 'personnel'
        | 'finance-and-administration'
      >;
      /** How often an emergency copy of all plans is to be made, such as P90D. Left out: nobody is told when the last one is old. */
      emergencyCopy?: string;
    };

    /**
     * What a business impact analysis rates. An analysis that is recorded keeps the points, ratings and categories of its day.
     *
     * @visibility backend
     */
    bia?: {
      /** Points in time, earliest first; weeks are accepted. Default: 1h, 4h, 1d, 3d, 1w. */
      points?: string[];
      /** Least first. Default: negligible, minor, moderate, serious, catastrophic. */
      ratings?: Array<{ id: string; title: string }>;
      /** Default: financial, safety, legal, reputation, operations, customers. */
      categories?: Array<{
        id: string;
        title: string;
        /** The id of the rating from which impact is intolerable. */
        intolerableFrom: string;
      }>;
    };

    /**
     * Tests, their windows and their evidence.
     *
     * @visibility backend
     */
    testing?: {
      /** Passes that nobody reviewed lapse this long after they were held. Default: P30D. */
      reviewWithin?: string;
      /** How long a retest may take once it is needed. Default: P90D. */
      retestWithin?: string;
      /** When tests in production may be held, in the policy's time zone. Default: at any time. */
      windows?: Array<{
        days: Array<
          | 'monday'
          | 'tuesday'
          | 'wednesday'
          | 'thursday'
          | 'friday'
          | 'saturday'
          | 'sunday'
        >;
        /** Such as 22:00. */
        from: string;
        /** Such as 06:00, of the next day where it is not after `from`; 24:00 is accepted. */
        to: string;
      }>;
      /** When nothing may be tested in production: days, the last one included. Default: never. */
      freezes?: Array<{ title: string; from: string; to: string }>;
      attachments?: {
        /** Of one file, at most 1400000. Default: 1000000. */
        maxBytes?: number;
        /** Default: PDF, PNG, JPEG, plain text, Markdown, CSV, JSON. */
        mediaTypes?: string[];
      };
      /** The depths for which a supplier's attestation may satisfy a requirement. Default: none. */
      supplierEvidence?: string[];
      /** For what machines may report results. Default: nothing. */
      reporters?: Array<{
        /** Subject of the service's token, such as external:restore-job. */
        subject: string;
        /** Full refs; a system stands for itself and its parts, * for everything. */
        entities: string[];
        depths: string[];
      }>;
      /** Within which time findings are due that name no day, by severity. */
      findings?: {
        /** Default: P14D. */
        high?: string;
        /** Default: P30D. */
        medium?: string;
        /** Default: P90D. */
        low?: string;
      };
      /** How long before people are reminded. */
      reminders?: {
        /** Of a test that comes up. Default: P7D. */
        test?: string;
        /** Of a review whose time runs out. Default: P7D. */
        review?: string;
        /** Of a finding that falls due. Default: P7D. */
        finding?: string;
        /** In which language they are sent. Default: en. */
        language?: 'en' | 'de';
      };
      calendarFeeds?: {
        /** A feed ends after this time. Default: P180D. */
        expireAfter?: string;
        /** A feed gives nothing while its owner has not visited the portal for this long. Default: P90D. */
        visitWithin?: string;
      };
    };
    exemptions?: {
      /** How long an exemption may last. Default: P1Y. */
      longest?: string;
      /** How often an exemption may be renewed, 0 to 100. Default: 2. */
      renewals?: number;
      /** How long before its end people are reminded. Default: P14D. */
      remindBefore?: string;
    };

    /**
     * What is made of a change that touches what plans cover.
     *
     * @visibility backend
     */
    changes?: {
      /** What is material when it changes: dependencies, owner, lifecycle, type, system, targets, addition, removal. Default: all of them. */
      material?: string[];
      /**
       * By rule (plan-review-needed, retest-needed, new-entity-without-continuity, removes-recovery-dependency, introduces-target-conflict,
       * weakens-requirement, overlaps-planned-test, plan-invoked): what is made of what a change causes. Default: warn.
       */
      enforcement?: {
        [rule: string]:
          | 'off'
          | 'warn'
          | 'block'
          | {
              default?: 'off' | 'warn' | 'block';
              /** By tier id. */
              tiers?: { [tier: string]: 'off' | 'warn' | 'block' };
            };
      };
      /**
       * By rule (plan-missing, plan-stale, plan-review-overdue, test-overdue, test-failed, owner-unresolved): what is made of what was so before.
       * Default: off.
       */
      alreadyThere?: { [rule: string]: 'off' | 'warn' };
      /** Within which time an emergency change is reviewed. Default: P5D. */
      emergencyReview?: string;
      /** Within which time a plan change request is answered. Default: P30D. */
      requestDue?: string;
      /** What answers to machines may name, by the subject of their token; all else is counted. Default: nothing. */
      machines?: Array<{
        /** Such as external:ci. */
        subject: string;
        /** Full refs; a system stands for itself and its parts, * for everything. */
        scope: { entities: string[] };
      }>;
      /** ITSM tools that tell of changes by signed messages. Default: none. */
      webhooks?: Array<{
        /** In the address: /api/continuity/changes/webhook/<source>. */
        source: string;
        /**
         * With which its messages are signed, at least 16 characters.
         * @visibility secret
         */
        secret: string;
        /** How old a signed message may be. Default: 5m. */
        tolerance?: string;
        /** Where in its messages things are: dotted paths, or {path, values}. */
        map: object;
        /** What the outcome may name. Default: nothing. */
        scope?: { entities: string[] };
        /** Where the outcome is posted to. */
        callback?: {
          /** @visibility secret */
          url: string;
          /**
           * Default: that of the webhook.
           * @visibility secret
           */
          secret?: string;
        };
      }>;
      /** Standard changes that are approved beforehand. Default: none. */
      standardModels?: Array<{
        id: string;
        title: string;
        description?: string;
      }>;
      /** Whether files in no entity's folder belong to the entity at the root of their repository. Default: false. */
      rootEntityTakesRest?: boolean;
    };

    /**
     * For "what if we lose …".
     *
     * @visibility backend
     */
    dependencies?: {
      /**
       * Labels and annotations by which lost entities can be looked for (a region, a provider), besides those that scope and mappings read. Default:
       * region, zone, datacenter, provider, environment, topology.kubernetes.io/region, topology.kubernetes.io/zone.
       */
      filterKeys?: string[];
    };

    /**
     * Shares from 0 to 1: a sweep in which more is gone is taken as broken, and changes nothing until a second one says the same.
     *
     * @visibility backend
     */
    massLoss?: {
      /** Default: 0.05. */
      owners?: number;
      /** Default: 0.2. */
      entities?: number;
    };

    /**
     * Figures: critical success factors, targets, and how often both are reviewed.
     *
     * @visibility backend
     */
    insights?: {
      /** What has to go right. Replaces the shipped ones as a whole. */
      factors?: Array<{
        /** At most 40 small letters, digits and `-`. */
        id: string;
        title: string;
        description?: string;
        /** The figures by which it is seen, as keys of `targets`. */
        kpis: string[];
      }>;
      /** What is aimed at, per figure: shares from 0 to 1, else numbers from 0; null: nothing. */
      targets?: {
        coverage?: number | null;
        'tests-held'?: number | null;
        'test-objectives-met'?: number | null;
        'rta-to-rto'?: number | null;
        'plan-reviews-overdue'?: number | null;
        'plans-stale'?: number | null;
        'findings-open'?: number | null;
        'findings-overdue'?: number | null;
        'findings-days-to-close'?: number | null;
        'changes-assessed'?: number | null;
        'change-requests-on-time'?: number | null;
        'exemptions-in-force'?: number | null;
      };
      /** Default: P1Y. */
      reviewEvery?: string;
    };

    /**
     * An entity that returns to the catalog within this time, from the same location, gets its records back. Default: P30D.
     *
     * @visibility backend
     */
    returnWithin?: string;

    /**
     * For how long what does not count any more is kept; what counts is never deleted.
     *
     * @visibility backend
     */
    retention?: {
      /** Business impact analyses and risk assessments that were replaced, declined or put away. Default: P3Y. */
      analyses?: string;
      /** Superseded versions of plans, after they were replaced. Left out: for good. */
      planVersions?: string;
      /** Agreements, after the next one replaced them. Left out: for good. */
      agreements?: string;
      /** Tests with their reports, after they were held; never while they decide how a service stands. Default: P3Y. */
      tests?: string;
      /** Findings, after they were verified or accepted. Default: P3Y. */
      findings?: string;
      /** Decisions on probable renames. Default: P3Y. */
      carryOvers?: string;
      /** Calendar feeds, after they ended. Default: P1Y. */
      calendarFeeds?: string;
      /** Keys by which results from machines count once. Default: P1Y. */
      machineReports?: string;
      /** What digests of reminders said. Default: P1Y. */
      reminders?: string;
      /** Files of evidence packs, after they were made. Default: P1Y. */
      evidencePacks?: string;
    };

    /**
     * The group (or user) who plays the continuity manager, to be named in texts.
     *
     * @visibility backend
     */
    continuityManager?: string;

    /**
     * How the catalog is read. Changing it makes no new version of the policy.
     *
     * @visibility backend
     */
    sweep?: {
      /** Default: PT10M. */
      frequency?: string | HumanDuration;
      /** Default: PT30M. */
      timeout?: string | HumanDuration;
      /** Default: PT10S. */
      initialDelay?: string | number | HumanDuration;
      /** Entities per page and rows per write, 1 to 500. Default: 500. */
      batchSize?: number;
    };

    /**
     * Records to begin with, read once while the store is empty; for development.
     *
     * @visibility backend
     */
    seed?: {
      /** Path of a YAML file. */
      file: string;
      /**
       * How far back the portal's history begins, such as P6M: what the file dates after that is done again in its order, and everything assessed
       * as of then. Left out, the history begins with the first start.
       */
      history?: string;
    };
  };
}
