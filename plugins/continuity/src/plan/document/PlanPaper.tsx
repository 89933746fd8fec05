import type {
  PlanDetail,
  PlanPrivateContacts,
  PlanVersion,
} from 'backstage-plugin-continuity-common';
import { usePartyName } from '../../profile/usePartyName';
import { PrintedPaper } from '../../record/PrintedPaper';
import { fullMoment } from '../../record/relativeTime';
import { formatDueDay } from '../../status/formatDay';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { PlanDocument } from './PlanDocument';

/** The version as a document on paper; it exists only while the browser prints. */
export const PlanPaper = (props: {
  plan: PlanDetail;
  version: PlanVersion;
  secrets: PlanPrivateContacts['items'] | undefined;
}) => {
  const { plan, version, secrets } = props;
  const locale = useLocale();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const isInForce = plan.inForce?.version === version.version;
  const facts = (printedAt: string): Array<[string, string]> => [
    [t('plan.fact.version'), String(version.version)],
    [
      t('plan.fact.state'),
      t(
        `plan.state.${
          version.state === 'approved' ? 'in-force' : version.state
        }`,
      ),
    ],
    [t('plan.fact.kind'), t(`plan.kind.${plan.kind}`)],
    [t('plan.fact.owner'), plan.owner.title ?? partyName(plan.owner.ref)],
    ...(version.approvedAt
      ? ([
          [t('plan.fact.approvedOn'), fullMoment(version.approvedAt, locale)],
          [
            t('plan.fact.approvedBy'),
            version.approvedFor
              ? t('plan.paper.approvedFor', {
                  by: partyName(version.approvedBy ?? ''),
                  whom: partyName(version.approvedFor),
                })
              : partyName(version.approvedBy ?? ''),
          ],
        ] as Array<[string, string]>)
      : []),
    ...(isInForce && plan.reviewDueAt
      ? ([
          [
            t('plan.fact.reviewDue'),
            formatDueDay(plan.reviewDueAt, { locale, now: new Date(0) }),
          ],
        ] as Array<[string, string]>)
      : []),
    [t('plan.fact.printed'), fullMoment(printedAt, locale)],
  ];
  return (
    <PrintedPaper
      title={version.title}
      facts={facts}
      foot={t('plan.paper.foot', { hash: version.sha256 })}
    >
      <PlanDocument
        plan={plan}
        contents={version.contents}
        secrets={secrets}
        onSecrets={() => {}}
        forPaper
      />
    </PrintedPaper>
  );
};
