import type { commonPrompts, kindPrompts } from './planPrompts';

/** {@link commonPrompts} in German. */
export const commonPromptsDe: typeof commonPrompts = {
  purpose:
    'Was bringt dieser Plan zurück, für wen, und wofür ist er nicht gedacht? Zwei oder drei Sätze, an denen man erkennt, ob dies der richtige Plan ist.',
  scope:
    'Welche Entitäten deckt er ab? Nennen Sie ein System mit seinen Teilen, wo der Plan für alle gilt, welche auch immer es gerade sind.',
  strategy:
    'Wie kommt der Dienst zurück: durch Umschalten auf eine Reserve, Wiederherstellen, Neuaufbau oder Arbeit von Hand? Warum so, und was braucht es dafür (Menschen, Räume, Maschinen, Lizenzen, Zugänge, Geld)?',
  invocationCriteria:
    'Was muss geschehen sein, damit der Plan ausgelöst wird? Nennen Sie eine Schwelle und eine Zeit („seit 15 Minuten keine Zahlung und keine Lösung in Sicht“), und was noch eine gewöhnliche Störung ist.',
  invokers:
    'Wer darf ihn auslösen, und wer, wenn diese nicht erreichbar sind? Eine der Personen muss zu jeder Stunde antworten.',
  contacts:
    'Welche Rollen braucht der Plan, wer füllt sie aus, wer vertritt? Eigene Leute als Nutzer oder Gruppe, Lieferanten und Behörden als externe Kontakte. Telefonnummern und private Mails gehören zu den privaten Kontakten, nicht hierher.',
  minimumService:
    'Was muss laufen, während der Plan ausgelöst ist, wie gut, und ab wann? Zum Beispiel „nur Kartenzahlungen, 30 % der normalen Last, innerhalb einer Stunde“.',
  recoveryRequirements:
    'Was muss da sein, bevor die Wiederherstellung beginnen kann: Sicherungen und wie alt sie sein dürfen, Schlüssel und Konten, Netz, Hardware, Daten von anderen, Entscheidungen?',
  steps:
    'Was wird getan, in welcher Reihenfolge, von wem, wie lange dauert es? Ein Schritt je Übergabe. Sagen Sie, woran man sieht, dass ein Schritt gelungen ist, und was zu tun ist, wenn nicht.',
  lossOfService:
    'Was tun Nutzer und Beschäftigte, bis der Dienst zurück ist? Wo wird es bekannt gegeben, welche Arbeit geschieht von Hand, welche bleibt liegen?',
  returnToNormal:
    'Wie endet der Notfall: Rückkehr an den gewöhnlichen Ort, Prüfen und Abgleichen der Daten, Abarbeiten des Rückstands? Wer entscheidet, dass er vorbei ist, und was wird danach betrachtet?',
  basis:
    'Auf welcher Business-Impact-Analyse und Risikobewertung beruht der Plan, und von welchem Tag sind sie?',
};

/** {@link kindPrompts} in German. */
export const kindPromptsDe: typeof kindPrompts = {
  'service-recovery': {
    title: 'Wiederherstellung eines Dienstes',
    summary:
      'Bringt einen Dienst innerhalb seiner RTO auf Mindestbetrieb zurück, mit höchstens dem Datenverlust, den seine RPO zulässt.',
    recoveryRequirements:
      'Was muss laufen, bevor dieser Dienst starten kann (siehe seine harten Abhängigkeiten), welche Sicherung oder welches Replikat wird benutzt, wie alt darf es höchstens sein (RPO), und wo sind Schlüssel, Images und Konfiguration?',
    steps:
      'Vom ersten Blick bis zum geprüften Mindestbetrieb: anhalten, was Schaden anrichtet, hochfahren, was er braucht, Daten wiederherstellen, starten, prüfen, Nutzer hereinlassen. Geben Sie zu jedem Schritt an, wer, wie lange, und woran man sieht, dass er gelungen ist.',
    returnToNormal:
      'Wie werden Daten abgeglichen, die inzwischen geschrieben wurden, wie geht der Verkehr zurück, wie wird die Reserve wieder bereit gemacht? Wer sagt, dass der Normalbetrieb erreicht ist?',
  },
  'emergency-response': {
    title: 'Notfallreaktion',
    summary:
      'Die erste Stunde eines Notfalls an einem Standort: zuerst die Menschen, dann den Schaden begrenzen, dann die richtigen Pläne auslösen.',
    scope:
      'Welche Standorte und was daran? Entitäten sind hier nicht nötig: Dieser Plan bringt selbst keinen Dienst zurück.',
    invocationCriteria:
      'Welche Alarme und Beobachtungen lösen ihn aus (Feuer, Wasser, Gas, Eindringlinge, Strom)? Niemand soll vor dem Handeln fragen müssen.',
    steps:
      'Warnen, Menschen hinausbringen, Rettungsdienste rufen, alle zählen, den Ort sichern, den Krisenstab benachrichtigen. Wer tut das nachts und am Wochenende?',
    minimumService:
      'Was muss im Gebäude weiterlaufen (Notbeleuchtung, Zutrittskontrolle, Brandbekämpfung)?',
  },
  'damage-assessment': {
    title: 'Schadensbewertung',
    summary:
      'Stellt binnen Stunden fest, was beschädigt ist, was nutzbar ist und wie lange es dauern wird, damit die richtigen Pläne ausgelöst werden.',
    strategy:
      'Wer bewertet was (Gebäude, Strom, Netz, Maschinen, Daten), mit welchem Zugang und welchen Mitteln, und bis wann gibt es eine erste Antwort?',
    steps:
      'Wer darf wann hinein, was wird in welcher Reihenfolge angesehen, wie wird es festgehalten (Bilder, Seriennummern), wem wird es nach einer, vier und 24 Stunden berichtet?',
  },
  salvage: {
    title: 'Bergung',
    summary:
      'Rettet, was an Maschinen, Datenträgern und Papieren zu retten ist, und bewahrt, was Versicherung und Polizei brauchen.',
    strategy:
      'Was wird zuerst gerettet, von welchen Fachfirmen unter Vertrag, und wohin wird es gebracht?',
    contacts:
      'Sanierungsfirmen, Versicherung, Vermieter, Datenrettung, jeweils mit Vertragsnummer und wie sie zu jeder Stunde erreichbar sind.',
  },
  'vital-records': {
    title: 'Wichtige Unterlagen',
    summary:
      'Hält die Unterlagen erreichbar, ohne die die Organisation nichts belegen, abrechnen oder betreiben kann, und bringt sie zurück.',
    scope:
      'Welche Unterlagen (Verträge, Bücher, Schlüssel, Personalakten), wo ist das Original, wo sind die Kopien, und wer darf sie lesen?',
    recoveryRequirements:
      'Welche Kopien gibt es, wie alt dürfen sie sein, wie sind sie verschlüsselt, und wer hat die Schlüssel, wenn das Portal nicht erreichbar ist?',
  },
  'crisis-management-and-public-relations': {
    title: 'Krisenmanagement und Öffentlichkeitsarbeit',
    summary:
      'Bringt die Entscheidenden zusammen, gibt ihnen ein gemeinsames Lagebild und spricht mit einer Stimme.',
    invocationCriteria:
      'Was macht aus einer Störung eine Krise (Sicherheit, Recht, Ansehen, mehrere Dienste jenseits ihrer RTO)? Wer darf den Stab zusammenrufen?',
    steps:
      'Den Stab versammeln (Ort und Telefonkonferenz), die Lage teilen, entscheiden, Entscheidungen mit Uhrzeit festhalten, Belegschaft, Kunden, Behörden und Presse unterrichten, sich zu einer festen Stunde wieder treffen.',
    lossOfService:
      'Welche Erklärungen sind vorbereitet, wer darf sie freigeben, und über welche Wege, wenn Mail und Intranet ausfallen? Welche Behörden sind innerhalb welcher Frist zu benachrichtigen?',
  },
  'accommodation-and-services': {
    title: 'Räume und Gebäudedienste',
    summary:
      'Gibt Menschen einen Arbeitsplatz und die Gebäudedienste, die sie und die Maschinen brauchen.',
    strategy:
      'Zu Hause, ein anderer Standort, gemietete Räume: für wie viele Menschen, ab wann, für wie lange?',
    minimumService:
      'Wie viele Arbeitsplätze für welche Teams nach 4 Stunden, einem Tag, einer Woche?',
  },
  'computer-systems-and-network': {
    title: 'Rechnersysteme und Netz',
    summary:
      'Bringt die Plattformen und Netze zurück, auf denen Dienste stehen, in einer Reihenfolge, in der die dringendsten Dienste folgen können.',
    recoveryRequirements:
      'Strom, Kühlung, Images, Konfiguration, Sicherungen, Zugang an der Technik vorbei, Lizenzen, Ersatzteile: Wo sind sie, und wer holt sie nachts?',
    steps:
      'Zuerst das Kernnetz und die Anmeldung, dann Speicher und Datenbanken, dann was die strengste RTO braucht. Wie wird geprüft, bevor Dienste daraufgelassen werden?',
  },
  telecommunications: {
    title: 'Telekommunikation',
    summary:
      'Hält Sprache, Datenleitungen und die Kanäle für den Notfall selbst in Betrieb oder bringt sie zurück.',
    strategy:
      'Zweiter Anbieter, Mobilfunk als Reserve, Rufumleitung: welche Nummern und Leitungen, umgeschaltet von wem?',
    contacts:
      'Anbieter mit Kunden- und Leitungsnummern, und die Personen, die eine Umleitung beauftragen dürfen.',
  },
  security: {
    title: 'Sicherheit',
    summary:
      'Schützt Menschen, Standorte und Daten, während andere Pläne laufen, und nach einem Angriff.',
    steps:
      'Eindämmen, Spuren sichern, Zugänge entziehen und erneuern, die Wiederherstellung überwachen, Systeme erst freigeben, wenn sie sauber sind. Wer darf entscheiden, Verbindungen zu trennen?',
    recoveryRequirements:
      'Saubere Sicherungen, Notfallkonten, Mittel und Menschen für die Untersuchung, Kontakt zu Behörden. Wie wird sichergestellt, dass ein wiederhergestelltes System nicht befallen ist?',
  },
  personnel: {
    title: 'Personal',
    summary:
      'Regelt den Ausfall oder die Abwesenheit von Menschen: wer vertritt, wer sich um Betroffene kümmert, wer angerufen werden darf.',
    scope:
      'Welche Dienste hängen an wenigen Menschen? Nennen Sie die Entitäten, die nur diese wiederherstellen können.',
    strategy:
      'Vertretungen, gegenseitige Einarbeitung, Externe, ruhende Arbeit: Welches Wissen hat nur eine Person?',
  },
  'finance-and-administration': {
    title: 'Finanzen und Verwaltung',
    summary:
      'Bezahlt Menschen und Lieferanten, kauft, was eine Wiederherstellung braucht, und hält fest, was sie kostet.',
    strategy:
      'Notfallbudget, Karten, Unterschriften ohne die üblichen Systeme: Wer darf wie viel ausgeben?',
    steps:
      'Das Notfallkonto eröffnen, jede Ausgabe festhalten, für andere Pläne bestellen, die Versicherung benachrichtigen, Löhne am Zahltag zahlen.',
  },
};
