import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { EntityName } from '../../catalog/EntityName';
import { fullMoment } from '../../record/relativeTime';
import { useTranslation } from '../../translation';
import { useFormats } from '../../screen/useFormats';
import type { ChainVerdict } from './useVerification';

const catalogRef = /^(?!plan:|test:|finding:)[a-z][\w.-]*:[\w.-]+\/[\w.-]+$/;

/** Whether the chain holds; where it does not, where it breaks first, and what to do. */
export const RecordsVerdict = ({ verdict }: { verdict: ChainVerdict }) => {
  const { seals, breaks, firstBreak } = verdict;
  const { t } = useTranslation();
  const { number, locale } = useFormats();
  if (!firstBreak) {
    return (
      <Alert severity={seals === 0 ? 'info' : 'success'}>
        {seals === 0
          ? t('record.integrity.nothing')
          : t('record.integrity.holds', { count: seals, shown: number(seals) })}
      </Alert>
    );
  }
  const { position, what, entityRef, at } = firstBreak;
  return (
    <Alert severity="error">
      <AlertTitle>{t('record.integrity.broken')}</AlertTitle>
      <div>
        {t('record.integrity.brokenAt', {
          position: number(position),
          what: t(`record.integrity.what.${what}`),
        })}
      </div>
      {entityRef && at && (
        <div>
          {t('record.integrity.about', {
            about: catalogRef.test(entityRef) ? (
              <EntityName entityRef={entityRef} />
            ) : (
              entityRef
            ),
            at: fullMoment(at, locale),
          })}
        </div>
      )}
      <div>
        {t('record.integrity.breaks', {
          count: breaks,
          shown: number(breaks),
        })}{' '}
        {t('record.integrity.whatToDo')}
      </div>
    </Alert>
  );
};
