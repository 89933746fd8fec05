import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { MineSection } from 'backstage-plugin-continuity-common';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';
import { MineList } from './MineList';
import { sectionLinks } from './sectionLinks';
import { usePageAddresses } from './usePageAddresses';

const useStyles = makeStyles(theme => ({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    marginTop: theme.spacing(1),
    color: theme.palette.text.secondary,
    '& a': { textDecoration: 'underline' },
  },
}));

/** One sort of things to do, the most urgent first, with the way to all of them. */
export const MineSectionCard = (props: {
  section: MineSection;
  timeZone: string;
  /** Where more of each section is shown. */
  more?: string;
}) => {
  const { section, timeZone, more } = props;
  const { name, items, total } = section;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const pages = usePageAddresses();
  const title = t(`mine.section.${name}`);
  const isCut = name !== 'gaps' && total > items.length;
  return (
    <EntityInfoCard
      title={name === 'gaps' ? title : `${title} (${number(total)})`}
    >
      <MineList items={items} timeZone={timeZone} label={title} />
      <div className={classes.foot}>
        {isCut && (
          <span>
            {t('mine.shown', {
              shown: number(items.length),
              total: number(total),
            })}
          </span>
        )}
        {isCut && more && <Link to={more}>{t('mine.showMore')}</Link>}
        {name === 'gaps' && (
          <span>
            {t('mine.gapsShown', { count: total, shown: number(total) })}
          </span>
        )}
        {sectionLinks(section, pages).map(({ all, to }) => (
          <Link key={all} to={to}>
            {t(`mine.all.${all}`)}
          </Link>
        ))}
      </div>
    </EntityInfoCard>
  );
};
