import type { Language } from '../../api.ts';

const hu: Language = {
  tag: 'hu',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Sütik és adatvédelem',
      body:
        'A webhely működéséhez szükséges sütiket használunk. Hozzájárulásával továbbiakat is használunk a ' +
        'látogatások mérésére és releváns tartalmak megjelenítésére. Döntését bármikor megváltoztathatja.',
      policy: 'Adatvédelmi tájékoztató',
      accept: 'Összes elfogadása',
      reject: 'Összes elutasítása',
      preferences: 'Beállítások',
      news: 'Új vagy módosult a legutóbbi döntése óta:',
      ok: 'Rendben',
    },
    preferences: {
      title: 'Adatvédelmi beállítások',
      intro: 'Válassza ki, mit használhat a webhely. Amit elutasít, kikapcsolva marad.',
      save: 'Mentés',
      close: 'Bezárás',
      alwaysOn: 'Mindig bekapcsolva',
      services: { one: '{n} szolgáltatás', other: '{n} szolgáltatás' },
      service: 'Szolgáltatás',
      provider: 'Szolgáltató',
      country: 'Ország',
      retention: 'Megőrzési idő',
      policy: 'Adatvédelmi tájékoztató',
      cookies: 'Sütik',
      search: 'Szolgáltatások keresése',
      noMatch: 'Nincs találat.',
      new: 'Új',
      legitimateInterest: 'Jogos érdek alapján működik, amíg Ön nem tiltakozik.',
    },
    purposes: {
      necessary: { title: 'Szükséges', description: 'Biztosítja a webhely működését és biztonságát.' },
      preferences: { title: 'Preferenciák', description: 'Megjegyzi választásait, például a nyelvet vagy a régiót.' },
      analytics: { title: 'Statisztika', description: 'Méri a látogatásokat, hogy jobbá tehessük az oldalakat.' },
      marketing: {
        title: 'Marketing',
        description: 'Az érdeklődésének megfelelő tartalmakat és hirdetéseket jelenít meg.',
      },
    },
    signals: {
      dnt: 'Böngészője Do Not Track („ne kövess”) jelzést küld.',
      gpc: 'Böngészője Global Privacy Control jelzést küld.',
      honoured: 'Tiltakozását figyelembe vettük.',
      locked: 'Amíg ez a jelzés érkezik, ezek a kapcsolók kikapcsolva maradnak.',
      override: 'Ha bekapcsol valamit, az ezen a webhelyen felülírja a jelzést.',
    },
    placeholder: {
      title: 'Tartalom innen: {name}',
      body: 'Csak akkor töltődik be, ha engedélyezi. Cél: {purpose}.',
      once: 'Betöltés egyszer',
      always: 'Engedélyezés mindig',
    },
    status: {
      accepted: 'Elfogadva. Ezt bármikor módosíthatja.',
      rejected: 'Elutasítva. Ezt bármikor módosíthatja.',
      withdrawn: 'Hozzájárulás visszavonva. Ezt bármikor módosíthatja.',
      saved: 'Elmentve. Ezt bármikor módosíthatja.',
      changed: 'Választása megváltozott. Töltse be újra ezt az oldalt, hogy teljesen érvényesüljön.',
      reload: 'Újratöltés',
    },
    reopen: { label: 'Adatvédelmi beállítások' },
  },
};

export default hu;
