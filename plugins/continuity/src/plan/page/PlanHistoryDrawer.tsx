import { useApi } from '@backstage/core-plugin-api';
import type { RecordEntry } from 'backstage-plugin-continuity-common';
import { useCallback } from 'react';
import { continuityApiRef } from '../../api';
import { RecordDrawer } from '../../record/RecordDrawer';
import { useRecordPages } from '../../record/useRecordPages';
import { useTranslation } from '../../translation';
import type { Translate } from '../../translation/Translate';

const ACTIONS = [
  'created',
  'version-begun',
  'submitted',
  'returned',
  'approved',
  'archived',
  'confirmed',
  'draft-discarded',
  'cloned',
  'made-primary',
  'imported',
  'private-contacts-saved',
  'owner-changed',
  'retention-ended',
  'entity-renamed',
  'change-requested',
  'change-withdrawn',
  'change-request-done',
  'change-request-declined',
  'change-request-withdrawn',
] as const;

/** What somebody did with the plan, as the words after their name. */
function actionText(t: Translate, entry: RecordEntry): string {
  const action = ACTIONS.find(each => each === entry.action);
  return action
    ? t(`plan.history.action.${action}`)
    : t('plan.history.action.other', { action: entry.action });
}

/** What was decided about a plan, newest first. */
export const PlanHistoryDrawer = (props: {
  planId: string;
  title: string;
  onClose: () => void;
}) => {
  const { planId, title, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const history = useRecordPages(
    useCallback(page => api.plans.getHistory(planId, page), [api, planId]),
  );
  return (
    <RecordDrawer
      title={t('record.title', { name: title })}
      history={history}
      actionOf={entry => actionText(t, entry)}
      onClose={onClose}
    />
  );
};
