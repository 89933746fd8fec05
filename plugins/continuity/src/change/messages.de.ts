import type { Translated } from '../translation/Translated';
import { checkMessagesDe } from './check/messages.de';
import { saidMessagesDe } from './check/saidMessages.de';
import { integrationMessagesDe } from './integrations/messages.de';
import { listMessagesDe } from './list/messages.de';
import type { changeMessages } from './messages';
import { pageMessagesDe } from './page/messages.de';

/** The words of changes in German. */
export const changeMessagesDe: Translated<typeof changeMessages> = {
  title: 'Änderungen',
  sections: 'Was mit Änderungen zu tun ist',
  section: {
    check: 'Änderung prüfen',
    list: 'Änderungen',
    requests: 'Planänderungsanträge',
    reviews: 'Fällige Nachprüfungen',
  },
  intro: {
    check:
      'Erfahren, was eine Änderung für die Wiederherstellung von Diensten bedeutet, bevor sie gemacht wird: was sie trifft, welche Pläne und Tests davon handeln und was zu tun ist. Nichts wird aufgehoben, bis Sie es festhalten.',
    list: 'Änderungen, die hier, in der CI oder im Änderungswerkzeug erfasst wurden, mit dem Urteil ihrer letzten Prüfung.',
    requests:
      'Was genehmigte Änderungen von Plänen verlangen. Ein Antrag ist erledigt, wenn eine Fassung genehmigt wird, die die Änderung nennt.',
    reviews:
      'Notfalländerungen werden nie aufgehalten. Dafür sieht sie sich nachher jemand an.',
  },
  noAccess: {
    title: 'Sie dürfen Änderungen nicht lesen',
    text: 'Dafür braucht es die Berechtigung {{permission}}. Fragen Sie, wer dieses Portal betreibt.',
  },
  verdict: { pass: 'In Ordnung', warn: 'Erst ansehen', block: 'Gesperrt' },
  verdictMeaning: {
    pass: 'Nichts, was diese Änderung verursacht, spricht gegen sie.',
    warn: 'Sie kann weitergehen, wenn jemand angesehen hat, was sie verursacht.',
    block: 'Die Richtlinie verlangt, dass vorher noch etwas getan wird.',
  },
  type: { standard: 'Standard', normal: 'Normal', emergency: 'Notfall' },
  typeMeaning: {
    standard: 'Folgt einem Muster, das vorab genehmigt wurde.',
    normal: 'Wird einzeln geprüft und genehmigt.',
    emergency: 'Wird sofort gemacht und nachher geprüft.',
  },
  state: {
    planned: 'Geplant',
    approved: 'Genehmigt',
    implemented: 'Umgesetzt',
    withdrawn: 'Zurückgezogen',
  },
  requestState: {
    open: 'Offen',
    done: 'Erledigt',
    declined: 'Abgelehnt',
    withdrawn: 'Zurückgezogen',
  },
  touchAction: { modify: 'Ändert', add: 'Fügt hinzu', remove: 'Entfernt' },
  effect: {
    touched: 'Berührt',
    affected: 'Betroffen',
    system: 'Sein System',
    degraded: 'Eingeschränkt',
  },
  effectMeaning: {
    touched: 'Hier wird die Änderung gemacht.',
    affected: 'Braucht das, was berührt wird.',
    system: 'Etwas, das dazugehört, ist getroffen.',
    degraded: 'Kommt eine Weile ohne das aus, was getroffen ist.',
  },
  tab: {
    title: 'Letzte Änderungen',
    list: 'Änderungen, die diesen Dienst treffen',
    all: 'Alle Änderungen dieses Dienstes',
    check: 'Änderung daran prüfen',
  },
  overlay: {
    entry: 'Änderung: {{title}}',
    show: 'Fenster von Änderungen zeigen',
    number_zero: 'Keine Änderung hat hier ein Fenster',
    number_one: 'Eine Änderung hat hier ein Fenster',
    number_other: '{{count}} Änderungen haben hier Fenster',
  },
  planCard: {
    title: 'Von Änderungen verlangt',
    hint: 'Wird eine Fassung genehmigt, die die Änderung nennt, ist der Antrag erledigt.',
  },
  ...checkMessagesDe,
  ...listMessagesDe,
  ...pageMessagesDe,
  integrations: integrationMessagesDe,
  said: saidMessagesDe,
};
