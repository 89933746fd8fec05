import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { WhatIfAnswer } from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../../catalog/EntityName';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import { Mark } from '../Mark';
import { PartyLink } from './PartyLink';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    padding: theme.spacing(0.75, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  name: { fontWeight: 600 },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  end: { marginTop: theme.spacing(1) },
}));

const NAMED = 3;

/** Who must be called, in the order in which they are needed. */
export const CallList = (props: {
  call: WhatIfAnswer['call'];
  titles: Record<string, string>;
}) => {
  const { call, titles } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const more = call.totalItems - call.items.length;
  return (
    <EntityInfoCard title={t('dependency.loss.call.title')}>
      {call.items.length === 0 && <div>{t('dependency.loss.call.nobody')}</div>}
      <ol className={classes.list}>
        {call.items.map(party => (
          <li key={party.ref} className={classes.item}>
            <div className={classes.name}>
              <PartyLink party={party} />
            </div>
            <div className={classes.quiet}>
              {[
                party.owns > 0 &&
                  t('dependency.loss.call.owns', { count: party.owns }),
                party.alternateFor > 0 &&
                  t('dependency.loss.call.alternate', {
                    count: party.alternateFor,
                  }),
                t('dependency.loss.call.firstWave', {
                  number: String(party.firstWave),
                }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
            <div className={classes.quiet}>
              {party.entityRefs
                .slice(0, NAMED)
                .map(ref => titles[ref] ?? nameOfRef(ref))
                .join(', ')}
              {party.entityRefs.length > NAMED && ', …'}
            </div>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <div className={`${classes.quiet} ${classes.end}`}>
          {t('dependency.loss.call.more', { count: more, shown: number(more) })}
        </div>
      )}
      {call.withoutOwner > 0 && (
        <div className={classes.end}>
          <Mark kind="conflict">
            {t('dependency.loss.call.withoutOwner', {
              count: call.withoutOwner,
              shown: number(call.withoutOwner),
            })}
          </Mark>
        </div>
      )}
    </EntityInfoCard>
  );
};
