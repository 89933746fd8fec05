import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import type { CoverageView } from 'backstage-plugin-continuity-common';
import { useId, useState, type FormEvent } from 'react';
import { continuityApiRef } from '../api';
import { errorMessage } from '../screen/errorMessage';
import { useTranslation } from '../translation';

/** Names a view, or renames, changes and deletes one. */
export const ViewDialog = (props: {
  /** The one that is changed; a new one if left out. */
  view?: CoverageView;
  search: string;
  onClose: (changed: boolean) => void;
}) => {
  const { view, search, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const titleId = useId();
  const [name, setName] = useState(view?.name ?? '');
  const [takeOver, setTakeOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
      onClose(true);
    } catch (error) {
      setFailure(errorMessage(error));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) {
      setFailure(t('coverage.views.nameMissing'));
      return;
    }
    run(() =>
      api.coverage.saveView({
        ...(view && { id: view.id }),
        name,
        search: view && !takeOver ? view.search : search,
      }),
    );
  };
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      aria-labelledby={titleId}
      maxWidth="xs"
      fullWidth
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>
          {view
            ? t('coverage.views.changeTitle')
            : t('coverage.views.saveTitle')}
        </DialogTitle>
        <DialogContent>
          <TextField
            variant="outlined"
            margin="dense"
            fullWidth
            id="continuity-coverage-view"
            label={t('coverage.views.name')}
            value={name}
            onChange={event => setName(event.target.value)}
            inputProps={{ maxLength: 100 }}
            helperText={t('coverage.views.nameHelp')}
          />
          {view && view.search !== search && (
            <FormControlLabel
              control={
                <Checkbox
                  color="primary"
                  checked={takeOver}
                  onChange={(_, checked) => setTakeOver(checked)}
                />
              }
              label={t('coverage.views.takeOver')}
            />
          )}
          {failure && <Alert severity="error">{failure}</Alert>}
        </DialogContent>
        <DialogActions>
          {view && (
            <Button
              disabled={busy}
              onClick={() => run(() => api.coverage.deleteView(view.id))}
            >
              {t('coverage.views.delete')}
            </Button>
          )}
          <Button onClick={() => onClose(false)}>
            {t('coverage.bulk.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={busy}
          >
            {t('coverage.views.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
