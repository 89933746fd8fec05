import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import ViewColumnIcon from '@material-ui/icons/ViewColumn';
import { useState } from 'react';
import { useTranslation } from '../translation';
import {
  coverageColumns,
  usualColumns,
  type CoverageColumn,
} from './coverageColumns';

/** Chooses the columns of the list. The name stays: without it no row says what it is about. */
export const ColumnsMenu = (props: {
  columns: readonly CoverageColumn[] | undefined;
  onChange: (columns: CoverageColumn[] | undefined) => void;
}) => {
  const { columns, onChange } = props;
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const shown = columns ?? usualColumns;
  const toggle = (column: CoverageColumn) =>
    onChange(
      coverageColumns.filter(each =>
        each === column ? !shown.includes(each) : shown.includes(each),
      ),
    );
  return (
    <>
      <Button
        size="small"
        startIcon={<ViewColumnIcon />}
        aria-haspopup="menu"
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('coverage.columns.button')}
      </Button>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(undefined)}
      >
        {coverageColumns.map(column => (
          <MenuItem
            key={column}
            role="menuitemcheckbox"
            aria-checked={shown.includes(column)}
            disabled={column === 'name'}
            onClick={() => toggle(column)}
          >
            <Checkbox
              size="small"
              color="primary"
              checked={shown.includes(column)}
              tabIndex={-1}
              inputProps={{ 'aria-hidden': true }}
            />
            {t(`coverage.column.${column}`)}
          </MenuItem>
        ))}
        <MenuItem
          disabled={columns === undefined}
          onClick={() => onChange(undefined)}
        >
          {t('coverage.columns.usual')}
        </MenuItem>
      </Menu>
    </>
  );
};
