import type { ChangeDetail } from 'backstage-plugin-continuity-common';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { ShapedWord } from '../ShapedWord';

const SHAPES = {
  waiting: 'unassessed',
  sent: 'met',
  failed: 'exposed',
} as const;

/** Whether the outcome reached the change tool, and what came in the way. */
export const CallbackState = (props: {
  callback: NonNullable<ChangeDetail['callback']>;
}) => {
  const { state, attempts, lastError, lastAt } = props.callback;
  const { t } = useTranslation();
  return (
    <>
      <ShapedWord status={SHAPES[state]} word={t(`change.callback.${state}`)} />
      {attempts > 0 && ` ${t('change.callback.attempts', { count: attempts })}`}
      {lastAt && (
        <>
          {', '}
          <Moment at={lastAt} />
        </>
      )}
      {lastError && (
        <div>{t('change.callback.lastError', { message: lastError })}</div>
      )}
    </>
  );
};
