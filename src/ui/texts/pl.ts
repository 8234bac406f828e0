import type { Language } from '../../api.ts';

const pl: Language = {
  tag: 'pl',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Pliki cookie a Państwa prywatność',
      body:
        'Używamy plików cookie, których ta strona potrzebuje. Za Państwa zgodą używamy też innych, aby mierzyć ' +
        'odwiedziny i pokazywać dopasowane treści. Zdanie można zmienić w każdej chwili.',
      policy: 'Polityka prywatności',
      accept: 'Akceptuj wszystkie',
      reject: 'Odrzuć wszystkie',
      preferences: 'Ustawienia',
      news: 'Nowe lub zmienione od ostatniego wyboru:',
      ok: 'OK',
    },
    preferences: {
      title: 'Ustawienia prywatności',
      intro: 'Proszę wybrać, czego ta strona może używać. To, co zostanie odrzucone, pozostanie wyłączone.',
      save: 'Zapisz',
      close: 'Zamknij',
      alwaysOn: 'Zawsze włączone',
      services: { one: '{n} usługa', few: '{n} usługi', many: '{n} usług', other: '{n} usługi' },
      service: 'Usługa',
      provider: 'Dostawca',
      country: 'Kraj',
      retention: 'Okres przechowywania',
      policy: 'Polityka prywatności',
      cookies: 'Pliki cookie',
      search: 'Szukaj usług',
      noMatch: 'Nic nie znaleziono.',
      new: 'Nowe',
      legitimateInterest: 'Na podstawie prawnie uzasadnionego interesu, chyba że zgłoszą Państwo sprzeciw.',
    },
    purposes: {
      necessary: { title: 'Niezbędne', description: 'Zapewnienie działania i bezpieczeństwa strony.' },
      preferences: { title: 'Preferencje', description: 'Zapamiętywanie wyborów, np. języka lub regionu.' },
      analytics: { title: 'Analityka', description: 'Liczenie odwiedzin, abyśmy mogli ulepszać strony.' },
      marketing: { title: 'Marketing', description: 'Wyświetlanie treści i reklam zgodnych z zainteresowaniami.' },
    },
    signals: {
      dnt: 'Państwa przeglądarka wysyła sygnał Do Not Track („nie śledź”).',
      gpc: 'Państwa przeglądarka wysyła sygnał Global Privacy Control.',
      honoured: 'Państwa sprzeciw został uwzględniony.',
      locked: 'Dopóki ten sygnał jest wysyłany, te przełączniki pozostają wyłączone.',
      override: 'Włączenie przełącznika ma na tej stronie pierwszeństwo przed sygnałem.',
    },
    placeholder: {
      title: 'Treść: {name}',
      body: 'Nie zostanie wczytana bez Państwa zgody. Cel: {purpose}.',
      once: 'Wczytaj raz',
      always: 'Zawsze zezwalaj',
    },
    status: {
      accepted: 'Zaakceptowano. Można to zmienić w każdej chwili.',
      rejected: 'Odrzucono. Można to zmienić w każdej chwili.',
      withdrawn: 'Zgodę wycofano. Można to zmienić w każdej chwili.',
      saved: 'Zapisano. Można to zmienić w każdej chwili.',
      changed: 'Wybór został zmieniony. Aby w pełni obowiązywał, należy ponownie wczytać tę stronę.',
      reload: 'Wczytaj ponownie',
    },
    reopen: { label: 'Ustawienia prywatności' },
  },
};

export default pl;
