import { Link } from '@backstage/core-components';
import { useTranslation } from '../translation';

const LOCKED =
  /comes from the catalog \((.+?)\).*?change it in (?:(https?:\/\/\S+?)|its catalog file)\.?$/;

/** By what the server says, in English; the first that matches. */
const KNOWN = [
  [/^There is no such entity/, 'gone'],
  [/^You may not change/, 'notAllowed'],
  [/^Somebody else was changing/, 'stale'],
] as const;

/** Why a service was refused, in the reader's language; in the server's own words where we have none for it. */
export const BulkRefusal = (props: { message: string | undefined }) => {
  const { t } = useTranslation();
  if (props.message === undefined) return <>{t('coverage.bulk.noReason')}</>;
  // which field is meant is known: there is only one
  const message = props.message.replace(/^values\.\w+: /, '');
  const locked = LOCKED.exec(message);
  if (locked) {
    const [, key, file] = locked;
    return (
      <>
        {t('coverage.bulk.locked', { key })}{' '}
        {file && <Link to={file}>{t('coverage.bulk.openFile')}</Link>}
      </>
    );
  }
  const known = KNOWN.find(([pattern]) => pattern.test(message));
  return <>{known ? t(`coverage.bulk.${known[1]}`) : message}</>;
};
