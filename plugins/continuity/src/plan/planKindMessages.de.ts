import type { Translated } from '../translation/Translated';
import type { planKindMessages } from './planKindMessages';

export const planKindMessagesDe: Translated<typeof planKindMessages> = {
  level: {
    service: 'Bringt einen Dienst zurück',
    support: 'Unterstützt die Wiederherstellung von Diensten',
    coordination: 'Koordiniert die Reaktion',
  },
  kind: {
    'service-recovery': 'Wiederherstellung eines Dienstes',
    'emergency-response': 'Notfallreaktion',
    'damage-assessment': 'Schadensbewertung',
    salvage: 'Bergung',
    'vital-records': 'Wichtige Unterlagen',
    'crisis-management-and-public-relations':
      'Krisenmanagement und Öffentlichkeitsarbeit',
    'accommodation-and-services': 'Räume und Gebäudedienste',
    'computer-systems-and-network': 'Rechnersysteme und Netz',
    telecommunications: 'Telekommunikation',
    security: 'Sicherheit',
    personnel: 'Personal',
    'finance-and-administration': 'Finanzen und Verwaltung',
  },
  kindSummary: {
    'service-recovery':
      'Bringt einen Dienst innerhalb seiner RTO auf Mindestbetrieb zurück, mit höchstens dem Datenverlust, den seine RPO zulässt.',
    'emergency-response':
      'Die erste Stunde eines Notfalls an einem Standort: zuerst die Menschen, dann den Schaden begrenzen, dann die richtigen Pläne auslösen.',
    'damage-assessment':
      'Stellt binnen Stunden fest, was beschädigt ist, was nutzbar ist und wie lange es dauern wird.',
    salvage:
      'Rettet, was an Geräten, Datenträgern und Papieren zu retten ist, und bewahrt, was Versicherung und Polizei brauchen.',
    'vital-records':
      'Hält die Unterlagen erreichbar, ohne die die Organisation nichts belegen, abrechnen oder betreiben kann, und bringt sie zurück.',
    'crisis-management-and-public-relations':
      'Bringt die Entscheidenden zusammen, gibt ihnen ein gemeinsames Lagebild und spricht mit einer Stimme.',
    'accommodation-and-services':
      'Gibt Menschen einen Arbeitsplatz und die Gebäudedienste, die sie und die Geräte brauchen.',
    'computer-systems-and-network':
      'Bringt die Plattformen und Netze zurück, auf denen Dienste stehen.',
    telecommunications:
      'Hält Sprache, Datenleitungen und die Kanäle für den Notfall selbst in Betrieb oder bringt sie zurück.',
    security:
      'Schützt Menschen, Standorte und Daten, während andere Pläne laufen, und nach einem Angriff.',
    personnel:
      'Regelt den Ausfall von Menschen: wer vertritt, wer sich um Betroffene kümmert.',
    'finance-and-administration':
      'Bezahlt Menschen und Lieferanten, kauft, was eine Wiederherstellung braucht, und hält fest, was sie kostet.',
  },
};
