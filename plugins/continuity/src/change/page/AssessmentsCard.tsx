import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { ChangeDetail } from 'backstage-plugin-continuity-common';
import { usePartyName } from '../../profile/usePartyName';
import { Moment } from '../../record/Moment';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';

/** Every assessment of a change, newest first. */
export const AssessmentsCard = (props: {
  assessments: ChangeDetail['assessments'];
}) => {
  const shared = usePageStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  return (
    <EntityInfoCard title={t('change.page.assessments')}>
      <ul
        className={shared.plainList}
        aria-label={t('change.page.assessments')}
      >
        {props.assessments.map(({ number, at, by, verdict, caused }) => (
          <li key={number} className={shared.divided}>
            <strong>
              {t('change.page.assessment', {
                number,
                verdict: t(`change.verdict.${verdict}`),
              })}
            </strong>
            <div className={shared.small}>
              {caused === 0
                ? t('change.page.causedNothing')
                : t('change.page.caused', { count: caused })}
              {' · '}
              <Moment at={at} />{' '}
              {t('change.page.assessmentBy', { who: partyName(by) })}
            </div>
          </li>
        ))}
      </ul>
    </EntityInfoCard>
  );
};
