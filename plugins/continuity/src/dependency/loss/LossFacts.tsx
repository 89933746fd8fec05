import { makeStyles } from '@material-ui/core/styles';
import type { WhatIfAnswer } from 'backstage-plugin-continuity-common';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import { expectedTimeText } from '../timeText';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1.5, 4),
    margin: theme.spacing(2, 0, 0),
    '& dt': { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
    '& dd': { margin: 0, fontSize: '1.125rem', fontWeight: 600 },
  },
}));

/** The numbers behind the sentence. */
export const LossFacts = (props: { answer: WhatIfAnswer }) => {
  const { summary } = props.answer;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const hit = summary.lost + summary.affected;
  const facts: Array<[string, string]> = [
    [t('dependency.loss.fact.lost'), number(summary.lost)],
    [t('dependency.loss.fact.affected'), number(summary.affected)],
    [t('dependency.loss.fact.degraded'), number(summary.degraded)],
    [
      t('dependency.loss.fact.covered'),
      t('dependency.loss.fact.ofHit', {
        part: number(summary.covered),
        total: number(hit),
      }),
    ],
    ...(summary.planMissing > 0
      ? [
          [
            t('dependency.loss.fact.planMissing'),
            number(summary.planMissing),
          ] as [string, string],
        ]
      : []),
    [t('dependency.loss.fact.beyondMtpd'), number(summary.beyondMtpd)],
    [t('dependency.loss.fact.waves'), number(summary.waves)],
    ...(summary.allBack
      ? [
          [
            t('dependency.loss.fact.allBack'),
            expectedTimeText(t, summary.allBack),
          ] as [string, string],
        ]
      : []),
  ];
  return (
    <dl className={classes.root}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
