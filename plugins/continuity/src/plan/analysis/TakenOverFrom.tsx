import { EntityName } from '../../catalog/EntityName';
import { useTranslation } from '../../translation';
import { useFactStyles } from './AnalysisFacts';

/** Says whose analysis is shown, with a link to it. */
export const TakenOverFrom = ({ entityRef }: { entityRef: string }) => {
  const classes = useFactStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.quiet}>
      {t('analysis.from', {
        system: (<EntityName entityRef={entityRef} />) as JSX.Element,
      })}
    </div>
  );
};
