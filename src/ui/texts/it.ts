import type { Language } from '../../api.ts';

const it: Language = {
  tag: 'it',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'I cookie e la sua privacy',
      body:
        'Utilizziamo cookie necessari a questo sito. Con il suo consenso ne utilizziamo altri per misurare le ' +
        'visite e mostrare contenuti pertinenti. Può cambiare idea in qualsiasi momento.',
      policy: 'Informativa sulla privacy',
      accept: 'Accetta tutto',
      reject: 'Rifiuta tutto',
      preferences: 'Preferenze',
      news: 'Novità o modifiche dalla sua ultima scelta:',
      ok: 'OK',
    },
    preferences: {
      title: 'Preferenze sulla privacy',
      intro: 'Scelga che cosa può utilizzare questo sito. Ciò che rifiuta resta disattivato.',
      save: 'Salva',
      close: 'Chiudi',
      alwaysOn: 'Sempre attivo',
      services: { one: '{n} servizio', many: '{n} servizi', other: '{n} servizi' },
      service: 'Servizio',
      provider: 'Fornitore',
      country: 'Paese',
      retention: 'Periodo di conservazione',
      policy: 'Informativa sulla privacy',
      cookies: 'Cookie',
      search: 'Cerca servizi',
      noMatch: 'Nessun risultato.',
      new: 'Nuovo',
      legitimateInterest: 'Attivo per legittimo interesse, salvo sua opposizione.',
    },
    purposes: {
      necessary: { title: 'Necessario', description: 'Fa funzionare il sito e lo mantiene sicuro.' },
      preferences: { title: 'Preferenze', description: 'Ricorda scelte come la lingua o l’area geografica.' },
      analytics: { title: 'Statistica', description: 'Conta le visite per aiutarci a migliorare le pagine.' },
      marketing: { title: 'Marketing', description: 'Mostra contenuti e pubblicità in linea con i suoi interessi.' },
    },
    signals: {
      dnt: 'Il suo browser invia il segnale Do Not Track («non tracciare»).',
      gpc: 'Il suo browser invia il segnale Global Privacy Control.',
      honoured: 'La sua opposizione è stata rispettata.',
      locked: 'Finché questo segnale viene inviato, questi interruttori restano disattivati.',
      override: 'Se attiva un interruttore, su questo sito prevale sul segnale.',
    },
    placeholder: {
      title: 'Contenuto di {name}',
      body: 'Viene caricato solo se lo consente. Finalità: {purpose}.',
      once: 'Carica una volta',
      always: 'Consenti sempre',
    },
    status: {
      accepted: 'Accettato. Può cambiare le scelte in qualsiasi momento.',
      rejected: 'Rifiutato. Può cambiare le scelte in qualsiasi momento.',
      withdrawn: 'Consenso revocato. Può cambiare le scelte in qualsiasi momento.',
      saved: 'Salvato. Può cambiare le scelte in qualsiasi momento.',
      changed: 'La Sua scelta è cambiata. Ricarichi questa pagina perché abbia pieno effetto.',
      reload: 'Ricarica',
    },
    reopen: { label: 'Preferenze sulla privacy' },
  },
};

export default it;
