import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '../../translation';
import { AnalysisDraftNote } from './AnalysisDraftNote';
import { AnalysisHistoryDialog } from './AnalysisHistoryDialog';

/** What the cards of both analyses share: their buttons, the note about a draft, and the dialogs behind these. */
export const AnalysisCardFrame = (props: {
  sort: 'bia' | 'risk';
  continuity: EntityContinuity;
  /** Above the note about a draft. */
  pending?: ReactNode;
  discard: (
    draftId: string,
    request: { reason?: string },
  ) => Promise<EntityContinuity>;
  /** The dialog in which it is written. */
  editor: (how: {
    onClose: () => void;
    onSaved: (continuity: EntityContinuity) => void;
  }) => ReactNode;
  onChanged: (continuity: EntityContinuity) => void;
  children: (onEdit: () => void) => ReactNode;
}) => {
  const { sort, continuity, pending, discard, editor, onChanged, children } =
    props;
  const { entityRef, title, profile, allowedActions, timeZone } = continuity;
  const { revision, current, draft } = continuity[sort];
  const { t } = useTranslation();
  const [open, setOpen] = useState<'edit' | 'history'>();
  const mayEdit = allowedActions.includes('analysis.update');
  const edit = () => setOpen('edit');
  const close = () => setOpen(undefined);
  return (
    <EntityInfoCard
      title={t(`analysis.${sort}.title`)}
      headerActions={
        <>
          {revision > 0 && (
            <Button size="small" onClick={() => setOpen('history')}>
              {t('analysis.history')}
            </Button>
          )}
          {mayEdit && current && (
            <Button size="small" color="primary" onClick={edit}>
              {t(`analysis.${sort}.edit`)}
            </Button>
          )}
        </>
      }
    >
      {pending}
      {draft && (
        <AnalysisDraftNote
          draft={draft}
          mayEdit={mayEdit}
          timeZone={timeZone}
          onContinue={edit}
          discard={reason => discard(draft.id, reason ? { reason } : {})}
          onChanged={onChanged}
        />
      )}
      {children(edit)}
      {open === 'edit' &&
        editor({
          onClose: close,
          onSaved: newer => {
            close();
            onChanged(newer);
          },
        })}
      {open === 'history' && (
        <AnalysisHistoryDialog
          sort={sort}
          entityRef={entityRef}
          title={t(`analysis.${sort}.historyTitle`, { name: title })}
          profile={profile}
          onClose={close}
        />
      )}
    </EntityInfoCard>
  );
};
