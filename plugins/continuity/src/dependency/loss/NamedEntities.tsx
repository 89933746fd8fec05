import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { LossItem } from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import { DependencyPath } from '../DependencyPath';

const SHORT = 8;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    padding: theme.spacing(0.75, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  name: { fontWeight: 600 },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

/** Some of those that are hit, by name and with the way on which they are hit; a long list is folded. */
export const NamedEntities = (props: {
  title: string;
  items: readonly LossItem[];
  titles: Record<string, string>;
  /** Those of other pages are missing. */
  partial: boolean;
}) => {
  const { title, items, titles, partial } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, SHORT);
  const left = items.length - shown.length;
  return (
    <EntityInfoCard title={title}>
      <ul className={classes.list}>
        {shown.map(item => (
          <li key={item.entityRef} className={classes.item}>
            <span className={classes.name}>
              <EntityName entityRef={item.entityRef} title={item.title} />
            </span>{' '}
            <span className={classes.quiet}>
              {[item.kind, item.tier?.id].filter(Boolean).join(' · ')}
            </span>
            {item.path.length > 1 && (
              <DependencyPath path={item.path} titles={titles} />
            )}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('dependency.list.more', { left: number(left) })}
        </Button>
      )}
      {partial && (
        <div className={classes.quiet}>{t('dependency.loss.listedSome')}</div>
      )}
    </EntityInfoCard>
  );
};
