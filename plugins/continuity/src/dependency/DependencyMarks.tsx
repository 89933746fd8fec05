import { describeDuration } from 'backstage-plugin-continuity-common';
import type { DependencyItem } from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import { useTranslation } from '../translation';
import { Mark } from './Mark';

/** What there is to know about how something is needed: soft, not classified, unresolved, in a circle, through an API. */
export const DependencyMarks = (props: {
  item: Pick<DependencyItem, 'class' | 'resolved' | 'inCycle' | 'edge'>;
  titles?: Record<string, string>;
}) => {
  const { item, titles = {} } = props;
  const { t } = useTranslation();
  const endurable = item.edge?.endurableSeconds ?? null;
  const apis = (item.edge?.ways ?? []).flatMap(way => way.api ?? []);
  return (
    <>
      {!item.resolved && (
        <Mark
          kind="unresolved"
          explanation={t('dependency.row.unresolvedMeaning')}
        >
          {t('dependency.row.unresolved')}
        </Mark>
      )}
      {item.class === 'soft' && (
        <Mark kind="soft" explanation={t('dependency.row.softMeaning')}>
          {endurable === null
            ? t('dependency.row.soft')
            : t('dependency.row.softFor', {
                time: describeDuration(endurable),
              })}
        </Mark>
      )}
      {/* Further away it is the path that is not classified: said once, in the numbers above. */}
      {item.class === 'unclassified' && item.edge && (
        <Mark
          kind="unclassified"
          explanation={t('dependency.row.unclassifiedMeaning')}
        >
          {t('dependency.row.unclassified')}
        </Mark>
      )}
      {item.inCycle && (
        <Mark kind="cycle" explanation={t('dependency.row.cycleMeaning')}>
          {t('dependency.row.cycle')}
        </Mark>
      )}
      {apis.length > 0 && (
        <Mark kind="api">
          {t('dependency.row.viaApi', {
            name: apis
              .map(ref => titles[ref] ?? nameOfRef(ref, 'api'))
              .join(', '),
          })}
        </Mark>
      )}
    </>
  );
};
