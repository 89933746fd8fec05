import { makeStyles } from '@material-ui/core/styles';
import {
  riskLevel,
  riskMatrix,
  type RiskContent,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import { useRiskColours } from './useRiskColours';

const STEPS = [1, 2, 3, 4, 5];

const useStyles = makeStyles(theme => ({
  table: {
    borderCollapse: 'separate',
    borderSpacing: 3,
    '& caption': {
      captionSide: 'top',
      textAlign: 'left',
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
      padding: theme.spacing(1, 0, 0.5),
    },
    '& th': {
      fontWeight: 400,
      fontSize: '0.75rem',
      color: theme.palette.text.secondary,
      padding: theme.spacing(0, 0.5),
    },
    '& td': {
      width: 40,
      height: 30,
      textAlign: 'center',
      fontWeight: 700,
      borderRadius: theme.shape.borderRadius,
    },
  },
}));

/** How many risks stand in each cell of likelihood and impact; most likely at the top, worst at the right. */
export const RiskMatrix = (props: {
  content: RiskContent;
  which: 'rating' | 'residual';
}) => {
  const { content, which } = props;
  const classes = useStyles();
  const colours = useRiskColours();
  const { t } = useTranslation();
  const counts = riskMatrix(content, which);
  return (
    <table className={classes.table}>
      <caption>{t('analysis.risk.matrix')}</caption>
      <tbody>
        {[...STEPS].reverse().map(likelihood => (
          <tr key={likelihood}>
            <th scope="row">
              {likelihood === 5 && `${t('analysis.risk.likelihood')} `}
              {likelihood}
            </th>
            {STEPS.map(impact => {
              const count = counts[likelihood - 1][impact - 1];
              const level = riskLevel({ likelihood, impact });
              return (
                <td
                  key={impact}
                  style={{ backgroundColor: colours[level] }}
                  data-level={level}
                >
                  {count > 0 && (
                    <span
                      role="img"
                      aria-label={t('analysis.risk.matrixCell', {
                        count,
                        likelihood: String(likelihood),
                        impact: String(impact),
                        level: t(`analysis.risk.level.${level}`),
                      })}
                    >
                      {count}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('analysis.risk.impact')}</th>
          {STEPS.map(impact => (
            <th key={impact} scope="col">
              {impact}
            </th>
          ))}
        </tr>
      </tbody>
    </table>
  );
};
