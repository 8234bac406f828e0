import type { Language } from '../../api.ts';

const sq: Language = {
  tag: 'sq',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookie-t dhe privatësia juaj',
      body:
        'Përdorim cookie që i duhen kësaj faqeje. Me pëlqimin tuaj përdorim edhe të tjera për të matur vizitat ' +
        'dhe për të shfaqur përmbajtje të përshtatshme. Mund të ndryshoni mendim në çdo kohë.',
      policy: 'Politika e privatësisë',
      accept: 'Prano të gjitha',
      reject: 'Refuzo të gjitha',
      preferences: 'Cilësimet',
      news: 'Të reja ose të ndryshuara që nga zgjedhja juaj e fundit:',
      ok: 'Në rregull',
    },
    preferences: {
      title: 'Cilësimet e privatësisë',
      intro: 'Zgjidhni çfarë mund të përdorë kjo faqe. Ajo që refuzoni mbetet e çaktivizuar.',
      save: 'Ruaj',
      close: 'Mbyll',
      alwaysOn: 'Gjithmonë aktive',
      services: { one: '{n} shërbim', other: '{n} shërbime' },
      service: 'Shërbimi',
      provider: 'Ofruesi',
      country: 'Shteti',
      retention: 'Afati i ruajtjes',
      policy: 'Politika e privatësisë',
      cookies: 'Cookie-t',
      search: 'Kërko shërbime',
      noMatch: 'Nuk u gjet asgjë.',
      new: 'E re',
      legitimateInterest: 'Bazohet në interesin legjitim, përveç nëse kundërshtoni.',
    },
    purposes: {
      necessary: { title: 'Të nevojshme', description: 'Mundësojnë funksionimin dhe sigurinë e faqes.' },
      preferences: { title: 'Preferencat', description: 'Mbajnë mend zgjedhje si gjuha ose rajoni.' },
      analytics: { title: 'Analitika', description: 'Numëron vizitat, që të mund t’i përmirësojmë faqet.' },
      marketing: { title: 'Marketingu', description: 'Shfaq përmbajtje dhe reklama sipas interesave tuaja.' },
    },
    signals: {
      dnt: 'Shfletuesi juaj dërgon sinjalin Do Not Track («mos gjurmo»).',
      gpc: 'Shfletuesi juaj dërgon sinjalin Global Privacy Control.',
      honoured: 'Kundërshtimi juaj u respektua.',
      locked: 'Për sa kohë që ky sinjal dërgohet, këto zgjedhje mbeten të çaktivizuara.',
      override: 'Nëse aktivizoni një zgjedhje, në këtë faqe ajo mbizotëron mbi sinjalin.',
    },
    placeholder: {
      title: 'Përmbajtje nga {name}',
      body: 'Nuk ngarkohet derisa ta lejoni. Qëllimi: {purpose}.',
      once: 'Ngarko një herë',
      always: 'Lejo gjithmonë',
    },
    status: {
      accepted: 'U pranua. Mund ta ndryshoni në çdo kohë.',
      rejected: 'U refuzua. Mund ta ndryshoni në çdo kohë.',
      withdrawn: 'Pëlqimi u tërhoq. Mund ta ndryshoni në çdo kohë.',
      saved: 'U ruajt. Mund ta ndryshoni në çdo kohë.',
      changed: 'Zgjedhja juaj ka ndryshuar. Ringarkojeni këtë faqe që të zbatohet plotësisht.',
      reload: 'Ringarko',
    },
    reopen: { label: 'Cilësimet e privatësisë' },
  },
};

export default sq;
