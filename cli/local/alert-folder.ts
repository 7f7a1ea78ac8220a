import { join } from 'node:path';
import { type Reader, renderNotification } from '../../functions/notify/render.ts';
import { alertMessages } from '../../shared/i18n/alerts.ts';
import { type AlertReader, addresseesOf } from '../../shared/model/alert-reader.ts';
import type { Notification } from '../../shared/model/notification.ts';
import type { Notifier } from '../../shared/ports/notifier.ts';
import { fileNameOfInstant, shortHash } from './file-names.ts';
import { writeFileAtomically } from './write-file.ts';

/**
 * Alerts as files: `<folder>/<since>-<touchpoint>-<reason>-<hash>.txt` as ops would read it, `.json` for machines. The name
 * comes from what is sent, not from when, so an alert that is sent again overwrites itself.
 * @param onAlert gets the text once both files are written
 * @param readers whom a deployed stack would send it to; the text names them
 */
export function createAlertFolder(
  folder: string,
  reader: Reader,
  onAlert: (text: string) => void,
  readers: readonly AlertReader[] = [],
): Notifier {
  return {
    async send(notification) {
      const { subject, text, json } = renderNotification(notification, reader);
      const path = join(folder, fileNameOf(notification));
      const to = addresseesOf(notification, readers);
      const addressed = to.length === 0 ? '' : `${alertMessages[reader.language].label.to}: ${to.join(', ')}\n`;
      const readable = `${subject}\n${addressed}\n${text}`;
      await writeFileAtomically('The alert', `${path}.json`, `${json}\n`);
      await writeFileAtomically('The alert', `${path}.txt`, readable);
      onAlert(readable);
    },
  };
}

function fileNameOf({ touchpointId, reason, notices }: Notification): string {
  const identities = notices.map((notice) => `${notice.checkId} ${notice.subjectAt} ${notice.reason} ${notice.n}`);
  const since = fileNameOfInstant(notices[0]?.subjectAt ?? '');
  return `${since}-${touchpointId}-${reason}-${shortHash(identities.toSorted().join('\n'))}`;
}
