import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import GetAppIcon from '@material-ui/icons/GetApp';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { continuityApiRef } from '../api';
import { errorMessage } from '../screen/errorMessage';
import { saveFile } from '../screen/saveFile';
import { useTranslation } from '../translation';
import type { CoverageSearch } from './coverageSearch';
import { filtersWithout } from './useCoverage';

const formats = ['csv', 'excel', 'json'] as const;

/** Saves everything that the filters match, as of what is shown. */
export const ExportMenu = (props: { search: CoverageSearch }) => {
  const { search } = props;
  const api = useApi(continuityApiRef);
  const alertApi = useApi(alertApiRef);
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [busy, setBusy] = useState(false);

  const save = async (chosen: (typeof formats)[number]) => {
    setAnchor(undefined);
    setBusy(true);
    const format = chosen === 'json' ? 'json' : 'csv';
    try {
      const file = await api.coverage.exportFile({
        ...filtersWithout(search, []),
        format,
        ...(chosen === 'excel' && { bom: true }),
      });
      const day = (search.asOf ?? new Date().toISOString()).slice(0, 10);
      saveFile(`continuity-coverage-${day}.${format}`, file);
    } catch (error) {
      alertApi.post({
        severity: 'error',
        message: t('coverage.export.failed', { reason: errorMessage(error) }),
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        startIcon={<GetAppIcon />}
        disabled={busy}
        aria-haspopup="menu"
        onClick={event => setAnchor(event.currentTarget)}
      >
        {busy ? t('coverage.export.busy') : t('coverage.export.button')}
      </Button>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(undefined)}
      >
        {formats.map(format => (
          <MenuItem key={format} onClick={() => save(format)}>
            {t(`coverage.export.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
