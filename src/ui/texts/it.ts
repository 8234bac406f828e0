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
      acceptNews: 'Accetta',
      rejectNews: 'Rifiuta',
      kept: 'Le altre risposte restano invariate.',
      optOut:
        'Utilizziamo cookie necessari a questo sito e altri per misurare le visite e mostrare contenuti ' +
        'pertinenti. Può cambiare idea in qualsiasi momento.',
      running: 'Attivo salvo rifiuto: {purposes}.',
      doNotSell: 'Non vendere né condividere',
      choices: 'Le sue scelte sulla privacy',
      ok: 'OK',
    },
    preferences: {
      title: 'Preferenze sulla privacy',
      intro: 'Scelga che cosa può utilizzare questo sito. Ciò che rifiuta resta disattivato.',
      save: 'Salva',
      unsaved: 'Le modifiche non sono salvate. Chiuda di nuovo per annullarle.',
      close: 'Chiudi',
      alwaysOn: 'Sempre attivo',
      more: '{n} altri',
      service: 'Servizio',
      provider: 'Fornitore',
      country: 'Paese',
      retention: 'Periodo di conservazione',
      policy: 'Informativa sulla privacy',
      cookies: 'Cookie',
      search: 'Cerca',
      noMatch: 'Nessun risultato.',
      new: 'Nuovo',
      legitimateInterest: 'Attivo per legittimo interesse, salvo sua opposizione.',
    },
    purposes: {
      necessary: { title: 'Necessario', description: 'Fa funzionare il sito e lo mantiene sicuro.' },
      preferences: { title: 'Funzionalità', description: 'Ricorda scelte come la lingua o l’area geografica.' },
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
      changed: 'La sua scelta è cambiata. Ricarichi questa pagina perché abbia pieno effetto.',
      reload: 'Ricarica',
    },
    reopen: { label: 'Preferenze sulla privacy' },
    rights: {
      title: 'I suoi diritti',
      unanswered: 'Non ha ancora risposto.',
      bySignal: 'Non ha risposto. Vale il segnale del suo browser.',
      answered: 'Data della risposta',
      allowed: 'Consentito da lei',
      refused: 'Rifiutato da lei',
      until: 'Valido fino al',
      id: 'Numero per l’assistenza',
      cookie: 'Conservato nel cookie',
      controller: 'Titolare del trattamento',
      officer: 'Responsabile della protezione dei dati',
      authority: 'Autorità di controllo',
      signals: 'Se il suo browser invia Do Not Track o Global Privacy Control, questo sito ne tiene conto.',
      download: 'Scarica una copia',
      object: 'Opposizione: {purpose}',
      withdraw: 'Revoca il consenso',
      forget: 'Dimentica tutto',
      warning:
        'Verrà cancellato ciò che ha consentito e rifiutato, comprese le opposizioni. ' +
        'La domanda potrà esserle posta di nuovo.',
      confirm: 'Sì, dimentica tutto',
      cancel: 'Annulla',
      downloaded: 'Il suo browser sta salvando la copia.',
      forgotten: 'Tutto è stato dimenticato.',
      objected: 'Opposizione registrata. Può cambiare le scelte in qualsiasi momento.',
      failed: 'Non ha funzionato. Riprovi.',
      consent: 'Attivo solo con il suo consenso.',
      contract: 'Necessario per un contratto con lei.',
      legalObligation: 'Richiesto dalla legge.',
      strictlyNecessary: 'Necessario per ciò che lei chiede a questo sito.',
      processor: 'Responsabile del trattamento',
      'joint-controller': 'Contitolare',
      data: 'Dati',
      sells: 'I dati vengono venduti a terzi.',
      shares: 'I dati vengono condivisi con terzi per la pubblicità.',
    },
    declaration: { allowed: 'Consentito', refused: 'Non consentito', storage: 'Archiviazione' },
    proof: {
      none: 'Finora questa pagina non ha contattato terze parti.',
      some: 'Terze parti contattate finora da questa pagina',
      unlisted: 'Non indicato da questo sito',
    },
    minor: {
      title: 'Cookie: decidi tu',
      body:
        'I cookie sono piccole note sul tuo dispositivo. Alcuni fanno funzionare questo sito. Vorremmo usarne ' +
        'altri per contare le visite e mostrare cose che potrebbero piacerti. Puoi dire di no: il sito funziona ' +
        'lo stesso. Se hai dubbi, chiedi ai tuoi genitori. Puoi cambiare idea in qualsiasi momento.',
    },
  },
};

export default it;
