import type { ScenarioTexts } from './scenariosIn';

/** {@link peopleScenarios} in German. */
export const peopleScenariosDe: Record<string, ScenarioTexts> = {
  'supplier-outage': {
    title: 'Ausfall eines Lieferanten',
    situation:
      'Der Zahlungsanbieter ist weltweit ausgefallen. Seine Statusseite verspricht Neues in einer Stunde. Der Vertrag sichert 99,9 % im Monat zu.',
    aims: [
      'Zeigen, dass der Service ohne den Lieferanten seinen Mindestbetrieb hält, oder dass alle wissen, dass er es nicht tut.',
      'Zeigen, wer den Ausweichweg auslösen darf und wie lange er sich aushalten lässt.',
    ],
    successCriteria: [
      'Der Ausweichweg ist beschrieben, wurde ausprobiert, und seine zeitliche Grenze ist bekannt.',
      'Es ist bekannt, wen man beim Lieferanten zu jeder Stunde anruft und mit welcher Vertragsnummer.',
      'Was sich inzwischen angesammelt hat, ist in bekannter Zeit abgearbeitet.',
    ],
    prompts: [
      'Was geht ohne diesen Lieferanten noch, und was muss abgeschaltet werden, damit es nicht vor den Augen der Nutzer scheitert?',
      'Gibt es einen zweiten Lieferanten, und wann wurde das Umschalten zuletzt ausprobiert?',
      'Wie lange lässt sich der Ausweichweg aushalten, bis Bestellungen, Geld oder Vertrauen verloren sind?',
      'Was gibt uns der Vertrag: eine Eskalation, eine Wiederherstellungszeit, ein Recht auf seine Testberichte?',
      'Was geschieht mit Anfragen, die unterwegs waren, und wie stellen wir sicher, dass nichts doppelt ausgeführt wird?',
      'Was ist, wenn der Lieferant nie zurückkommt: Wie bekommen wir unsere Daten heraus?',
    ],
    injects: [
      'Die Hotline des Lieferanten ist besetzt. Ihre Ansprechperson hat dort im Frühjahr aufgehört.',
      'Ihr eigener Lastverteiler in der Cloud hängt, wie sich zeigt, vom selben Lieferanten ab.',
      'Der Service ist zurück; 4.000 Anfragen kommen doppelt an.',
    ],
  },
  'loss-of-people': {
    title: 'Ausfall von Menschen',
    situation:
      'Am Montag sind beide krank, die die Wiederherstellung des Service kennen, und die dritte Person sitzt elf Stunden lang im Flugzeug. Um 08:15 fällt der Service aus.',
    aims: [
      'Zeigen, dass jemand dem Plan folgen kann, der ihn nicht geschrieben hat.',
      'Finden, was nur eine Person weiß.',
    ],
    successCriteria: [
      'Die Wiederherstellung wird von Menschen ausgeführt oder Schritt für Schritt durchgesprochen, die es noch nie getan haben.',
      'Kein Schritt braucht ein Passwort, eine Telefonnummer oder einen Kniff, der nicht aufgeschrieben ist.',
      'Die Vertretungen im Plan sind erreichbar und wissen, dass sie Vertretungen sind.',
    ],
    prompts: [
      'Wer wird als Zweites und Drittes angerufen, und haben sie heute die Zugänge, die sie brauchen?',
      'Welche Schritte des Plans versteht man ohne seinen Autor nicht?',
      'Welche Konten, Token und Schlüssel gehören einer einzelnen Person?',
      'Wer entscheidet, wenn die verantwortliche Person nicht erreichbar ist, und steht das irgendwo?',
      'Könnte ein Lieferant oder ein anderes Team helfen, und unter welchem Vertrag?',
      'Wie lange halten zwei Menschen das durch, bis sie abgelöst werden müssen?',
    ],
    injects: [
      'Das Bereitschaftstelefon klingelt in einer Schublade: Sein Akku ist geladen, und niemand ist da.',
      'In Schritt 4 steht „wie üblich“. Niemand im Raum weiß, was üblich ist.',
      'Der Zugang zur Produktion braucht die Zustimmung einer Führungskraft, die im letzten Monat gegangen ist.',
    ],
  },
  'identity-outage': {
    title: 'Niemand kann sich anmelden',
    situation:
      'Der zentrale Anmeldedienst verweigert jede Anmeldung. Offene Sitzungen enden innerhalb der Stunde, die der Administratoren zuerst.',
    aims: [
      'Zeigen, dass diejenigen, die wiederherstellen, ohne den Anmeldedienst hineinkommen.',
      'Zeigen, welche Services allein mit offenen Sitzungen ihren Mindestbetrieb halten.',
    ],
    successCriteria: [
      'Die Notfallkonten funktionieren, werden überwacht und nur von denen benutzt, die es dürfen.',
      'Die Wiederherstellung des Anmeldedienstes braucht nichts, was den Anmeldedienst braucht.',
      'Nach der Wiederherstellung werden die Notfallkonten geändert und geprüft.',
    ],
    prompts: [
      'Wo sind die Notfallkonten, wer darf den Umschlag öffnen, und wer erfährt davon?',
      'Melden sich VPN, Gebäudetüren, Chat und Ticketsystem an derselben Stelle an?',
      'Welche Werkzeuge brauchen diejenigen, die wiederherstellen, in den ersten zehn Minuten, und welche davon liegen hinter der Anmeldung?',
      'Was dürfen Nutzer ohne Anmeldung tun, und wer erlaubt das?',
      'Wie weisen sich Maschinen währenddessen gegeneinander aus?',
      'Was ist, wenn es kein Ausfall ist, sondern ein Angriff auf den Anmeldedienst?',
    ],
    injects: [
      'Das Passwort des Notfallkontos ist abgelaufen.',
      'Die Tür des Serverraums öffnet sich über dasselbe Verzeichnis.',
      'Die Anmeldung geht wieder, und alle haben die Rechte von jemand anderem.',
    ],
  },
};
