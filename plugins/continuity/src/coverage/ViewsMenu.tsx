import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Divider from '@material-ui/core/Divider';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import BookmarkIcon from '@material-ui/icons/BookmarkBorder';
import type { CoverageView } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../api';
import { useTranslation } from '../translation';
import { ViewDialog } from './ViewDialog';

/** The views that the reader has kept: choose one, keep what is shown, rename and delete. */
export const ViewsMenu = (props: {
  /** The query of the address as it is. */
  search: string;
  onOpen: (search: string) => void;
}) => {
  const { search, onOpen } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [editing, setEditing] = useState<{ view?: CoverageView }>();
  const views = useAsyncRetry(() => api.coverage.listViews(), [api]);
  const items = views.value?.items ?? [];
  const current = items.find(view => view.search === search);

  const edit = (view?: CoverageView) => {
    setAnchor(undefined);
    setEditing({ view });
  };
  return (
    <>
      <Button
        startIcon={<BookmarkIcon />}
        aria-haspopup="menu"
        onClick={event => setAnchor(event.currentTarget)}
      >
        {current ? current.name : t('coverage.views.button')}
      </Button>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(undefined)}
      >
        {views.error && (
          <MenuItem onClick={views.retry}>
            {t('coverage.views.failed')}
          </MenuItem>
        )}
        {views.value && items.length === 0 && (
          <MenuItem disabled>{t('coverage.views.none')}</MenuItem>
        )}
        {items.map(view => (
          <MenuItem
            key={view.id}
            selected={view.id === current?.id}
            onClick={() => {
              setAnchor(undefined);
              onOpen(view.search);
            }}
          >
            {view.name}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem onClick={() => edit()}>{t('coverage.views.save')}</MenuItem>
        {items.map(view => (
          <MenuItem key={view.id} onClick={() => edit(view)}>
            {t('coverage.views.change', { name: view.name })}
          </MenuItem>
        ))}
      </Menu>
      {editing && (
        <ViewDialog
          view={editing.view}
          search={search}
          onClose={changed => {
            setEditing(undefined);
            if (changed) views.retry();
          }}
        />
      )}
    </>
  );
};
