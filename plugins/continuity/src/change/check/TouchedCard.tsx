import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type {
  ChangeAssessment,
  MaterialChange,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { useNames } from '../../catalog/Names';
import { withNames } from '../../catalog/withNames';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';

/** What a change touches, how that is known, and what plans rest on of it. */
export const TouchedCard = (props: { assessment: ChangeAssessment }) => {
  const { touched, material } = props.assessment;
  const shared = usePageStyles();
  const { t } = useTranslation();
  if (touched.length === 0) return null;
  return (
    <EntityInfoCard title={t('change.touched.title')}>
      <ul className={shared.plainList}>
        {touched.map(({ entityRef, action, content, by }) => (
          <li key={entityRef} className={shared.divided}>
            <EntityName entityRef={entityRef} />{' '}
            <span className={shared.small}>
              {t(`change.touchAction.${action}`)}
              {' · '}
              {t(`change.touched.content.${content}`)}
              {by.length > 0 &&
                ` · ${t('change.touched.by', {
                  what: by
                    .map(each =>
                      each === 'request' ? t('change.touched.request') : each,
                    )
                    .join(', '),
                })}`}
            </span>
            <MaterialList
              material={material.filter(each => each.entityRef === entityRef)}
            />
          </li>
        ))}
      </ul>
    </EntityInfoCard>
  );
};

function MaterialList({ material }: { material: MaterialChange[] }) {
  const shared = usePageStyles();
  const { t } = useTranslation();
  const names = useNames();
  if (material.length === 0) return null;
  const value = (text: string | null) =>
    text === null || text === ''
      ? t('change.touched.nothing')
      : withNames(text, names);
  return (
    <ul className={shared.list} aria-label={t('change.touched.material')}>
      {material.map(({ aspect, before, after }) => (
        <li key={`${aspect} ${before} ${after}`}>
          {t(`change.touched.aspect.${aspect}`)}
          {aspect !== 'addition' &&
          aspect !== 'removal' &&
          (before !== null || after !== null)
            ? `: ${t('change.touched.fromTo', {
                before: value(before),
                after: value(after),
              })}`
            : ''}
        </li>
      ))}
    </ul>
  );
}
