import type { ChangeDetail } from 'backstage-plugin-continuity-common';
import { RecordDrawer } from '../../record/RecordDrawer';
import { useTranslation } from '../../translation';

const ACTIONS = [
  'recorded',
  'assessed',
  'updated',
  'approved',
  'implemented',
  'withdrawn',
  'reviewed',
] as const;

/** What was done with a change, newest first. */
export const ChangeHistoryDrawer = (props: {
  change: ChangeDetail;
  onClose: () => void;
}) => {
  const { title, history } = props.change;
  const { t } = useTranslation();
  return (
    <RecordDrawer
      title={t('record.title', { name: title })}
      history={{
        items: history.map((entry, index) => ({
          ...entry,
          id: String(history.length - index),
        })),
        total: history.length,
        loading: false,
        error: undefined,
        hasOlder: false,
        loadOlder: () => {},
      }}
      actionOf={({ action }) => {
        const known = ACTIONS.find(each => each === action);
        return known
          ? t(`change.historyAction.${known}`)
          : t('change.historyAction.other', { action });
      }}
      onClose={props.onClose}
    />
  );
};
