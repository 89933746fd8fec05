import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { continuityApiRef } from '../../api';
import { RecordDrawer } from '../../record/RecordDrawer';
import { useRecordPages } from '../../record/useRecordPages';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { testActionText } from './testActionText';
import { zonedMoment } from '../../screen/zonedTime';

/** What was decided about a test, newest first. */
export const TestHistoryDrawer = (props: {
  testId: string;
  title: string;
  zone: string;
  onClose: () => void;
}) => {
  const { testId, title, zone, onClose } = props;
  const api = useApi(continuityApiRef);
  const locale = useLocale();
  const { t } = useTranslation();
  const history = useRecordPages(
    useCallback(page => api.tests.getHistory(testId, page), [api, testId]),
  );
  return (
    <RecordDrawer
      title={t('record.title', { name: title })}
      history={history}
      actionOf={entry => testActionText(t, entry.action)}
      momentOf={entry => zonedMoment(entry.at, { zone, locale })}
      onClose={onClose}
    />
  );
};
