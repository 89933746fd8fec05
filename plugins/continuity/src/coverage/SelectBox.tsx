import Checkbox from '@material-ui/core/Checkbox';
import Tooltip from '@material-ui/core/Tooltip';
import type { CoverageItem } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import type { Selection } from './useSelection';

/** Chooses a service for a bulk change; one whose tier its catalog file sets can't be chosen, and says why. */
export const SelectBox = (props: {
  item: CoverageItem;
  selection: Selection;
}) => {
  const { item, selection } = props;
  const { t } = useTranslation();
  const locked = selection.isLocked(item);
  const label = locked
    ? t('coverage.table.lockedInFile', { name: item.title })
    : t('coverage.table.select', { name: item.title });
  return (
    <Tooltip title={locked ? label : ''}>
      <span>
        <Checkbox
          color="primary"
          size="small"
          disabled={locked}
          checked={selection.chosen.has(item.entityRef)}
          onChange={(_, checked) => selection.set([item], checked)}
          inputProps={{ 'aria-label': label }}
        />
      </span>
    </Tooltip>
  );
};
