import { Link } from '@backstage/core-components';
import type { Refusal } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { refusedText } from './refusedText';

/** Why a service was refused, in the reader's language, with the file where its value stands. */
export const BulkRefusal = ({ code, params = {}, message }: Partial<Refusal>) => {
  const { t } = useTranslation();
  if (message === undefined) return <>{t('coverage.bulk.noReason')}</>;
  // what was not tried, or not answered, has no code
  if (code === undefined) return <>{message}</>;
  return (
    <>
      {refusedText(t, { code, params, message })}{' '}
      {code === 'locked-by-catalog' && params.url && (
        <Link to={String(params.url)}>{t('coverage.bulk.openFile')}</Link>
      )}
    </>
  );
};
