import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import {
  testingPolicy,
  type TestAttachment,
  type TestDetail,
} from 'backstage-plugin-continuity-common';
import { useRef, useState } from 'react';
import { continuityApiRef } from '../../api';
import { DecisionDialog } from '../../screen/DecisionDialog';
import { errorMessage } from '../../screen/errorMessage';
import { saveFile } from '../../screen/saveFile';
import { useContinuityPolicy } from '../../policy/useContinuityPolicy';
import { useFormats } from '../../screen/useFormats';
import { usePartyName } from '../../profile/usePartyName';
import { Explained } from '../../record/Explained';
import { useTranslation } from '../../translation';
import { usePageStyles } from '../../screen/usePageStyles';
import { zonedMoment } from '../../screen/zonedTime';
import { AttachLinkDialog } from './AttachLinkDialog';
import { readAsBase64 } from './readAsBase64';

/** Evidence of a test: links, and small files with their hash. */
export const AttachmentsCard = (props: {
  test: TestDetail;
  zone: string;
  onChanged: (test: TestDetail) => void;
}) => {
  const { test, zone, onChanged } = props;
  const classes = usePageStyles();
  const partyName = usePartyName();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { number } = useFormats();
  const policy = useContinuityPolicy().value?.policy;
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<'link' | TestAttachment>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const mayAttach = test.allowedActions.includes('test.attach');
  const limits = policy && testingPolicy(policy).attachments;
  const close = () => setOpen(undefined);
  const kilobytes = (bytes: number) =>
    number(Math.max(1, Math.ceil(bytes / 1024)));

  const trying = async (what: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await what();
    } catch (e) {
      setError(t('testing.failed', { message: errorMessage(e) }));
    }
    setBusy(false);
  };
  const attach = (file: File) =>
    trying(async () => {
      if (limits && file.size > limits.maxBytes) {
        throw new Error(
          t('testRun.attachment.tooLarge', {
            size: kilobytes(file.size),
            most: kilobytes(limits.maxBytes),
          }),
        );
      }
      onChanged(
        await api.tests.addAttachment(test.id, {
          kind: 'file',
          fileName: file.name,
          mediaType: file.type || 'application/octet-stream',
          contentBase64: await readAsBase64(file),
        }),
      );
    });

  return (
    <EntityInfoCard title={t('testRun.attachment.title')}>
      {test.attachments.length === 0 && (
        <Typography variant="body2" className={classes.quiet}>
          {t('testRun.attachment.none')}
        </Typography>
      )}
      <ul
        className={classes.plainList}
        aria-label={t('testRun.attachment.title')}
      >
        {test.attachments.map(each => (
          <li key={each.id} className={classes.divided}>
            {each.kind === 'link' ? (
              <Link to={each.url}>{each.title}</Link>
            ) : (
              <>
                <Button
                  size="small"
                  color="primary"
                  style={{ textTransform: 'none' }}
                  aria-label={t('testRun.attachment.open', {
                    name: each.fileName,
                  })}
                  onClick={() =>
                    trying(async () =>
                      saveFile(
                        each.fileName,
                        await api.tests.getAttachment(test.id, each.id),
                      ),
                    )
                  }
                >
                  {each.title || each.fileName}
                </Button>
                <div className={classes.small}>
                  {t('testRun.attachment.size', {
                    size: kilobytes(each.bytes),
                  })}
                  {' · '}
                  <Explained
                    explanation={t('testRun.attachment.hash', {
                      hash: each.sha256,
                    })}
                  >
                    SHA-256 {each.sha256.slice(0, 12)}…
                  </Explained>
                </div>
              </>
            )}
            <div className={classes.small}>
              {t('testRun.attachment.added', {
                who: partyName(each.addedBy),
              })}{' '}
              <AddedAt at={each.addedAt} zone={zone} />
            </div>
            {mayAttach && (
              <Button
                size="small"
                aria-label={t('testRun.attachment.removeName', {
                  name: each.title || each.id,
                })}
                onClick={() => setOpen(each)}
              >
                {t('testRun.attachment.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error && (
        <Alert severity="error" role="alert">
          {error}
        </Alert>
      )}
      {mayAttach && (
        <>
          <div className={classes.row}>
            <Button
              size="small"
              variant="outlined"
              disabled={busy}
              onClick={() => setOpen('link')}
            >
              {t('testRun.attachment.addLink')}
            </Button>
            <Button
              size="small"
              variant="outlined"
              disabled={busy}
              onClick={() => input.current?.click()}
            >
              {t('testRun.attachment.addFile')}
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              aria-label={t('testRun.attachment.addFile')}
              accept={limits?.mediaTypes.join(',')}
              onChange={event => {
                const [file] = event.target.files ?? [];
                if (file) attach(file);
                event.target.value = '';
              }}
            />
          </div>
          {limits && (
            <Typography variant="body2" className={classes.small}>
              {t('testRun.attachment.limit', {
                most: kilobytes(limits.maxBytes),
              })}
            </Typography>
          )}
        </>
      )}
      {open === 'link' && (
        <AttachLinkDialog
          testId={test.id}
          onDone={newer => {
            close();
            onChanged(newer);
          }}
          onClose={close}
        />
      )}
      {open !== undefined && open !== 'link' && (
        <DecisionDialog
          title={t('testRun.attachment.removeTitle')}
          text={t('testRun.attachment.removeText')}
          decide={t('testRun.attachment.remove')}
          reason="needed"
          onDecide={async reason => {
            const newer = await api.tests.removeAttachment(
              test.id,
              open.id,
              reason,
            );
            close();
            onChanged(newer);
          }}
          onClose={close}
        />
      )}
    </EntityInfoCard>
  );
};

function AddedAt(props: { at: string; zone: string }) {
  const { locale } = useFormats();
  return (
    <time dateTime={props.at}>
      {zonedMoment(props.at, { zone: props.zone, locale })}
    </time>
  );
}
