import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { continuityApiRef } from '../api';
import { useNames } from '../catalog/Names';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { describeAction, describeChanges } from './describeChange';
import { RecordDrawer } from './RecordDrawer';
import { useRecordPages } from './useRecordPages';

/** What was decided about an entity: who, when, what before and after, and why. */
export const HistoryDrawer = (props: {
  entityRef: string;
  name: string;
  onClose: () => void;
}) => {
  const { entityRef, name, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const locale = useLocale();
  const names = useNames();
  const history = useRecordPages(
    useCallback(page => api.getHistory(entityRef, page), [api, entityRef]),
  );
  return (
    <RecordDrawer
      title={t('record.title', { name })}
      history={history}
      actionOf={entry => describeAction(t, entry)}
      changesOf={entry => describeChanges(t, entry, { locale, names })}
      onClose={onClose}
    />
  );
};
